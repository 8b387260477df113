package org.snn4j.core.kernel;

/** Loops that the compiler vectorises by itself, on copies of the tile. */
final class JavaBlockLoops implements BlockLoops {
    /** Two factors of this size lift the smallest positive difference of floats above 1. */
    private static final float LARGE = 1e38f;

    private float[] first = new float[0];
    private float[] second = new float[0];

    private void reserve(int length) {
        if (first.length < length) {
            first = new float[length];
            second = new float[length];
        }
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
        reserve(to);
        y.read(at + from, first, from, to - from);
        charge(c, first, scale, shift, v, w, second, from, to);
        spike(second, c, first, from, to);
        reset(second, first, c, v, w, from, to);
        spikes.write(at + from, first, from, to - from);
        float count = 0;
        for (int i = from; i < to; i++) {
            count += first[i];
        }
        return count;
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
        reserve(to);
        y.read(at + from, first, from, to - from);
        charge(c, first, scale, shift, v, w, second, from, to);
        spike(second, c, first, from, to);
        reset(second, first, c, v, w, from, to);
        for (int i = from; i < to; i++) {
            distance[w + i] = second[i] - reference;
        }
    }

    private static void charge(
            NeuronCoefficients c,
            float[] y,
            float[] scale,
            float[] shift,
            float[] v,
            int w,
            float[] h,
            int from,
            int to) {
        float decay = c.decay();
        float gain = c.gain();
        float drive = c.drive();
        for (int i = from; i < to; i++) {
            h[i] = decay * v[w + i] + gain * (y[i] * scale[i] + shift[i]) + drive;
        }
    }

    /** 1 where the distance to the threshold is positive, or where it is not negative; without a branch, so that loops vectorise. */
    static float spike(float distance, boolean inclusive) {
        return inclusive
                ? 1f - Math.min(1f, Math.max(0f, -distance * LARGE * LARGE))
                : Math.min(1f, Math.max(0f, distance * LARGE * LARGE));
    }

    private static void spike(float[] h, NeuronCoefficients c, float[] s, int from, int to) {
        float threshold = c.threshold();
        boolean inclusive = c.inclusive();
        for (int i = from; i < to; i++) {
            s[i] = spike(h[i] - threshold, inclusive);
        }
    }

    private static void reset(float[] h, float[] s, NeuronCoefficients c, float[] v, int w, int from, int to) {
        float kept = c.kept();
        float jump = c.jump();
        for (int i = from; i < to; i++) {
            v[w + i] = (1f - kept * s[i]) * h[i] + jump * s[i];
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
        reserve(to);
        spikeGradient.read(at + from, first, from, to - from);
        float kept = c.kept();
        float level = c.level();
        float slope = c.slope();
        boolean inclusive = c.inclusive();
        for (int i = from; i < to; i++) {
            float u = distance[w + i];
            float s = spike(u, inclusive);
            float g = first[i] + carried[w + i] * (level + slope * u);
            chargeGradient[w + i] = carried[w + i] * (1f - kept * s) + g * surrogate[w + i];
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
        reserve(to);
        y.read(at + from, first, from, to - from);
        float decay = c.decay();
        float gain = c.gain();
        for (int i = from; i < to; i++) {
            float dh = chargeGradient[w + i];
            float g = dh * gain;
            carried[w + i] = dh * decay;
            second[i] = g;
            gradientSum[i] += g;
            productSum[i] += g * first[i];
        }
        dz.write(at + from, second, from, to - from);
    }

    @Override
    public void moments(HeapView x, int at, float[] pivot, float[] sum, float[] square, int from, int to) {
        reserve(to);
        x.read(at + from, first, from, to - from);
        for (int i = from; i < to; i++) {
            float d = first[i] - pivot[i];
            sum[i] += d;
            square[i] += d * d;
        }
    }

    @Override
    public void combine(HeapView dz, HeapView y, int at, float[] a, float[] b, float[] d, int from, int to) {
        reserve(to);
        dz.read(at + from, first, from, to - from);
        y.read(at + from, second, from, to - from);
        for (int i = from; i < to; i++) {
            first[i] = a[i] * first[i] + b[i] * second[i] + d[i];
        }
        dz.write(at + from, first, from, to - from);
    }
}
