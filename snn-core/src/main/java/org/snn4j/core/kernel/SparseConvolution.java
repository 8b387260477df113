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
    private static final int PARTIAL = 5 << 20;
    /** Values of a piece that stays in the second-level cache: 640 KiB. */
    private static final int CACHED = 160 << 10;
    /** Output channels of the narrowest slice of weights: lists are walked once for each. */
    private static final int NARROWEST = 64;
    /** Weights up to which inputs are scattered: a quarter of the first-level cache. */
    private static final int FEW_WEIGHTS = 1 << 12;
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
        float[] start = bias == null ? new float[out] : bias.dup().data().asFloat();
        HeapView source = HeapView.of(input);
        HeapView target = HeapView.of(output);
        if (window.stride() == 1 && window.size() * window.size() * in * out <= FEW_WEIGHTS) {
            float[] mirrored = ConvolutionWeights.mirrored(weight);
            forEachChunk(chunks(), (chunk, first, last) -> {
                Scatter scatter = new Scatter(mirrored, start);
                for (int row = first; row < last; row++) {
                    scatter.frame(source, row, target);
                }
            });
            return;
        }
        int slice = slice();
        float[] taps = ConvolutionWeights.byTap(weight, slice, workspace);
        int group = clamp(GROUP / (height * width * in));
        forEachChunk(chunks(), (chunk, first, last) -> {
            int most = Math.min(group, last - first);
            Gather gather = new Gather(taps, slice, start, most);
            for (int row = first; row < last; row += most) {
                gather.frames(source, row, Math.min(most, last - row), target);
            }
        });
        workspace.giveBack(taps);
    }

    /** Output channels whose weights are at work at a time, so that they stay in the cache for all frames. */
    private int slice() {
        int slice = out;
        while (slice > NARROWEST && slice * window.size() * window.size() * in > CACHED) {
            slice = (slice / 2 + NARROWEST - 1) / NARROWEST * NARROWEST;
        }
        return slice;
    }

    /** Brings together, for one output pixel after the other, the weights that its non-zero inputs meet. */
    private final class Gather {
        private final float[] taps;
        private final int slice;
        private final float[] start;
        private final SparsePixels pixels;
        private final int[] columnStarts = new int[width + 1];
        private final WindowRows windows = new WindowRows(
                outWidth,
                TaskArrays.ints(3, window.size() * width * in + RowSums.OVERRUN),
                TaskArrays.take(4, window.size() * width * in + RowSums.OVERRUN));

        Gather(float[] taps, int slice, float[] start, int frames) {
            this.taps = taps;
            this.slice = slice;
            this.start = start;
            this.pixels = new SparsePixels(sums, frames * height * width, in);
        }

        void frames(HeapView source, int row, int frames, HeapView target) {
            pixels.fill(source, row * height * width * in, frames * height * width);
            for (int first = 0; first < out; first += slice) {
                for (int frame = 0; frame < frames; frame++) {
                    frame(frame, row + frame, target, first, Math.min(slice, out - first));
                }
            }
        }

        private void frame(int frame, int targetFrame, HeapView target, int first, int length) {
            int base = HeapAlignment.FIRST + window.size() * window.size() * in * first;
            for (int row = 0; row < outHeight; row++) {
                list(frame, row * window.stride() - window.padding(), length);
                for (int column = 0; column < outWidth; column++) {
                    int left = column * window.stride() - window.padding();
                    int from = columnStarts[Math.max(0, left)];
                    int to = columnStarts[Math.min(width, left + window.size())];
                    windows.set(column, from, to, base - left * in * length);
                }
                int at = (targetFrame * outHeight + row) * outWidth * out + first;
                sums.write(taps, windows, start, first, target, at, out, length);
            }
        }

        /**
         * Lists the non-zero inputs of the lines that a window meets, column by column, so that every window is one run of the list. Place (pixel,
         * channel) becomes row (tap, channel) of the weights for a window at the left edge.
         */
        private void list(int frame, int top, int length) {
            int n = 0;
            for (int x = 0; x < width; x++) {
                columnStarts[x] = n;
                for (int ky = Math.max(0, -top); ky < Math.min(window.size(), height - top); ky++) {
                    int first = (frame * height + top + ky) * width;
                    int from = pixels.pixelStart(first + x);
                    int to = pixels.pixelStart(first + x + 1);
                    int shift = (ky * window.size() - first) * in;
                    n = sums.list(
                            pixels.places(),
                            pixels.values(),
                            from,
                            to,
                            shift,
                            length,
                            windows.starts,
                            windows.factors,
                            n);
                }
            }
            columnStarts[width] = n;
        }
    }

    /** Adds each non-zero input to all outputs that it reaches: with so few weights they and a line of outputs stay in the first-level cache. */
    private final class Scatter {
        private final float[] mirrored;
        /** Outputs to the left and right of the map that inputs reach. */
        private final int margin = window.size() - 1 - window.padding();

        private final int lineLength = (width + window.size() - 1) * out;
        private final float[] empty = new float[HeapAlignment.FIRST + lineLength];
        private final float[] line = new float[HeapAlignment.FIRST + lineLength];
        private final long[] marks = new long[height * width * in / NonZeros.WORD + 1];
        private final int[] lineStarts = new int[height + 1];
        private final int[] found = new int[height * width * in];
        private final int[] starts = new int[found.length];
        private final int[] places = new int[found.length];
        private final float[] factors = new float[found.length];

        Scatter(float[] mirrored, float[] start) {
            this.mirrored = mirrored;
            for (int i = 0; i < lineLength; i++) {
                empty[HeapAlignment.FIRST + i] = start[i % out];
            }
        }

        void frame(HeapView source, int row, HeapView target) {
            list(source, row * found.length);
            int rowLength = window.size() * out;
            for (int y = 0; y < outHeight; y++) {
                System.arraycopy(empty, 0, line, 0, empty.length);
                int top = y - window.padding();
                for (int ky = Math.max(0, -top); ky < Math.min(window.size(), height - top); ky++) {
                    int from = lineStarts[top + ky];
                    int to = lineStarts[top + ky + 1];
                    int tap = HeapAlignment.FIRST + ky * in * rowLength;
                    sums.scatter(
                            mirrored, tap, starts, factors, places, from, to, line, HeapAlignment.FIRST, rowLength);
                }
                int at = (row * outHeight + y) * outWidth * out;
                target.write(at, line, HeapAlignment.FIRST + margin * out, outWidth * out);
            }
        }

        private void list(HeapView source, int from) {
            sums.mark(source.bytes(), from, found.length, marks);
            int n = 0;
            for (int y = 0; y < height; y++) {
                lineStarts[y] = n;
                n = NonZeros.list(marks, y * width * in, (y + 1) * width * in, found, n);
            }
            lineStarts[height] = n;
            for (int i = 0; i < n; i++) {
                factors[i] = source.value(from + found[i]);
                starts[i] = found[i] % in * window.size() * out;
                places[i] = found[i] / in % width * out;
            }
        }
    }

    /** Gradient of the weights and, if {@code biasGradient} is not null, of the bias. */
    void weightGradient(INDArray input, INDArray outGradient, INDArray weightGradient, INDArray biasGradient) {
        HeapView source = HeapView.of(input);
        HeapView gradient = HeapView.of(outGradient);
        int inLength = height * width * in;
        int group = clamp(CACHED / paddedLength());
        int weights = window.size() * window.size() * in * out;
        int chunks = Math.min(chunks(), parts(weights));
        float[][] partial = new float[chunks][];
        float[][] biasPartial = new float[chunks][out];
        forEachChunk(chunks, (chunk, first, last) -> {
            int most = Math.min(group, last - first);
            SparsePixels pixels = new SparsePixels(sums, most * height * width, in);
            GradientFrames g = new GradientFrames(most);
            float[] sum = workspace.take(HeapAlignment.FIRST + weights);
            Arrays.fill(sum, 0, HeapAlignment.FIRST + weights, 0f);
            for (int row = first; row < last; row += most) {
                int frames = Math.min(most, last - row);
                pixels.fill(source, row * inLength, frames * height * width);
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
        ConvolutionWeights.ofTaps(partial[0], in * out, out, ordered, in, out, window.size() * window.size());
        HeapView.of(weightGradient).write(0, ordered, 0, weights);
        workspace.giveBack(ordered);
        workspace.giveBack(partial);
        if (biasGradient != null) {
            PartialSums.totali(biasPartial, 0, out);
            HeapView.of(biasGradient).write(0, biasPartial[0], 0, out);
        }
    }

    /** Values of the arrays that it takes from the workspace at a time: parts of the gradient, or weights, and one more to bring them into order. */
    static long workspace(long weights) {
        return (parts(weights) + 1) * weights;
    }

    /** Parts that a gradient of so many weights is summed in: a power of two, of which threads take equally many. */
    private static int parts(long weights) {
        return Math.toIntExact(Long.highestOneBit(Math.max(1, Math.min(CHUNKS, PARTIAL / weights))));
    }

    /** True if the gradient of the weights is summed in more than one part. */
    static boolean sharesGradient(INDArray weight) {
        return parts(weight.length()) > 1;
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
