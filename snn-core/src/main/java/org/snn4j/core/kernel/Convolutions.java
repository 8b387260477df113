package org.snn4j.core.kernel;

import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Convolutions by the kernel that costs least for the window, the shapes and the share of non-zero inputs at hand. */
final class Convolutions {
    static final String SPARSE = "sparse";
    static final String WINOGRAD = "winograd";
    static final String PRODUCTS = "products";
    static final String DENSE = "dense";

    /** oneDNN reaches only a few per cent of its usual rate at the weight gradient of so few input channels. */
    private static final int FEW_CHANNELS = 4;
    /** Channels that make the transforms of tiles worth their cost. */
    private static final int TILED_CHANNELS = 16;
    /** Density up to which walking the non-zero inputs of many pixels with few channels costs less than tiles that all lie inside the map. Measured on one machine. */
    private static final double LIMIT = 0.17;
    /** Input channels that halve it: the more there are, the fewer outputs have their weights in the cache at a time. Measured there, too. */
    private static final double HALVING = 400;
    /** What bringing weights into order for sparse sums costs more than for tiles, in sums over all inputs of so many pixels. Measured there, too. */
    private static final double ORDER = 25;
    /** How much higher the limit is where only the gradient of the weights is wanted. Measured there, too. */
    private static final double ALONE = 1.5;

    /** Bytes of the arrays of a thread: those of some pieces, each about as large as a second-level cache. */
    private static final int TASK_ARRAYS = 4 << 20;

    private final Workspace workspace = new Workspace();
    private final RowSums sums;
    private final Optional<WinogradLoops> loops;
    private final Optional<WinogradConvolution> tiles;
    private final ChunkedOperations chunked;
    private final ConvolutionPath path;
    private final KernelListener listener;

    /** @param loops absent where Java has no Vector API */
    Convolutions(
            RowSums sums,
            Optional<WinogradLoops> loops,
            ChunkedOperations chunked,
            ConvolutionPath path,
            KernelListener listener) {
        this.sums = sums;
        this.loops = loops;
        this.tiles = loops.map(l -> new WinogradConvolution(l, workspace));
        this.chunked = chunked;
        this.path = path;
        this.listener = listener;
    }

    void forward(INDArray input, INDArray weight, INDArray bias, Window window, INDArray out) {
        if (input.isEmpty()) {
            return;
        }
        boolean fits = fits(weight, window, out);
        switch (choose(
                KernelListener.FORWARD, input, window, fits ? WINOGRAD : DENSE, forwardLimit(fits, weight, out))) {
            case SPARSE ->
                new SparseConvolution(sums, workspace, input, weight, window).forward(input, weight, bias, out);
            case WINOGRAD -> tiles.orElseThrow().forward(input, weight, bias, window.padding(), out);
            default -> chunked.convolution(input, weight, bias, window, out);
        }
    }

    void backward(
            INDArray input,
            INDArray weight,
            INDArray outGradient,
            Window window,
            INDArray inputGradient,
            INDArray weightGradient,
            INDArray biasGradient) {
        if (input.isEmpty()) {
            weightGradient.assign(0);
            Optional.ofNullable(biasGradient).ifPresent(gradient -> gradient.assign(0));
            return;
        }
        boolean fits = fits(weight, window, outGradient);
        boolean alone = inputGradient == null;
        boolean products = alone && multiplies(outGradient.dataType(), weight.size(1), weight.size(0));
        String dense = fits ? WINOGRAD : products ? PRODUCTS : DENSE;
        double limit = gradientLimit(fits, weight, outGradient, window, alone);
        String kernel = choose(KernelListener.WEIGHT_GRADIENT, input, window, dense, limit);
        if (inputGradient != null) {
            listener.chosen(KernelListener.INPUT_GRADIENT, fits ? WINOGRAD : DENSE, Double.NaN);
        }
        if (kernel.equals(DENSE)) {
            chunked.convolutionBackward(
                    input, weight, outGradient, window, fits ? null : inputGradient, weightGradient, biasGradient);
        } else {
            weightGradient(kernel, input, weight, outGradient, window, weightGradient, biasGradient);
        }
        if (inputGradient != null && fits) {
            tiles.orElseThrow().inputGradient(weight, outGradient, window.padding(), inputGradient);
        } else if (inputGradient != null && !kernel.equals(DENSE)) {
            chunked.convolutionInputGradient(weight, outGradient, window, inputGradient);
        }
    }

    private void weightGradient(
            String kernel,
            INDArray input,
            INDArray weight,
            INDArray outGradient,
            Window window,
            INDArray weightGradient,
            INDArray biasGradient) {
        if (kernel.equals(SPARSE)) {
            new SparseConvolution(sums, workspace, input, weight, window)
                    .weightGradient(input, outGradient, weightGradient, biasGradient);
            return;
        }
        if (kernel.equals(WINOGRAD)) {
            tiles.orElseThrow().weightGradient(input, outGradient, window.padding(), weightGradient);
        } else {
            new WeightProducts(loops.orElseThrow(), workspace, input, outGradient, window)
                    .weightGradient(weightGradient);
        }
        chunked.biasGradient(outGradient, biasGradient);
    }

    /** True if tiles can be used and there are channels enough. */
    private boolean fits(INDArray weight, Window window, INDArray out) {
        return fits(out.dataType(), weight.size(1), weight.size(0), window);
    }

    private boolean fits(DataType type, long in, long out, Window window) {
        return multiplies(type, in, out) && WinogradConvolution.fits(window);
    }

    /** True if products of matrices in vector registers can be used and there are channels enough. */
    private boolean multiplies(DataType type, long in, long out) {
        return loops.isPresent()
                && path != ConvolutionPath.DENSE
                && type == DataType.FLOAT
                && Math.min(in, out) >= TILED_CHANNELS;
    }

    /** Bytes of the arrays that are kept for the next call. */
    long kept() {
        return workspace.values() * Float.BYTES;
    }

    /** What a convolution works with, whichever kernels its passes are given: arrays that stay in the workspace, and parts of the dense operation. */
    WorkingMemory memory(DataType type, long[] input, int out, Window window) {
        long weights = input[3] * out * window.size() * window.size();
        boolean fits = fits(type, input[3], out, window);
        long heap = type == DataType.FLOAT ? SparseConvolution.workspace(weights) : 0;
        if (fits) {
            heap += WinogradConvolution.workspace(input, out, window);
        } else if (multiplies(type, input[3], out)) {
            heap = Math.max(heap, WeightProducts.workspace(weights));
        }
        return new WorkingMemory(
                fits ? 0 : ChunkedOperations.gradientValues(input, weights, window) * type.width(),
                heap * Float.BYTES + (long) Threads.count() * TASK_ARRAYS);
    }

    /** The density that decides: tiles that reach over the border do more work than a map needs. */
    private double forwardLimit(boolean fits, INDArray weight, INDArray out) {
        double pixels = out.size(0) * out.size(1) * out.size(2);
        return fits ? tilesLimit(weight, out) - ORDER / pixels : sums.densityLimit();
    }

    private static double tilesLimit(INDArray weight, INDArray out) {
        return LIMIT / (1 + weight.size(1) / HALVING) * WinogradConvolution.excess(out);
    }

    /**
     * The same for the gradient of the weights. Tiles where weights are so many that sparse sums of them are not shared by threads. With a stride, sparse sums meet
     * the zeros between gradients.
     *
     * @param alone whether the gradient of the input is not wanted, which the dense operation gives without being asked
     */
    private double gradientLimit(boolean fits, INDArray weight, INDArray outGradient, Window window, boolean alone) {
        if (fits) {
            return SparseConvolution.sharesGradient(weight) ? tilesLimit(weight, outGradient) : 0;
        }
        double limit = sums.gradientDensityLimit() / (window.stride() * window.stride());
        return alone ? ALONE * limit : limit;
    }

    /** @param dense what does the work if it is not sparse */
    private String choose(String operation, INDArray input, Window window, String dense, double limit) {
        if (input.dataType() != DataType.FLOAT || window.padding() >= window.size()) {
            listener.chosen(operation, DENSE, Double.NaN);
            return DENSE;
        }
        double density = Density.of(input);
        boolean sparse =
                switch (path) {
                    case SPARSE -> true;
                    case WINOGRAD -> input.size(-1) <= FEW_CHANNELS;
                    case DENSE -> false;
                    case MEASURED -> input.size(-1) <= FEW_CHANNELS || density <= limit;
                };
        String kernel = sparse ? SPARSE : dense;
        listener.chosen(operation, kernel, density);
        return kernel;
    }
}
