package org.snn4j.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Vectors that are read from and written to ND4J's memory without a copy; what is left of a tile goes to plain loops. */
final class VectorBlockLoops implements BlockLoops {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();
    private static final int SIGN = Integer.SIZE - 1;
    private static final int ONE = Float.floatToRawIntBits(1);

    private final BlockLoops last = new JavaBlockLoops();

    private static int end(int from, int to) {
        return to - (to - from) % L;
    }

    private static FloatVector load(Object memory, int position) {
        return VectorMemory.load(memory, position);
    }

    private static void store(FloatVector values, Object memory, int position) {
        VectorMemory.store(values, memory, position);
    }

    private static FloatVector load(float[] values, int position) {
        return FloatVector.fromArray(LANES, values, position);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(LANES, value);
    }

    /**
     * 1 where x is negative, or where it is not if all bits of {@code flip} are set: masks of Java 17 take longer. What is no number stays none, so
     * that a diverged network shows it.
     */
    private static FloatVector indicator(FloatVector x, IntVector flip) {
        return x.reinterpretAsInts()
                .lanewise(VectorOperators.ASHR, SIGN)
                .lanewise(VectorOperators.XOR, flip)
                .lanewise(VectorOperators.AND, ONE)
                .reinterpretAsFloats()
                .add(x.mul(0f));
    }

    private static IntVector flip(NeuronCoefficients c) {
        return IntVector.broadcast(INTS, c.inclusive() ? -1 : 0);
    }

    /** Turns h - threshold round where only what exceeds 0 fires. */
    private static FloatVector direction(NeuronCoefficients c) {
        return all(c.inclusive() ? 1 : -1);
    }

    private static FloatVector offset(NeuronCoefficients c) {
        return all(c.inclusive() ? -c.threshold() : c.threshold());
    }

    @Override
    public float fire(
            NeuronCoefficients c,
            HeapView y,
            int at,
            float[] scale,
            float[] shift,
            float[] v,
            int w,
            HeapView spikes,
            int from,
            int to) {
        int end = end(from, to);
        float count =
                fire(c, VectorMemory.of(y.bytes()), at, scale, shift, v, w, VectorMemory.of(spikes.bytes()), from, end);
        return end == to ? count : count + last.fire(c, y, at, scale, shift, v, w, spikes, end, to);
    }

    private static float fire(
            NeuronCoefficients c,
            Object y,
            int at,
            float[] scale,
            float[] shift,
            float[] v,
            int w,
            Object spikes,
            int from,
            int to) {
        FloatVector decay = all(c.decay());
        FloatVector gain = all(c.gain());
        FloatVector drive = all(c.drive());
        FloatVector kept = all(c.kept());
        FloatVector jump = all(c.jump());
        FloatVector direction = direction(c);
        FloatVector offset = offset(c);
        IntVector flip = flip(c);
        FloatVector one = all(1);
        FloatVector count = all(0);
        for (int i = from; i < to; i += L) {
            FloatVector z = load(y, at + i).mul(load(scale, i)).add(load(shift, i));
            FloatVector h = decay.mul(load(v, w + i)).add(gain.mul(z)).add(drive);
            FloatVector s = indicator(h.mul(direction).add(offset), flip);
            one.sub(kept.mul(s)).mul(h).add(jump.mul(s)).intoArray(v, w + i);
            store(s, spikes, at + i);
            count = count.add(s);
        }
        return count.reduceLanes(VectorOperators.ADD);
    }

    @Override
    public void charge(
            NeuronCoefficients c,
            HeapView y,
            int at,
            float[] scale,
            float[] shift,
            float[] v,
            int w,
            float reference,
            float[] distance,
            int from,
            int to) {
        int end = end(from, to);
        charge(c, VectorMemory.of(y.bytes()), at, scale, shift, v, w, reference, distance, from, end);
        if (end < to) {
            last.charge(c, y, at, scale, shift, v, w, reference, distance, end, to);
        }
    }

    private static void charge(
            NeuronCoefficients c,
            Object y,
            int at,
            float[] scale,
            float[] shift,
            float[] v,
            int w,
            float reference,
            float[] distance,
            int from,
            int to) {
        FloatVector decay = all(c.decay());
        FloatVector gain = all(c.gain());
        FloatVector drive = all(c.drive());
        FloatVector kept = all(c.kept());
        FloatVector jump = all(c.jump());
        FloatVector direction = direction(c);
        FloatVector offset = offset(c);
        IntVector flip = flip(c);
        FloatVector one = all(1);
        FloatVector subtracted = all(reference);
        for (int i = from; i < to; i += L) {
            FloatVector z = load(y, at + i).mul(load(scale, i)).add(load(shift, i));
            FloatVector h = decay.mul(load(v, w + i)).add(gain.mul(z)).add(drive);
            FloatVector s = indicator(h.mul(direction).add(offset), flip);
            one.sub(kept.mul(s)).mul(h).add(jump.mul(s)).intoArray(v, w + i);
            h.sub(subtracted).intoArray(distance, w + i);
        }
    }

    @Override
    public void throughSpike(
            NeuronCoefficients c,
            HeapView spikeGradient,
            int at,
            float[] distance,
            float[] surrogate,
            float[] carried,
            float[] chargeGradient,
            int w,
            int from,
            int to) {
        int end = end(from, to);
        throughSpike(
                c,
                VectorMemory.of(spikeGradient.bytes()),
                at,
                distance,
                surrogate,
                carried,
                chargeGradient,
                w,
                from,
                end);
        if (end < to) {
            last.throughSpike(c, spikeGradient, at, distance, surrogate, carried, chargeGradient, w, end, to);
        }
    }

    private static void throughSpike(
            NeuronCoefficients c,
            Object spikeGradient,
            int at,
            float[] distance,
            float[] surrogate,
            float[] carried,
            float[] chargeGradient,
            int w,
            int from,
            int to) {
        FloatVector kept = all(c.kept());
        FloatVector level = all(c.level());
        FloatVector slope = all(c.slope());
        FloatVector direction = direction(c);
        IntVector flip = flip(c);
        FloatVector one = all(1);
        FloatVector zero = all(0);
        for (int i = from; i < to; i += L) {
            FloatVector u = load(distance, w + i);
            FloatVector dv = load(carried, w + i);
            // Adding 0 turns the -0 of an exact threshold into 0.
            FloatVector s = indicator(u.mul(direction).add(zero), flip);
            FloatVector g = load(spikeGradient, at + i).add(dv.mul(level.add(slope.mul(u))));
            dv.mul(one.sub(kept.mul(s))).add(g.mul(load(surrogate, w + i))).intoArray(chargeGradient, w + i);
        }
    }

    @Override
    public void throughCharge(
            NeuronCoefficients c,
            float[] chargeGradient,
            float[] carried,
            int w,
            HeapView y,
            HeapView dz,
            int at,
            float[] gradientSum,
            float[] productSum,
            int from,
            int to) {
        int end = end(from, to);
        throughCharge(
                c,
                chargeGradient,
                carried,
                w,
                VectorMemory.of(y.bytes()),
                VectorMemory.of(dz.bytes()),
                at,
                gradientSum,
                productSum,
                from,
                end);
        if (end < to) {
            last.throughCharge(c, chargeGradient, carried, w, y, dz, at, gradientSum, productSum, end, to);
        }
    }

    private static void throughCharge(
            NeuronCoefficients c,
            float[] chargeGradient,
            float[] carried,
            int w,
            Object y,
            Object dz,
            int at,
            float[] gradientSum,
            float[] productSum,
            int from,
            int to) {
        FloatVector decay = all(c.decay());
        FloatVector gain = all(c.gain());
        for (int i = from; i < to; i += L) {
            FloatVector dh = load(chargeGradient, w + i);
            FloatVector g = dh.mul(gain);
            dh.mul(decay).intoArray(carried, w + i);
            load(gradientSum, i).add(g).intoArray(gradientSum, i);
            load(productSum, i).add(g.mul(load(y, at + i))).intoArray(productSum, i);
            store(g, dz, at + i);
        }
    }

    @Override
    public void moments(HeapView x, int at, float[] pivot, float[] sum, float[] square, int from, int to) {
        Object bytes = VectorMemory.of(x.bytes());
        int end = end(from, to);
        for (int i = from; i < end; i += L) {
            FloatVector d = load(bytes, at + i).sub(load(pivot, i));
            load(sum, i).add(d).intoArray(sum, i);
            load(square, i).add(d.mul(d)).intoArray(square, i);
        }
        if (end < to) {
            last.moments(x, at, pivot, sum, square, end, to);
        }
    }

    @Override
    public void combine(HeapView dz, HeapView y, int at, float[] a, float[] b, float[] d, int from, int to) {
        int end = end(from, to);
        combine(VectorMemory.of(dz.bytes()), VectorMemory.of(y.bytes()), at, a, b, d, from, end);
        if (end < to) {
            last.combine(dz, y, at, a, b, d, end, to);
        }
    }

    private static void combine(Object dz, Object y, int at, float[] a, float[] b, float[] d, int from, int to) {
        for (int i = from; i < to; i += L) {
            FloatVector product = load(a, i).mul(load(dz, at + i));
            store(product.add(load(b, i).mul(load(y, at + i))).add(load(d, i)), dz, at + i);
        }
    }
}
