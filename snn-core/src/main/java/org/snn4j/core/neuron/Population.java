package org.snn4j.core.neuron;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
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
            Parameters parameters) {}

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
    public record Gradient(INDArray input, INDArray start, INDArray spikes, Map<String, INDArray> parameters) {}

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
        INDArray v = start;
        for (int t = 0; t < input.size(0); t++) {
            INDArray h = neuron.charge(v, at(input, t), parameters);
            INDArray s = spike.of(h.sub(threshold)).castTo(input.dataType());
            v = reset.hard() ? s.rsub(1).muli(h).addi(s.mul(reset.potential())) : h.sub(s.mul(threshold));
            at(trace.beforeReset, t).assign(h);
            at(trace.spikes, t).assign(s);
            at(trace.afterReset, t).assign(v);
        }
        return trace;
    }

    /** Chain rule of the forward pass that left the trace. */
    public Gradient backward(Trace trace, Upstream upstream) {
        INDArray input = trace.input;
        INDArray inputGradient = like(input);
        INDArray spikeGradient = like(input);
        Map<String, INDArray> parameterGradients = new LinkedHashMap<>();
        INDArray dv = like(trace.start);
        for (int t = (int) input.size(0) - 1; t >= 0; t--) {
            INDArray h = at(trace.beforeReset, t);
            dv = plus(dv, upstream.afterReset, t);
            INDArray ds = plus(throughReset(dv, h), upstream.spikes, t);
            INDArray dh = reset.hard() ? dv.sub(dv.mul(at(trace.spikes, t))) : dv;
            dh = plus(dh, upstream.beforeReset, t).add(ds.mul(slope(h)));
            INDArray before = t == 0 ? trace.start : at(trace.afterReset, t - 1);
            ChargeGradient step = neuron.backward(before, at(input, t), dh, trace.parameters);
            at(inputGradient, t).assign(step.x());
            at(spikeGradient, t).assign(ds);
            step.parameters().forEach((name, g) -> parameterGradients.merge(name, g, INDArray::add));
            dv = step.v();
        }
        return new Gradient(inputGradient, dv, spikeGradient, parameterGradients);
    }

    private INDArray throughReset(INDArray dv, INDArray h) {
        if (reset.detached()) {
            return Nd4j.zerosLike(dv);
        }
        return reset.hard() ? h.rsub(reset.potential()).muli(dv) : dv.mul(-threshold);
    }

    private INDArray slope(INDArray h) {
        INDArray u = h.sub(threshold);
        if (u.dataType() == DataType.DOUBLE) {
            double[] values = u.dup('c').data().asDouble();
            surrogate.derivatives(values, values, values.length);
            return Nd4j.createFromArray(values).reshape(h.shape());
        }
        float[] values = u.dup('c').data().asFloat();
        surrogate.derivatives(values, values, values.length);
        return Nd4j.createFromArray(values).reshape(h.shape());
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
