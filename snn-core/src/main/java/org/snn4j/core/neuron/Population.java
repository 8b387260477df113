package org.snn4j.core.neuron;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
 * A neuron may mix the steps of x before that, charge from more than v and raise its threshold ({@link StatefulCharge}), or give values in the place of
 * spikes; a reset may wait for the next step. The backward pass takes the surrogate's derivative for ds/dh. This is the reference that the fused kernels
 * are held to; it keeps no state between calls. All arrays are [T, ...] with the same shape, single or double precision.
 */
public final class Population {
    /**
     * What a forward pass leaves for its backward pass.
     *
     * @param input x, [T, ...]
     * @param current what the neuron charges from: the input, or what the neuron mixes from it
     * @param start potential before the first step, [...]
     * @param spikes s
     * @param beforeReset h
     * @param afterReset v
     * @param states arrays of the neuron's state after each step
     * @param thresholds thresholds of each step; null if they are the firing rule's
     * @param parameters values of the neuron's parameters
     */
    public record Trace(
            INDArray input,
            INDArray current,
            INDArray start,
            INDArray spikes,
            INDArray beforeReset,
            INDArray afterReset,
            List<INDArray> states,
            INDArray thresholds,
            Parameters parameters)
            implements AutoCloseable {
        /** Frees all but the input at once: the garbage collector hears of large arrays too late. */
        @Override
        public void close() {
            if (current != input) {
                current.close();
            }
            start.close();
            spikes.close();
            beforeReset.close();
            afterReset.close();
            states.forEach(INDArray::close);
            if (thresholds != null) {
                thresholds.close();
            }
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

    /** Gradients that a step hands to the one before it, beside that of the potential. */
    private record Carry(List<INDArray> states, INDArray spikes) implements AutoCloseable {
        void take(StatefulCharge.Gradient step) {
            for (int k = 0; k < states.size(); k++) {
                states.get(k).assign(step.states().get(k));
            }
            if (step.spikes() != null) {
                spikes.assign(step.spikes());
            }
        }

        @Override
        public void close() {
            states.forEach(INDArray::close);
            if (spikes != null) {
                spikes.close();
            }
        }
    }

    private final StatefulCharge charge;
    private final TimeMixing mixing;
    private final Activation activation;
    private final Reset reset;
    private final SurrogateGradient surrogate;
    private final double threshold;
    private final Spike spike;
    /** True if a step needs the spikes of the one before. */
    private final boolean remembersSpikes;

    public Population(NeuronModel model) {
        this(model, model.firing().inclusive() ? u -> u.gte(0) : u -> u.gt(0));
    }

    Population(NeuronModel model, Spike spike) {
        Neuron neuron = model.neuron();
        charge = neuron.stateful().orElseGet(() -> new PlainCharge(neuron));
        mixing = neuron.mixing().orElse(null);
        activation = neuron.activation().orElse(null);
        reset = model.reset();
        surrogate = model.surrogate();
        threshold = model.firing().threshold();
        this.spike = spike;
        remembersSpikes = neuron.stateful().isPresent() || reset.when() == Reset.When.NEXT_STEP;
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
        INDArray current = mixing == null ? input : mixing.mix(input, parameters);
        List<INDArray> states =
                Stream.generate(() -> like(input)).limit(charge.states()).toList();
        INDArray thresholds = charge.raisesThreshold() ? like(input) : null;
        Trace trace =
                new Trace(input, current, start, like(input), like(input), like(input), states, thresholds, parameters);
        for (int t = 0; t < input.size(0); t++) {
            try (MemoryWorkspace step = step()) {
                forward(trace, t);
            }
        }
        return trace;
    }

    private void forward(Trace trace, int t) {
        StatefulCharge.Before before = before(trace, t);
        StatefulCharge.Charged charged = charge.charge(before, at(trace.current, t), trace.parameters);
        for (int k = 0; k < charge.states(); k++) {
            at(trace.states.get(k), t).assign(charged.states().get(k));
        }
        if (trace.thresholds != null) {
            at(trace.thresholds, t).assign(charged.rise().add(threshold));
        }
        INDArray h = afterLastSpike(trace, t, charged.h(), before.spikes());
        INDArray s = activation == null
                ? spike.of(distance(trace, t, h)).castTo(trace.input.dataType())
                : activation.value(h);
        INDArray v = h;
        if (resets()) {
            v = reset.hard() ? s.rsub(1).muli(h).addi(s.mul(reset.potential())) : h.sub(lowered(trace, t, s));
        }
        at(trace.beforeReset, t).assign(h);
        at(trace.spikes, t).assign(s);
        at(trace.afterReset, t).assign(v);
    }

    /** True if a spike acts in its own step. */
    private boolean resets() {
        return activation == null && reset.when() == Reset.When.SAME_STEP;
    }

    /** The charged potential once a reset that waits for this step has been done. */
    private INDArray afterLastSpike(Trace trace, int t, INDArray h, INDArray lastSpikes) {
        if (activation != null || reset.when() != Reset.When.NEXT_STEP) {
            return h;
        }
        return h.sub(lowered(trace, t, lastSpikes));
    }

    /** Spikes times threshold. */
    private INDArray lowered(Trace trace, int t, INDArray spikes) {
        return trace.thresholds == null ? spikes.mul(threshold) : spikes.mul(at(trace.thresholds, t));
    }

    /** h - threshold. */
    private INDArray distance(Trace trace, int t, INDArray h) {
        return trace.thresholds == null ? h.sub(threshold) : h.sub(at(trace.thresholds, t));
    }

    private StatefulCharge.Before before(Trace trace, int t) {
        INDArray v = t == 0 ? trace.start : at(trace.afterReset, t - 1);
        List<INDArray> states = trace.states.stream()
                .map(state -> t == 0 ? Nd4j.zerosLike(trace.start) : at(state, t - 1))
                .toList();
        INDArray spikes = null;
        if (remembersSpikes) {
            spikes = t == 0 ? Nd4j.zerosLike(trace.start) : at(trace.spikes, t - 1);
        }
        return new StatefulCharge.Before(v, states, spikes);
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
        List<INDArray> states =
                Stream.generate(() -> like(trace.start)).limit(charge.states()).toList();
        try (Carry carry = new Carry(states, remembersSpikes ? like(trace.start) : null)) {
            for (int t = (int) input.size(0) - 1; t >= 0; t--) {
                try (MemoryWorkspace step = step()) {
                    backward(trace, upstream, t, gradient, carry);
                }
            }
        }
        return mixing == null ? gradient : throughMixing(trace, gradient);
    }

    private Gradient throughMixing(Trace trace, Gradient gradient) {
        TimeMixing.Gradient mixed = mixing.backward(trace.input, gradient.input, trace.parameters);
        gradient.input.close();
        gradient.parameters.putAll(mixed.parameters());
        return new Gradient(mixed.input(), gradient.start, gradient.spikes, gradient.parameters);
    }

    /** One step; {@code gradient.start()} is dL/dv of the step behind and becomes that of the step before. */
    private void backward(Trace trace, Upstream upstream, int t, Gradient gradient, Carry carry) {
        INDArray h = at(trace.beforeReset, t);
        INDArray dv = plus(gradient.start, upstream.afterReset, t);
        INDArray ds = plus(throughReset(trace, t, dv, h), upstream.spikes, t);
        if (carry.spikes != null) {
            ds = ds.add(carry.spikes);
        }
        INDArray throughSpike = ds.mul(activation == null ? slope(trace, t, h) : activation.derivative(h));
        INDArray dh = resets() && reset.hard() ? dv.sub(dv.mul(at(trace.spikes, t))) : dv;
        dh = plus(dh, upstream.beforeReset, t).add(throughSpike);
        StatefulCharge.Before before = before(trace, t);
        INDArray rise = rise(trace, t, before, new Step(dv, dh, throughSpike));
        StatefulCharge.Gradient step = charge.backward(
                before, at(trace.current, t), new StatefulCharge.Charged(dh, carry.states, rise), trace.parameters);
        at(gradient.input, t).assign(step.x());
        at(gradient.spikes, t).assign(ds);
        step.parameters().forEach((name, g) -> gradient.parameters.merge(name, g.detach(), (a, b) -> a.addi(b)));
        gradient.start.assign(step.v());
        carry.take(step);
    }

    /** Gradients in the middle of a step: of v, of h, and the part of h's that came through the spike. */
    private record Step(INDArray v, INDArray h, INDArray throughSpike) {}

    /** dL/dthreshold; null if it does not rise. */
    private INDArray rise(Trace trace, int t, StatefulCharge.Before before, Step step) {
        if (trace.thresholds == null) {
            return null;
        }
        INDArray rise = step.throughSpike.neg();
        if (activation == null && !reset.hard() && reset.when() == Reset.When.SAME_STEP) {
            rise.subi(step.v.mul(at(trace.spikes, t)));
        }
        if (activation == null && reset.when() == Reset.When.NEXT_STEP) {
            rise.subi(step.h.mul(before.spikes()));
        }
        return rise;
    }

    private INDArray throughReset(Trace trace, int t, INDArray dv, INDArray h) {
        if (reset.detached() || !resets()) {
            return Nd4j.zerosLike(dv);
        }
        if (reset.hard()) {
            return h.rsub(reset.potential()).muli(dv);
        }
        return trace.thresholds == null
                ? dv.mul(-threshold)
                : dv.mul(at(trace.thresholds, t)).negi();
    }

    private INDArray slope(Trace trace, int t, INDArray h) {
        INDArray slope = trace.thresholds == null
                ? h.dup('c').subi(threshold)
                : h.dup('c').subi(at(trace.thresholds, t));
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
