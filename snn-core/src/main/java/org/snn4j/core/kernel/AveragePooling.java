package org.snn4j.core.kernel;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Mean over windows that do not overlap, channels-last, one task per row of the fold. */
final class AveragePooling {
    private final int windowHeight;
    private final int windowWidth;
    private final int rows;
    private final int width;
    private final int channels;
    private final int outHeight;
    private final int outWidth;
    private final int inLength;

    /** @param large the array before pooling (or its gradient): [rows, H, W, C] */
    AveragePooling(INDArray large, int windowHeight, int windowWidth) {
        this.windowHeight = windowHeight;
        this.windowWidth = windowWidth;
        this.rows = Math.toIntExact(large.size(0));
        this.width = Math.toIntExact(large.size(2));
        this.channels = Math.toIntExact(large.size(3));
        this.outHeight = Math.toIntExact(large.size(1)) / windowHeight;
        this.outWidth = width / windowWidth;
        this.inLength = Math.toIntExact(large.length() / rows);
    }

    void forward(INDArray input, INDArray output) {
        HeapView source = HeapView.of(input);
        HeapView target = HeapView.of(output);
        float share = 1f / (windowHeight * windowWidth);
        Parallel.forEach(rows, row -> {
            float[] line = new float[width * channels];
            float[] sum = new float[width * channels];
            float[] pooled = new float[outWidth * channels];
            for (int y = 0; y < outHeight; y++) {
                int first = row * inLength + y * windowHeight * line.length;
                source.read(first, sum, 0, line.length);
                for (int dy = 1; dy < windowHeight; dy++) {
                    source.read(first + dy * line.length, line, 0, line.length);
                    add(line, sum);
                }
                average(sum, share, pooled);
                target.write((row * outHeight + y) * pooled.length, pooled, 0, pooled.length);
            }
        });
    }

    private static void add(float[] values, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += values[i];
        }
    }

    /** Mean of neighbouring pixels of a line. */
    private void average(float[] line, float share, float[] pooled) {
        for (int x = 0; x < outWidth; x++) {
            int to = x * channels;
            int from = to * windowWidth;
            for (int c = 0; c < channels; c++) {
                float sum = line[from + c];
                for (int at = from + c + channels, end = from + windowWidth * channels; at < end; at += channels) {
                    sum += line[at];
                }
                pooled[to + c] = sum * share;
            }
        }
    }

    void backward(INDArray outGradient, INDArray inputGradient) {
        HeapView source = HeapView.of(outGradient);
        HeapView target = HeapView.of(inputGradient);
        float share = 1f / (windowHeight * windowWidth);
        Parallel.forEach(rows, row -> {
            float[] line = new float[width * channels];
            float[] pooled = new float[outWidth * channels];
            for (int y = 0; y < outHeight; y++) {
                source.read((row * outHeight + y) * pooled.length, pooled, 0, pooled.length);
                spread(pooled, share, line);
                for (int dy = 0; dy < windowHeight; dy++) {
                    target.write(row * inLength + (y * windowHeight + dy) * line.length, line, 0, line.length);
                }
            }
            Arrays.fill(line, 0f);
            for (int at = outHeight * windowHeight * line.length; at < inLength; at += line.length) {
                target.write(row * inLength + at, line, 0, line.length);
            }
        });
    }

    private void spread(float[] pooled, float share, float[] line) {
        for (int x = 0; x < outWidth * windowWidth; x++) {
            int from = x / windowWidth * channels;
            int to = x * channels;
            for (int c = 0; c < channels; c++) {
                line[to + c] = pooled[from + c] * share;
            }
        }
    }
}
