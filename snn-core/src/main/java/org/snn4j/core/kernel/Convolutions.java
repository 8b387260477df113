package org.snn4j.core.kernel;

import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Convolutions by the kernel that costs least for the window, the shapes and the share of non-zero inputs at hand. */
final class Convolutions {
    static final String SPARSE = "sparse";
    static final String WINOGRAD = "winograd";
    static final String DENSE = "dense";

    /** oneDNN reaches only a few per cent of its usual rate at the weight gradient of so few input channels. */
    private static final int FEW_CHANNELS = 4;
    /** Channels that make the transforms of tiles worth their cost. */
    private static final int TILED_CHANNELS = 16;
    /** Density up to which walking the non-zero inputs of many pixels costs less than tiles that all lie inside the map. Measured on one machine. */
    private static final double LIMIT = 0.12;
    /** What bringing weights into order for sparse sums costs more than for tiles, in sums over all inputs of so many pixels. Measured there, too. */
    private static final double ORDER = 100;

    /** Bytes of the arrays of a thread: those of some pieces, each about as large as a second-level cache. */
    private static final int TASK_ARRAYS = 4 << 20;

    private final Workspace workspace = new Workspace();
    private final RowSums sums;
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
        this.tiles = loops.map(l -> new WinogradConvolution(l, workspace));
        this.chunked = chunked;
        this.path = path;
        this.listener = listener;
    }

    void forward(INDArray input, INDArray weight, INDArray bias, Window window, INDArray out) {
        boolean fits = fits(weight, window, out);
        switch (choose(KernelListener.FORWARD, input, window, fits, forwardLimit(fits, out))) {
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
        boolean fits = fits(weight, window, outGradient);
        double limit = gradientLimit(fits, weight, outGradient, window, inputGradient != null);
        String kernel = choose(KernelListener.WEIGHT_GRADIENT, input, window, fits, limit);
        if (inputGradient != null) {
            listener.chosen(KernelListener.INPUT_GRADIENT, fits ? WINOGRAD : DENSE, Double.NaN);
        }
        if (kernel.equals(DENSE)) {
            chunked.convolutionBackward(
                    input, weight, outGradient, window, fits ? null : inputGradient, weightGradient, biasGradient);
        } else if (kernel.equals(SPARSE)) {
            new SparseConvolution(sums, workspace, input, weight, window)
                    .weightGradient(input, outGradient, weightGradient, biasGradient);
        } else {
            tiles.orElseThrow().weightGradient(input, outGradient, window.padding(), weightGradient);
            chunked.biasGradient(outGradient, biasGradient);
        }
        if (inputGradient != null && fits) {
            tiles.orElseThrow().inputGradient(weight, outGradient, window.padding(), inputGradient);
        } else if (inputGradient != null && !kernel.equals(DENSE)) {
            chunked.convolutionInputGradient(input, weight, outGradient, window, inputGradient);
        }
    }

    /** True if tiles can be used and there are channels enough. */
    private boolean fits(INDArray weight, Window window, INDArray out) {
        return fits(out.dataType(), weight.size(1), weight.size(0), window);
    }

    private boolean fits(DataType type, long in, long out, Window window) {
        return tiles.isPresent()
                && path != ConvolutionPath.DENSE
                && type == DataType.FLOAT
                && WinogradConvolution.fits(window)
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
        }
        return new WorkingMemory(
                fits ? 0 : ChunkedOperations.partsOfGradient() * weights * type.width(),
                heap * Float.BYTES + (long) Threads.count() * TASK_ARRAYS);
    }

    /** The density that decides: tiles that reach over the border do more work than a map needs. */
    private double forwardLimit(boolean fits, INDArray out) {
        double pixels = out.size(0) * out.size(1) * out.size(2);
        return fits ? LIMIT * WinogradConvolution.excess(out) - ORDER / pixels : sums.densityLimit();
    }

    /**
     * The same for the gradient of the weights. Tiles where weights are so many that sparse sums of them are not shared by threads. With a stride, the dense
     * operation gives the gradient of the input only together with that of the weights.
     */
    private double gradientLimit(
            boolean fits, INDArray weight, INDArray outGradient, Window window, boolean inputGradient) {
        if (!fits) {
            boolean together = inputGradient && window.stride() > 1;
            return together ? 0 : sums.gradientDensityLimit() / window.stride();
        }
        return SparseConvolution.sharesGradient(weight) ? LIMIT * WinogradConvolution.excess(outGradient) : 0;
    }

    private String choose(String operation, INDArray input, Window window, boolean fits, double limit) {
        if (input.dataType() != DataType.FLOAT || window.padding() >= window.size()) {
            listener.chosen(operation, DENSE, Double.NaN);
            return DENSE;
        }
        double density = Density.of(input);
        boolean sparse =
                switch (path) {
                    case SPARSE -> true;
                    case WINOGRAD -> !fits && input.size(-1) <= FEW_CHANNELS;
                    case DENSE -> false;
                    case MEASURED -> input.size(-1) <= FEW_CHANNELS || density <= limit;
                };
        String kernel = sparse ? SPARSE : fits ? WINOGRAD : DENSE;
        listener.chosen(operation, kernel, density);
        return kernel;
    }
}
