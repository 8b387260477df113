package org.snn4j.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors that are read from and written to ND4J's memory without a copy; what is left of a tile goes to plain loops.
 *
 * <p>Whether a neuron fires stands in three loops instead of a method: one that is compiled before its loop may be too large then to be inlined, and vectors would go through
 * the heap. It is 1 where the sign of x is set, or is not if all bits of {@code flip} are set, since masks of Java 17 take longer. What is no number, by bits that exceed those of
 * infinity, stays none, so that a diverged network shows it.
 */
final class VectorBlockLoops implements BlockLoops {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();
    private static final int SIGN = Integer.SIZE - 1;
    private static final int ONE = Float.floatToRawIntBits(1);
    private static final int MAGNITUDE = Integer.MAX_VALUE;
    private static final int INFINITE = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

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
            HeapView spikes,
            int spikesAt,
            int from,
            int to) {
        int end = end(from, to);
        float count = fire(
                c,
                VectorMemory.of(y.bytes()),
                at,
                scale,
                shift,
                v,
                VectorMemory.of(spikes.bytes()),
                spikesAt,
                from,
                end);
        return end == to ? count : count + last.fire(c, y, at, scale, shift, v, spikes, spikesAt, end, to);
    }

    private static float fire(
            NeuronCoefficients c,
            Object y,
            int at,
            float[] scale,
            float[] shift,
            float[] v,
            Object spikes,
            int spikesAt,
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
            FloatVector h = decay.mul(load(v, i)).add(gain.mul(z)).add(drive);
            IntVector x = h.mul(direction).add(offset).reinterpretAsInts();
            IntVector none = x.lanewise(VectorOperators.AND, MAGNITUDE)
                    .neg()
                    .add(INFINITE)
                    .lanewise(VectorOperators.ASHR, SIGN);
            FloatVector s = x.lanewise(VectorOperators.ASHR, SIGN)
                    .lanewise(VectorOperators.XOR, flip)
                    .lanewise(VectorOperators.AND, ONE)
                    .lanewise(VectorOperators.OR, none)
                    .reinterpretAsFloats();
            one.sub(kept.mul(s)).mul(h).add(jump.mul(s)).intoArray(v, i);
            store(s, spikes, spikesAt + i);
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
            float reference,
            float[] distance,
            int from,
            int to) {
        int end = end(from, to);
        charge(c, VectorMemory.of(y.bytes()), at, scale, shift, v, reference, distance, from, end);
        if (end < to) {
            last.charge(c, y, at, scale, shift, v, reference, distance, end, to);
        }
    }

    private static void charge(
            NeuronCoefficients c,
            Object y,
            int at,
            float[] scale,
            float[] shift,
            float[] v,
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
            FloatVector h = decay.mul(load(v, i)).add(gain.mul(z)).add(drive);
            IntVector x = h.mul(direction).add(offset).reinterpretAsInts();
            IntVector none = x.lanewise(VectorOperators.AND, MAGNITUDE)
                    .neg()
                    .add(INFINITE)
                    .lanewise(VectorOperators.ASHR, SIGN);
            FloatVector s = x.lanewise(VectorOperators.ASHR, SIGN)
                    .lanewise(VectorOperators.XOR, flip)
                    .lanewise(VectorOperators.AND, ONE)
                    .lanewise(VectorOperators.OR, none)
                    .reinterpretAsFloats();
            one.sub(kept.mul(s)).mul(h).add(jump.mul(s)).intoArray(v, i);
            h.sub(subtracted).intoArray(distance, i);
        }
    }

    @Override
    public void backward(
            NeuronCoefficients c,
            HeapView y,
            HeapView spikeGradient,
            int gradientAt,
            HeapView dz,
            int at,
            GradientTile tile,
            int from,
            int to) {
        int end = end(from, to);
        backward(
                c,
                VectorMemory.of(y.bytes()),
                VectorMemory.of(spikeGradient.bytes()),
                gradientAt,
                VectorMemory.of(dz.bytes()),
                at,
                tile,
                from,
                end);
        if (end < to) {
            last.backward(c, y, spikeGradient, gradientAt, dz, at, tile, end, to);
        }
    }

    private static void backward(
            NeuronCoefficients c,
            Object y,
            Object spikeGradient,
            int gradientAt,
            Object dz,
            int at,
            GradientTile tile,
            int from,
            int to) {
        float[] distance = tile.distance;
        float[] derivative = tile.derivative;
        float[] added = tile.added;
        float[] carried = tile.carried;
        float[] gradientSum = tile.gradientSum;
        float[] productSum = tile.productSum;
        FloatVector kept = all(c.kept());
        FloatVector level = all(c.level());
        FloatVector slope = all(c.slope());
        FloatVector decay = all(tile.decay);
        FloatVector gain = all(c.gain());
        FloatVector direction = direction(c);
        IntVector flip = flip(c);
        FloatVector one = all(1);
        FloatVector zero = all(0);
        for (int i = from; i < to; i += L) {
            FloatVector u = load(distance, i);
            FloatVector dv = load(carried, i).mul(decay);
            // Adding 0 turns the -0 of an exact threshold into 0.
            IntVector x = u.mul(direction).add(zero).reinterpretAsInts();
            IntVector none = x.lanewise(VectorOperators.AND, MAGNITUDE)
                    .neg()
                    .add(INFINITE)
                    .lanewise(VectorOperators.ASHR, SIGN);
            FloatVector s = x.lanewise(VectorOperators.ASHR, SIGN)
                    .lanewise(VectorOperators.XOR, flip)
                    .lanewise(VectorOperators.AND, ONE)
                    .lanewise(VectorOperators.OR, none)
                    .reinterpretAsFloats();
            FloatVector ds = load(spikeGradient, gradientAt + i).add(dv.mul(level.add(slope.mul(u))));
            FloatVector dh = dv.mul(one.sub(kept.mul(s)))
                    .add(ds.mul(load(derivative, i)))
                    .add(load(added, i));
            FloatVector g = dh.mul(gain);
            dh.intoArray(carried, i);
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

    private static boolean isPairs(PoolWindow window) {
        return window.height() == 2 && window.width() == 2 && window.channels() % L == 0;
    }

    @Override
    public void average(PoolWindow window, HeapView x, int from, HeapView pooled, int to) {
        if (!isPairs(window)) {
            last.average(window, x, from, pooled, to);
            return;
        }
        averagePairs(window, VectorMemory.of(x.bytes()), from, VectorMemory.of(pooled.bytes()), to);
    }

    /** In the order of the plain loops: down first. */
    private static void averagePairs(PoolWindow window, Object large, int from, Object small, int to) {
        int channels = window.channels();
        int below = window.line();
        int length = window.pooledLine();
        int at = from;
        int pixelEnd = channels;
        for (int i = 0; i < length; i += L) {
            if (i == pixelEnd) {
                pixelEnd += channels;
                at += channels;
            }
            FloatVector left = load(large, at + i).add(load(large, at + i + below));
            FloatVector right = load(large, at + i + channels).add(load(large, at + i + channels + below));
            store(left.add(right).mul(0.25f), small, to + i);
        }
    }

    @Override
    public void spread(PoolWindow window, HeapView pooledGradient, int from, HeapView gradient, int to) {
        if (!isPairs(window)) {
            last.spread(window, pooledGradient, from, gradient, to);
            return;
        }
        Object large = VectorMemory.of(gradient.bytes());
        spreadPairs(window, VectorMemory.of(pooledGradient.bytes()), from, large, to);
        FloatVector zero = all(0);
        for (int at = to + 2 * window.pooledLine(); at < to + window.line(); at += L) {
            store(zero, large, at);
            store(zero, large, at + window.line());
        }
    }

    private static void spreadPairs(PoolWindow window, Object small, int from, Object large, int to) {
        int channels = window.channels();
        int below = window.line();
        int length = window.pooledLine();
        int at = to;
        int pixelEnd = channels;
        for (int i = 0; i < length; i += L) {
            if (i == pixelEnd) {
                pixelEnd += channels;
                at += channels;
            }
            FloatVector g = load(small, from + i).mul(0.25f);
            store(g, large, at + i);
            store(g, large, at + i + channels);
            store(g, large, at + i + below);
            store(g, large, at + i + channels + below);
        }
    }

    @Override
    public void adam(
            HeapView gradient,
            HeapView mean,
            HeapView square,
            int at,
            float keptMean,
            float keptSquare,
            float rate,
            float epsilon,
            int from,
            int to) {
        int end = end(from, to);
        Object gradients = VectorMemory.of(gradient.bytes());
        Object means = VectorMemory.of(mean.bytes());
        Object squares = VectorMemory.of(square.bytes());
        for (int i = at + from; i < at + end; i += L) {
            FloatVector g = load(gradients, i);
            FloatVector m = load(means, i).mul(keptMean).add(g.mul(1 - keptMean));
            FloatVector q = load(squares, i).mul(keptSquare).add(g.mul(g).mul(1 - keptSquare));
            store(m, means, i);
            store(q, squares, i);
            store(m.mul(rate).div(q.sqrt().add(epsilon)), gradients, i);
        }
        if (end < to) {
            last.adam(gradient, mean, square, at, keptMean, keptSquare, rate, epsilon, end, to);
        }
    }

    @Override
    public void momentum(HeapView gradient, HeapView sum, int at, float kept, float rate, int from, int to) {
        int end = end(from, to);
        Object gradients = VectorMemory.of(gradient.bytes());
        Object sums = VectorMemory.of(sum.bytes());
        for (int i = at + from; i < at + end; i += L) {
            FloatVector b = load(sums, i).mul(kept).add(load(gradients, i));
            store(b, sums, i);
            store(b.mul(rate), gradients, i);
        }
        if (end < to) {
            last.momentum(gradient, sum, at, kept, rate, end, to);
        }
    }
}
