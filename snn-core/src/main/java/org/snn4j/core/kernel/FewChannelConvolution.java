package org.snn4j.core.kernel;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Convolution that walks the non-zero inputs, for first layers: few input channels, mostly zero.
 *
 * <p>oneDNN is slow at the weight gradient of two input channels (it reaches a few per cent of its usual rate), and it also computes an input
 * gradient that nobody reads there.
 */
final class FewChannelConvolution {
    /** Row blocks of the weight gradient, fixed so that the sum does not depend on the number of threads. */
    private static final int CHUNKS = 16;

    private final Window window;
    private final int height;
    private final int width;
    private final int in;
    private final int out;
    private final int outHeight;
    private final int outWidth;
    private final int rows;

    FewChannelConvolution(INDArray input, INDArray weight, Window window) {
        this.window = window;
        this.rows = Math.toIntExact(input.size(0));
        this.height = Math.toIntExact(input.size(1));
        this.width = Math.toIntExact(input.size(2));
        this.in = Math.toIntExact(input.size(3));
        this.out = Math.toIntExact(weight.size(0));
        this.outHeight = window.output(height);
        this.outWidth = window.output(width);
    }

    void forward(INDArray input, INDArray weight, INDArray bias, INDArray output) {
        float[] taps = tapsOf(weight);
        float[] start = bias == null ? new float[out] : bias.dup().data().asFloat();
        HeapView source = HeapView.of(input);
        HeapView target = HeapView.of(output);
        int chunks = Math.min(CHUNKS, rows);
        Parallel.forEach(chunks, chunk -> {
            float[] x = new float[height * width * in];
            float[] y = new float[outHeight * outWidth * out];
            for (int row = first(chunk, chunks); row < first(chunk + 1, chunks); row++) {
                source.read(row * x.length, x, 0, x.length);
                fill(y, start);
                eachRun(x, (value, tap, position, length) -> addScaled(taps, tap, value, y, position, length));
                target.write(row * y.length, y, 0, y.length);
            }
        });
    }

    void weightGradient(INDArray input, INDArray outGradient, INDArray weightGradient, INDArray biasGradient) {
        HeapView source = HeapView.of(input);
        HeapView gradient = HeapView.of(outGradient);
        int chunks = Math.min(CHUNKS, rows);
        float[][] partial = new float[chunks][];
        float[][] biasPartial = new float[chunks][out];
        Parallel.forEach(chunks, chunk -> {
            float[] x = new float[height * width * in];
            float[] g = new float[outHeight * outWidth * out];
            float[] sum = new float[window.size() * window.size() * in * out];
            for (int row = first(chunk, chunks); row < first(chunk + 1, chunks); row++) {
                source.read(row * x.length, x, 0, x.length);
                gradient.read(row * g.length, g, 0, g.length);
                eachRun(x, (value, tap, position, length) -> addScaled(g, position, value, sum, tap, length));
                if (biasGradient != null) {
                    addPixels(g, biasPartial[chunk]);
                }
            }
            partial[chunk] = sum;
        });
        weightGradient.assign(weightsOf(total(partial)));
        if (biasGradient != null) {
            biasGradient.assign(Nd4j.createFromArray(total(biasPartial)));
        }
    }

    private int first(int chunk, int chunks) {
        return (int) ((long) rows * chunk / chunks);
    }

    /** Weights and output pixels that lie side by side: with stride 1, a whole row of the window. */
    private interface RunConsumer {
        /** @param tap start in the reordered weights @param position start in the output frame @param length values in both */
        void accept(float value, int tap, int position, int length);
    }

    private void eachRun(float[] x, RunConsumer consumer) {
        int index = 0;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                for (int c = 0; c < in; c++, index++) {
                    if (x[index] != 0) {
                        spread(x[index], row, column, c, consumer);
                    }
                }
            }
        }
    }

    private void spread(float value, int row, int column, int channel, RunConsumer consumer) {
        for (int ky = 0; ky < window.size(); ky++) {
            int y = row + window.padding() - ky;
            if (y < 0 || y % window.stride() != 0 || y / window.stride() >= outHeight) {
                continue;
            }
            int taps = (ky * in + channel) * window.size() * out;
            int line = y / window.stride() * outWidth;
            if (window.stride() == 1) {
                spreadRow(value, column, taps, line, consumer);
            } else {
                spreadTaps(value, column, taps, line, consumer);
            }
        }
    }

    private void spreadRow(float value, int column, int taps, int line, RunConsumer consumer) {
        int leftmost = column + window.padding() - window.size() + 1;
        int from = Math.max(0, leftmost);
        int to = Math.min(outWidth, leftmost + window.size());
        if (from < to) {
            consumer.accept(value, taps + (from - leftmost) * out, (line + from) * out, (to - from) * out);
        }
    }

    private void spreadTaps(float value, int column, int taps, int line, RunConsumer consumer) {
        int leftmost = column + window.padding() - window.size() + 1;
        for (int k = 0; k < window.size(); k++) {
            int x = leftmost + k;
            if (x >= 0 && x % window.stride() == 0 && x / window.stride() < outWidth) {
                consumer.accept(value, taps + k * out, (line + x / window.stride()) * out, out);
            }
        }
    }

    private static void addScaled(float[] source, int from, float factor, float[] target, int to, int length) {
        for (int i = 0; i < length; i++) {
            target[to + i] += factor * source[from + i];
        }
    }

    private void fill(float[] y, float[] bias) {
        if (out == 1) {
            Arrays.fill(y, bias[0]);
            return;
        }
        for (int position = 0; position < y.length; position += out) {
            System.arraycopy(bias, 0, y, position, out);
        }
    }

    private void addPixels(float[] g, float[] sum) {
        for (int position = 0; position < g.length; position += out) {
            for (int o = 0; o < out; o++) {
                sum[o] += g[position + o];
            }
        }
    }

    private static float[] total(float[][] partial) {
        double[] sum = new double[partial[0].length];
        for (float[] part : partial) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i];
            }
        }
        float[] result = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            result[i] = (float) sum[i];
        }
        return result;
    }

    /** Weights [out, in, y, x] as [y, in, x reversed, out]: a non-zero input then meets each row of the window as one run. */
    private float[] tapsOf(INDArray weight) {
        float[] ordered = weight.dup('c').data().asFloat();
        float[] taps = new float[ordered.length];
        for (int i = 0; i < taps.length; i++) {
            taps[i] = ordered[weightIndex(i)];
        }
        return taps;
    }

    private INDArray weightsOf(float[] taps) {
        float[] ordered = new float[taps.length];
        for (int i = 0; i < taps.length; i++) {
            ordered[weightIndex(i)] = taps[i];
        }
        return Nd4j.createFromArray(ordered).reshape(out, in, window.size(), window.size());
    }

    /** Where the value at a position of the reordered weights stands in [out, in, y, x]. */
    private int weightIndex(int tap) {
        int size = window.size();
        int o = tap % out;
        int x = size - 1 - tap / out % size;
        int c = tap / out / size % in;
        int y = tap / out / size / in;
        return ((o * in + c) * size + y) * size + x;
    }
}
