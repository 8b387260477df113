package org.snn4j.core.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.Affine;
import org.snn4j.core.kernel.NeuronGradient;
import org.snn4j.core.kernel.NeuronInput;
import org.snn4j.core.kernel.NeuronOutput;
import org.snn4j.core.kernel.WorkingMemory;
import org.snn4j.core.neuron.NeuronModel;

/** Spiking neurons over all time steps, with an optional batch norm fused in front. Neuron parameters are shared by the whole layer. */
final class NeuronsOperator extends AbstractOperator {
    private final NeuronModel model;
    private final int steps;
    private final BatchNorm norm;
    private final Normalization normalization;
    private final Potential beforeReset;
    private final Potential afterReset;
    private final Map<Stream, Double> rates = new EnumMap<>(Stream.class);
    private Affine affine;
    /** Null if no pooling follows that can be done here. */
    private Pooling pooling;
    /** Side of the windows in the pass at work. */
    private int pool = 1;

    /** A pooling that is the only reader of the spikes. */
    private record Pooling(int size, Tap tap, Arena.Buffer output) {}

    /** A membrane potential that leaves the layer on request. */
    private static final class Potential {
        private final Tap tap = new Tap();
        private final Arena.Buffer value;
        private final Arena.Buffer gradient;

        Potential(Arena arena, long[] shape) {
            value = arena.buffer(shape);
            gradient = arena.buffer(shape);
        }

        INDArray target() {
            return tap.wanted() ? value.array() : null;
        }

        void publish(INDArray target) {
            if (target != null) {
                tap.publish(target);
            }
        }

        INDArray gradientOrNull() {
            if (!tap.wanted() || !tap.hasGradient()) {
                return null;
            }
            INDArray sum = gradient.array();
            sum.assign(0);
            tap.addGradientsTo(sum);
            return sum;
        }

        void claim(Turn turn, List<Arena.Claim> claims) {
            if (tap.wanted()) {
                claims.add(value.during(turn.forward(), turn.end()));
                if (turn.training()) {
                    claims.add(gradient.during(turn.backward(), turn.backward()));
                }
            }
        }
    }

    /**
     * @param steps T
     * @param streams all streams of the network
     * @param owners streams with batch-norm parameters of their own; empty if they share them
     */
    NeuronsOperator(
            LayerEnvironment environment,
            LayerInput read,
            NeuronModel model,
            Normalization normalization,
            int steps,
            Map<Stream, Integer> streams,
            Map<Stream, Integer> owners) {
        super(environment, read, read.shape(), InputUse.KEPT, Gradients.IN_PLACE);
        this.model = model;
        this.steps = steps;
        this.normalization = normalization;
        this.norm = normalization.mode() == Normalization.Mode.NONE
                ? null
                : new BatchNorm(
                        normalization, Math.toIntExact(inputShape[inputShape.length - 1]), steps, streams, owners);
        this.beforeReset = new Potential(environment.arena(), inputShape);
        this.afterReset = new Potential(environment.arena(), inputShape);
    }

    /** Pools the spikes from now on where nobody taps them or what the pooling gives. @param tap output of the pooling */
    void poolFor(int size, Tap tap, long[] pooledShape) {
        pooling = new Pooling(size, tap, environment.arena().buffer(pooledShape));
    }

    /** True if the passes to come give means over windows instead of spikes. */
    boolean pools() {
        return pooling != null
                && !tap(Tap.Quantity.OUTPUT).wanted()
                && !pooling.tap().wanted();
    }

    @Override
    Arena.Buffer output() {
        return pools() ? pooling.output() : super.output();
    }

    @Override
    Gradients gradientPlace() {
        boolean apart = pools() && super.gradientPlace() == Gradients.IN_PLACE;
        return apart ? Gradients.OWN : super.gradientPlace();
    }

    @Override
    public String description() {
        String neuron = model.neuron().getClass().getSimpleName();
        return switch (normalization.mode()) {
            case NONE -> neuron;
            case MERGED -> "batch norm, " + neuron;
            case PER_STEP -> "batch norm per step, " + neuron;
            case TEMPORAL_EFFECTIVE -> "temporal batch norm, " + neuron;
        };
    }

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> specs = new ArrayList<>(norm == null ? List.of() : norm.parameters());
        specs.addAll(NeuronParameters.specs(model, steps));
        return specs;
    }

    @Override
    public List<ParameterSpec> statistics() {
        return norm == null ? List.of() : norm.statistics();
    }

    @Override
    public Set<Tap.Quantity> quantities() {
        return Set.of(Tap.Quantity.values());
    }

    @Override
    public Tap tap(Tap.Quantity quantity) {
        return switch (quantity) {
            case OUTPUT -> super.tap(quantity);
            case BEFORE_RESET -> beforeReset.tap;
            case AFTER_RESET -> afterReset.tap;
        };
    }

    @Override
    void compute(INDArray input, INDArray out) {
        pool = pools() ? pooling.size() : 1;
        affine = norm == null ? null : norm.affine(input, pass(), kernels(), values());
        NeuronOutput output = new NeuronOutput(out, pool, beforeReset.target(), afterReset.target());
        double[] spikes = kernels().neurons(model, neuronInput(input), output);
        beforeReset.publish(output.beforeReset());
        afterReset.publish(output.afterReset());
        rates.clear();
        if (model.neuron().activation().isPresent()) {
            return;
        }
        List<Stream> streams = pass().fold().streams();
        for (int s = 0; s < streams.size(); s++) {
            rates.put(streams.get(s), spikes[s] * streams.size() / input.length());
        }
    }

    private NeuronInput neuronInput(INDArray input) {
        return new NeuronInput(input, affine, NeuronParameters.values(model, steps, values()), pass().fold());
    }

    @Override
    void computeGradient(INDArray input, INDArray outputGradient, INDArray inputGradient) {
        NeuronOutput gradients =
                new NeuronOutput(outputGradient, pool, beforeReset.gradientOrNull(), afterReset.gradientOrNull());
        NeuronGradient result = kernels().neuronsBackward(model, neuronInput(input), gradients, inputGradient);
        NeuronParameters.assign(result, gradients());
        if (norm != null) {
            norm.parameterGradients(result.sums(), pass().fold(), values(), gradientViews());
            norm.inputGradienti(inputGradient, input, affine, result.sums(), kernels());
        }
    }

    private Map<String, INDArray> gradientViews() {
        Map<String, INDArray> views = new LinkedHashMap<>();
        for (ParameterSpec spec : norm.parameters()) {
            views.put(spec.name(), gradient(spec.name()));
        }
        return views;
    }

    @Override
    public WorkingMemory expectedWorkingMemory(int streams, int steps, int samples) {
        long values = length(inputShape) * streams * steps * samples;
        return kernels().neuronsMemory(environment.precision(), values, streams, steps);
    }

    @Override
    public List<Arena.Claim> claims(Turn turn) {
        List<Arena.Claim> claims = super.claims(turn);
        beforeReset.claim(turn, claims);
        afterReset.claim(turn, claims);
        return claims;
    }

    @Override
    public Map<Stream, Double> spikeRates() {
        return Collections.unmodifiableMap(new EnumMap<>(rates));
    }
}
