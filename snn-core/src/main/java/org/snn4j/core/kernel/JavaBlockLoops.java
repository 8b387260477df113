package org.snn4j.core.kernel;

import java.util.Arrays;

/** Loops that the compiler vectorises by itself, on copies of the tile. */
final class JavaBlockLoops implements BlockLoops {
    /** Two factors of this size lift the smallest positive difference of floats above 1. */
    private static final float LARGE = 1e38f;

    private float[] first = new float[0];
    private float[] second = new float[0];
    private float[] third = new float[0];

    private void reserve(int length) {
        if (first.length < length) {
            first = new float[length];
            second = new float[length];
            third = new float[length];
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
            HeapView spikes,
            int spikesAt,
            int from,
            int to) {
        reserve(to);
        y.read(at + from, first, from, to - from);
        charge(c, first, scale, shift, v, second, from, to);
        spike(second, c.threshold(), c.inclusive(), first, from, to);
        reset(second, first, c, v, from, to);
        spikes.write(spikesAt + from, first, from, to - from);
        return sum(first, from, to);
    }

    /** Four sums side by side: one alone waits for every addition. Whole numbers, so their order does not matter. */
    private static float sum(float[] spikes, int from, int to) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a += spikes[i];
            b += spikes[i + 1];
            c += spikes[i + 2];
            d += spikes[i + 3];
        }
        for (; i < to; i++) {
            a += spikes[i];
        }
        return a + b + c + d;
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
        reserve(to);
        y.read(at + from, first, from, to - from);
        charge(c, first, scale, shift, v, second, from, to);
        spike(second, c.threshold(), c.inclusive(), first, from, to);
        reset(second, first, c, v, from, to);
        for (int i = from; i < to; i++) {
            distance[i] = second[i] - reference;
        }
    }

    private static void charge(
            NeuronCoefficients c, float[] y, float[] scale, float[] shift, float[] v, float[] h, int from, int to) {
        float decay = c.decay();
        float gain = c.gain();
        float drive = c.drive();
        for (int i = from; i < to; i++) {
            h[i] = decay * v[i] + gain * (y[i] * scale[i] + shift[i]) + drive;
        }
    }

    /** s = 1 where h exceeds (inclusive: reaches) the threshold, without a branch so that the loop vectorises. */
    static void spike(float[] h, float threshold, boolean inclusive, float[] s, int from, int to) {
        if (inclusive) {
            for (int i = from; i < to; i++) {
                s[i] = 1f - Math.min(1f, Math.max(0f, (threshold - h[i]) * LARGE * LARGE));
            }
        } else {
            for (int i = from; i < to; i++) {
                s[i] = Math.min(1f, Math.max(0f, (h[i] - threshold) * LARGE * LARGE));
            }
        }
    }

    static void reset(float[] h, float[] s, NeuronCoefficients c, float[] v, int from, int to) {
        float kept = c.kept();
        float jump = c.jump();
        for (int i = from; i < to; i++) {
            v[i] = (1f - kept * s[i]) * h[i] + jump * s[i];
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
        reserve(to);
        spikeGradient.read(gradientAt + from, first, from, to - from);
        y.read(at + from, second, from, to - from);
        throughSpike(c, first, tile, third, from, to);
        throughCharge(c, second, tile, first, from, to);
        dz.write(at + from, first, from, to - from);
    }

    private static void throughSpike(
            NeuronCoefficients c, float[] spikeGradient, GradientTile tile, float[] spikes, int from, int to) {
        float[] distance = tile.distance;
        float[] derivative = tile.derivative;
        float[] added = tile.added;
        float[] carried = tile.carried;
        float decay = tile.decay;
        float kept = c.kept();
        float level = c.level();
        float slope = c.slope();
        spike(distance, 0, c.inclusive(), spikes, from, to);
        for (int i = from; i < to; i++) {
            float dv = carried[i] * decay;
            float ds = spikeGradient[i] + dv * (level + slope * distance[i]);
            carried[i] = dv * (1f - kept * spikes[i]) + ds * derivative[i] + added[i];
        }
    }

    private static void throughCharge(
            NeuronCoefficients c, float[] y, GradientTile tile, float[] dz, int from, int to) {
        float[] carried = tile.carried;
        float[] gradientSum = tile.gradientSum;
        float[] productSum = tile.productSum;
        float gain = c.gain();
        for (int i = from; i < to; i++) {
            float g = carried[i] * gain;
            dz[i] = g;
            gradientSum[i] += g;
            productSum[i] += g * y[i];
        }
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

    @Override
    public void average(PoolWindow window, HeapView x, int from, HeapView pooled, int to) {
        int line = window.line();
        reserve(line);
        x.read(from, first, 0, line);
        for (int dy = 1; dy < window.height(); dy++) {
            x.read(from + dy * line, second, 0, line);
            for (int i = 0; i < line; i++) {
                first[i] += second[i];
            }
        }
        int channels = window.channels();
        for (int at = 0; at < window.pooledLine(); at += channels) {
            averagePixels(first, at * window.width(), window, third, at);
        }
        pooled.write(to, third, 0, window.pooledLine());
    }

    private static void averagePixels(float[] line, int from, PoolWindow window, float[] pooled, int at) {
        int channels = window.channels();
        int last = (window.width() - 1) * channels;
        float share = window.share();
        for (int c = 0; c < channels; c++) {
            float sum = line[from + c];
            for (int i = channels; i <= last; i += channels) {
                sum += line[from + c + i];
            }
            pooled[at + c] = sum * share;
        }
    }

    @Override
    public void spread(PoolWindow window, HeapView pooledGradient, int from, HeapView gradient, int to) {
        int line = window.line();
        int channels = window.channels();
        int length = window.pooledLine();
        reserve(line);
        pooledGradient.read(from, first, 0, length);
        float share = window.share();
        for (int i = 0; i < length; i++) {
            first[i] *= share;
        }
        Arrays.fill(second, length * window.width(), line, 0f);
        for (int at = 0; at < length * window.width(); at += channels) {
            System.arraycopy(first, at / channels / window.width() * channels, second, at, channels);
        }
        for (int dy = 0; dy < window.height(); dy++) {
            gradient.write(to + dy * line, second, 0, line);
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
        reserve(to);
        gradient.read(at + from, first, from, to - from);
        mean.read(at + from, second, from, to - from);
        square.read(at + from, third, from, to - from);
        adam(first, second, third, keptMean, keptSquare, rate, epsilon, from, to);
        mean.write(at + from, second, from, to - from);
        square.write(at + from, third, from, to - from);
        gradient.write(at + from, first, from, to - from);
    }

    private static void adam(
            float[] gradient,
            float[] mean,
            float[] square,
            float keptMean,
            float keptSquare,
            float rate,
            float epsilon,
            int from,
            int to) {
        float newMean = 1 - keptMean;
        float newSquare = 1 - keptSquare;
        for (int i = from; i < to; i++) {
            float g = gradient[i];
            float m = keptMean * mean[i] + g * newMean;
            float q = keptSquare * square[i] + g * g * newSquare;
            mean[i] = m;
            square[i] = q;
            gradient[i] = m * rate / ((float) Math.sqrt(q) + epsilon);
        }
    }

    @Override
    public void momentum(HeapView gradient, HeapView sum, int at, float kept, float rate, int from, int to) {
        reserve(to);
        gradient.read(at + from, first, from, to - from);
        sum.read(at + from, second, from, to - from);
        for (int i = from; i < to; i++) {
            float b = kept * second[i] + first[i];
            second[i] = b;
            first[i] = b * rate;
        }
        sum.write(at + from, second, from, to - from);
        gradient.write(at + from, first, from, to - from);
    }
}
