package org.snn4j.core.neuron;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.ResetPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Parameters;
import org.snn4j.core.Views;
import org.snn4j.core.surrogate.SurrogateGradient;

/**
 * Charge, fire and reset over T time steps, and the backward pass, in ND4J formulas for any {@link Neuron}.
 *
 * <p>For t = 0 .. T-1, with v[-1] the start potential:
 * <pre>
 *   h[t] = charge(v[t-1], x[t])            potential before the reset
 *   s[t] = 1 if h[t] &gt; threshold, else 0   (&gt;= if the firing rule is inclusive)
 *   v[t] = reset(h[t], s[t])               potential after the reset
 * </pre>
 * The backward pass takes the surrogate's derivative for ds/dh. This is the reference that the fused kernels are held to; it keeps no
 * state between calls. All arrays are [T, ...] with the same shape, single or double precision.
 */
public final class Population {
    /**
     * What a forward pass leaves for its backward pass.
     *
     * @param input x, [T, ...]
     * @param start potential before the first step, [...]
     * @param spikes s
     * @param beforeReset h
     * @param afterReset v
     * @param parameters values of the neuron's parameters
     */
    public record Trace(
            INDArray input,
            INDArray start,
            INDArray spikes,
            INDArray beforeReset,
            INDArray afterReset,
            Parameters parameters)
            implements AutoCloseable {
        /** Frees all but the input at once: the garbage collector hears of large arrays too late. */
        @Override
        public void close() {
            start.close();
            spikes.close();
            beforeReset.close();
            afterReset.close();
        }
    }

    /**
     * Gradients that arrive from outside; null where none does.
     *
     * @param spikes dL/ds
     * @param beforeReset dL/dh
     * @param afterReset dL/dv
     */
    public record Upstream(INDArray spikes, INDArray beforeReset, INDArray afterReset) {
        /** Only the spikes are used. */
        public static Upstream ofSpikes(INDArray spikes) {
            return new Upstream(spikes, null, null);
        }
    }

    /**
     * Gradients of a whole pass.
     *
     * @param input dL/dx, [T, ...]
     * @param start dL/d(start potential), [...]
     * @param spikes everything that arrives at s, from outside and through the reset, [T, ...]
     * @param parameters dL/dparameter by name
     */
    public record Gradient(INDArray input, INDArray start, INDArray spikes, Map<String, INDArray> parameters)
            implements AutoCloseable {
        /** Frees what is not a parameter's at once. */
        @Override
        public void close() {
            input.close();
            start.close();
            spikes.close();
        }
    }

    /** Arrays of all steps that a forward pass and a backward pass make. */
    public static final int ARRAYS = 5;
    /** Arrays of one step that either makes at most, about. */
    public static final int ARRAYS_OF_A_STEP = 24;

    /** Values that go through Java's heap at a time: larger arrays are old before they are garbage. */
    private static final long BLOCK = 1 << 16;

    private static final WorkspaceConfiguration STEP = WorkspaceConfiguration.builder()
            .initialSize(0)
            .policyAllocation(AllocationPolicy.STRICT)
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .policySpill(SpillPolicy.REALLOCATE)
            .policyReset(ResetPolicy.BLOCK_LEFT)
            .build();

    /** What stands for the spike in the forward pass, as a function of h - threshold. */
    @FunctionalInterface
    interface Spike {
        INDArray of(INDArray distance);
    }

    private final Neuron neuron;
    private final Reset reset;
    private final SurrogateGradient surrogate;
    private final double threshold;
    private final Spike spike;

    public Population(NeuronModel model) {
        this(model, model.firing().inclusive() ? u -> u.gte(0) : u -> u.gt(0));
    }

    Population(NeuronModel model, Spike spike) {
        neuron = model.neuron();
        reset = model.reset();
        surrogate = model.surrogate();
        threshold = model.firing().threshold();
        this.spike = spike;
    }

    /** Runs from the reset's own start potential, without parameters. */
    public Trace forward(INDArray input) {
        return forward(input, Parameters.none());
    }

    /** Runs from the reset's own start potential. */
    public Trace forward(INDArray input, Parameters parameters) {
        INDArray start = Nd4j.valueArrayOf(at(input, 0).shape(), reset.potential(), input.dataType());
        return forward(input, start, parameters);
    }

    /**
     * Runs from a given start potential.
     *
     * @param input x, [T, ...] with at least two axes
     * @param start potential before the first step, [...]
     */
    public Trace forward(INDArray input, INDArray start, Parameters parameters) {
        check(input, start);
        Trace trace = new Trace(input, start, like(input), like(input), like(input), parameters);
        for (int t = 0; t < input.size(0); t++) {
            try (MemoryWorkspace step = step()) {
                forward(trace, t);
            }
        }
        return trace;
    }

    private void forward(Trace trace, int t) {
        INDArray h = neuron.charge(before(trace, t), at(trace.input, t), trace.parameters);
        INDArray s = spike.of(h.sub(threshold)).castTo(trace.input.dataType());
        INDArray v = reset.hard() ? s.rsub(1).muli(h).addi(s.mul(reset.potential())) : h.sub(s.mul(threshold));
        at(trace.beforeReset, t).assign(h);
        at(trace.spikes, t).assign(s);
        at(trace.afterReset, t).assign(v);
    }

    private static INDArray before(Trace trace, int t) {
        return t == 0 ? trace.start : at(trace.afterReset, t - 1);
    }

    /** Arrays that are made before it is closed are freed with it, unless they are detached. */
    private static MemoryWorkspace step() {
        return Nd4j.getWorkspaceManager().getAndActivateWorkspace(STEP, Population.class.getName());
    }

    /** Chain rule of the forward pass that left the trace. */
    public Gradient backward(Trace trace, Upstream upstream) {
        INDArray input = trace.input;
        INDArray inputGradient = like(input);
        INDArray spikeGradient = like(input);
        Gradient gradient = new Gradient(inputGradient, like(trace.start), spikeGradient, new LinkedHashMap<>());
        for (int t = (int) input.size(0) - 1; t >= 0; t--) {
            try (MemoryWorkspace step = step()) {
                backward(trace, upstream, t, gradient);
            }
        }
        return gradient;
    }

    /** One step; {@code gradient.start()} is dL/dv of the step behind and becomes that of the step before. */
    private void backward(Trace trace, Upstream upstream, int t, Gradient gradient) {
        INDArray h = at(trace.beforeReset, t);
        INDArray dv = plus(gradient.start, upstream.afterReset, t);
        INDArray ds = plus(throughReset(dv, h), upstream.spikes, t);
        INDArray dh = reset.hard() ? dv.sub(dv.mul(at(trace.spikes, t))) : dv;
        dh = plus(dh, upstream.beforeReset, t).add(ds.mul(slope(h)));
        ChargeGradient step = neuron.backward(before(trace, t), at(trace.input, t), dh, trace.parameters);
        at(gradient.input, t).assign(step.x());
        at(gradient.spikes, t).assign(ds);
        step.parameters().forEach((name, g) -> gradient.parameters.merge(name, g.detach(), (a, b) -> a.addi(b)));
        gradient.start.assign(step.v());
    }

    private INDArray throughReset(INDArray dv, INDArray h) {
        if (reset.detached()) {
            return Nd4j.zerosLike(dv);
        }
        return reset.hard() ? h.rsub(reset.potential()).muli(dv) : dv.mul(-threshold);
    }

    private INDArray slope(INDArray h) {
        INDArray slope = h.dup('c').subi(threshold);
        INDArray flat = slope.reshape(slope.length());
        for (long from = 0; from < flat.length(); from += BLOCK) {
            INDArray block = Views.rows(flat, from, Math.min(from + BLOCK, flat.length()));
            block.assign(derivatives(block));
        }
        return slope;
    }

    private INDArray derivatives(INDArray distances) {
        if (distances.dataType() == DataType.DOUBLE) {
            double[] values = distances.dup('c').data().asDouble();
            surrogate.derivatives(values, values, values.length);
            return Nd4j.createFromArray(values);
        }
        float[] values = distances.dup('c').data().asFloat();
        surrogate.derivatives(values, values, values.length);
        return Nd4j.createFromArray(values);
    }

    private static INDArray plus(INDArray own, INDArray upstream, int t) {
        return upstream == null ? own : own.add(at(upstream, t));
    }

    private static INDArray at(INDArray array, int t) {
        return Views.at(array, t);
    }

    private static INDArray like(INDArray array) {
        return Nd4j.create(array.dataType(), array.shape(), 'c');
    }

    private static void check(INDArray input, INDArray start) {
        if (input.rank() < 2 || !(input.dataType() == DataType.DOUBLE || input.dataType() == DataType.FLOAT)) {
            throw new IllegalArgumentException("input is " + input.shapeInfoToString()
                    + ", must be [T, ...] with at least two axes in single or double precision");
        }
        long[] step = Arrays.copyOfRange(input.shape(), 1, input.rank());
        if (!Arrays.equals(step, start.shape()) || start.dataType() != input.dataType()) {
            throw new IllegalArgumentException("start is " + start.dataType() + Arrays.toString(start.shape())
                    + ", must be " + input.dataType() + Arrays.toString(step));
        }
    }
}
