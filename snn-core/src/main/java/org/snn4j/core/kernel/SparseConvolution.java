package org.snn4j.core.kernel;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution that does work for the non-zero inputs only: spikes, pooled spikes, event counts. Single precision, any window with padding below its
 * size.
 *
 * <p>Parts of the rows are cut by the shapes alone, so the sums are the same for any number of threads. What the innermost loops read again and
 * again, weights forward and gradients backward, is cut into pieces that stay in the second-level cache.
 */
final class SparseConvolution {
    private static final int CHUNKS = 8;
    /** Values that the parts of a weight gradient may have together. */
    private static final int PARTIAL = 1 << 22;
    /** Values of a piece that stays in the second-level cache: half a MiB. */
    private static final int CACHED = 1 << 17;
    /** Values of the frames that a task works on at a time. */
    private static final int GROUP = 1 << 17;

    private final RowSums sums;
    private final Workspace workspace;
    private final Window window;
    private final int rows;
    private final int height;
    private final int width;
    private final int in;
    private final int out;
    private final int outHeight;
    private final int outWidth;

    SparseConvolution(RowSums sums, Workspace workspace, INDArray input, INDArray weight, Window window) {
        this.sums = sums;
        this.workspace = workspace;
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
        float[] taps = ConvolutionWeights.byTap(weight, workspace);
        float[] start = bias == null ? new float[out] : bias.dup().data().asFloat();
        HeapView source = HeapView.of(input);
        HeapView target = HeapView.of(output);
        int inLength = height * width * in;
        int outLength = outHeight * outWidth * out;
        int group = clamp(GROUP / Math.max(inLength, outLength));
        forEachChunk(chunks(), (chunk, first, last) -> {
            int most = Math.min(group, last - first);
            float[] x = TaskArrays.take(0, most * inLength);
            float[] y = TaskArrays.take(1, HeapAlignment.FIRST + most * outLength);
            Gather gather = new Gather(taps, most);
            for (int row = first; row < last; row += most) {
                int frames = Math.min(most, last - row);
                source.read(row * inLength, x, 0, frames * inLength);
                gather.frames(x, frames, start, y);
                target.write(row * outLength, y, HeapAlignment.FIRST, frames * outLength);
            }
        });
        workspace.giveBack(taps);
    }

    /** Brings together, for one output pixel after the other, the weights that its non-zero inputs meet. */
    private final class Gather {
        private final float[] taps;
        private final SparsePixels pixels;
        private final int[] columnStarts = new int[width + 1];
        private final int[] starts = TaskArrays.ints(3, window.size() * width * in + RowSums.OVERRUN);
        private final float[] factors = TaskArrays.take(4, window.size() * width * in + RowSums.OVERRUN);

        Gather(float[] taps, int frames) {
            this.taps = taps;
            this.pixels = new SparsePixels(frames * height * width, in);
        }

        /** Channel block by channel block, so that the weights at work stay in the cache for all frames. */
        void frames(float[] x, int frames, float[] start, float[] y) {
            for (int at = 0; at < frames * outHeight * outWidth * out; at += out) {
                System.arraycopy(start, 0, y, HeapAlignment.FIRST + at, out);
            }
            int block = clamp(CACHED / (window.size() * window.size() * out));
            int blocks = (in + block - 1) / block;
            for (int b = 0; b < blocks; b++) {
                pixels.fill(x, frames * height * width, in * b / blocks, in * (b + 1) / blocks);
                for (int frame = 0; frame < frames; frame++) {
                    frame(frame, y);
                }
            }
        }

        private void frame(int frame, float[] y) {
            for (int row = 0; row < outHeight; row++) {
                list(frame, row * window.stride() - window.padding());
                for (int column = 0; column < outWidth; column++) {
                    int left = column * window.stride() - window.padding();
                    int from = columnStarts[Math.max(0, left)];
                    int to = columnStarts[Math.min(width, left + window.size())];
                    int offset = HeapAlignment.FIRST - left * in * out;
                    int at = HeapAlignment.FIRST + ((frame * outHeight + row) * outWidth + column) * out;
                    sums.add(taps, offset, starts, factors, from, to, y, at, out);
                }
            }
        }

        /**
         * Lists the non-zero inputs of the lines that a window meets, column by column, so that every window is one run of the list. Place (pixel,
         * channel) becomes row (tap, channel) of the weights for a window at the left edge.
         */
        private void list(int frame, int top) {
            int n = 0;
            for (int x = 0; x < width; x++) {
                columnStarts[x] = n;
                for (int ky = Math.max(0, -top); ky < Math.min(window.size(), height - top); ky++) {
                    int first = (frame * height + top + ky) * width;
                    int from = pixels.pixelStart(first + x);
                    int to = pixels.pixelStart(first + x + 1);
                    int shift = (ky * window.size() - first) * in;
                    n = sums.list(pixels.places(), pixels.values(), from, to, shift, out, starts, factors, n);
                }
            }
            columnStarts[width] = n;
        }
    }

    /** Gradient of the weights and, if {@code biasGradient} is not null, of the bias. */
    void weightGradient(INDArray input, INDArray outGradient, INDArray weightGradient, INDArray biasGradient) {
        HeapView source = HeapView.of(input);
        HeapView gradient = HeapView.of(outGradient);
        int inLength = height * width * in;
        int group = clamp(CACHED / paddedLength());
        int weights = window.size() * window.size() * in * out;
        int chunks = Math.min(chunks(), clamp(PARTIAL / weights));
        float[][] partial = new float[chunks][];
        float[][] biasPartial = new float[chunks][out];
        forEachChunk(chunks, (chunk, first, last) -> {
            int most = Math.min(group, last - first);
            float[] x = TaskArrays.take(0, most * inLength);
            SparsePixels pixels = new SparsePixels(most * height * width, in);
            GradientFrames g = new GradientFrames(most);
            float[] sum = workspace.take(HeapAlignment.FIRST + weights);
            Arrays.fill(sum, 0, HeapAlignment.FIRST + weights, 0f);
            for (int row = first; row < last; row += most) {
                int frames = Math.min(most, last - row);
                source.read(row * inLength, x, 0, frames * inLength);
                pixels.fill(x, frames * height * width, 0, in);
                pixels.byChannel(g.positions);
                g.read(gradient, row, frames);
                g.addWeights(pixels, sum);
                if (biasGradient != null) {
                    g.addBias(frames, biasPartial[chunk]);
                }
            }
            partial[chunk] = sum;
        });
        PartialSums.totali(partial, HeapAlignment.FIRST, weights);
        float[] ordered = workspace.take(weights);
        ConvolutionWeights.ofTaps(partial[0], ordered, in, out, window.size() * window.size());
        HeapView.of(weightGradient).write(0, ordered, 0, weights);
        workspace.giveBack(ordered);
        workspace.giveBack(partial);
        if (biasGradient != null) {
            PartialSums.totali(biasPartial, 0, out);
            HeapView.of(biasGradient).write(0, biasPartial[0], 0, out);
        }
    }

    /** Values of an output gradient with zeros around it, so that every tap of every input pixel meets a value. */
    private int paddedLength() {
        return (height + window.size() - 1) * (width + window.size() - 1) * out;
    }

    /** Output gradients of a few frames, each with zeros around it. */
    private final class GradientFrames {
        private final int margin = window.size() - 1 - window.padding();
        private final int lineLength = width + window.size() - 1;
        private final float[] values;
        /** Where the last tap of each input pixel finds its gradient. */
        private final int[] positions;

        GradientFrames(int frames) {
            values = TaskArrays.take(1, HeapAlignment.FIRST + frames * paddedLength());
            Arrays.fill(values, 0f);
            positions = new int[frames * height * width];
            Arrays.setAll(positions, pixel -> {
                int frame = pixel / (height * width);
                int line = pixel / width % height;
                return frame * paddedLength() + (line * lineLength + pixel % width) * out;
            });
        }

        void read(HeapView gradient, int row, int frames) {
            for (int line = 0; line < frames * outHeight; line++) {
                int from = (row * outHeight + line) * outWidth * out;
                if (window.stride() == 1) {
                    gradient.read(from, values, at(line, 0), outWidth * out);
                    continue;
                }
                for (int column = 0; column < outWidth; column++) {
                    gradient.read(from + column * out, values, at(line, column), out);
                }
            }
        }

        /** Where the gradient of an output pixel lies, lines counted over the frames; with a stride, zeros lie between. */
        private int at(int line, int column) {
            int y = line % outHeight * window.stride() + margin;
            int x = column * window.stride() + margin;
            return HeapAlignment.FIRST + line / outHeight * paddedLength() + (y * lineLength + x) * out;
        }

        void addWeights(SparsePixels pixels, float[] sum) {
            int size = window.size();
            for (int c = 0; c < in; c++) {
                int from = pixels.channelStart(c);
                int to = pixels.channelStart(c + 1);
                for (int tap = 0; from < to && tap < size * size; tap++) {
                    int shift =
                            HeapAlignment.FIRST + ((size - 1 - tap / size) * lineLength + size - 1 - tap % size) * out;
                    int at = HeapAlignment.FIRST + (tap * in + c) * out;
                    sums.add(values, shift, pixels.channelPlaces(), pixels.channelValues(), from, to, sum, at, out);
                }
            }
        }

        void addBias(int frames, float[] sum) {
            for (int line = 0; line < frames * outHeight; line++) {
                for (int column = 0; column < outWidth; column++) {
                    int start = at(line, column);
                    for (int o = 0; o < out; o++) {
                        sum[o] += values[start + o];
                    }
                }
            }
        }
    }

    private static int clamp(int count) {
        return Math.max(1, count);
    }

    private int chunks() {
        return Math.min(CHUNKS, rows);
    }

    /** A part of the rows: [first, last). */
    private interface ChunkTask {
        void accept(int chunk, int first, int last);
    }

    private void forEachChunk(int chunks, ChunkTask task) {
        Parallel.forEach(
                chunks,
                chunk -> task.accept(
                        chunk, (int) ((long) rows * chunk / chunks), (int) ((long) rows * (chunk + 1) / chunks)));
    }
}
