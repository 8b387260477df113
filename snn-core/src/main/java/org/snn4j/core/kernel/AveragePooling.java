package org.snn4j.core.kernel;

import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Mean over windows that do not overlap, channels-last, one task per row of the fold. */
final class AveragePooling {
    private final Supplier<BlockLoops> loops;
    private final PoolWindow window;
    private final int rows;
    private final int outHeight;
    private final int inLength;

    /** @param large the array before pooling (or its gradient): [rows, H, W, C] */
    AveragePooling(Supplier<BlockLoops> loops, INDArray large, int windowHeight, int windowWidth) {
        this.loops = loops;
        this.window = PoolWindow.of(large, windowHeight, windowWidth);
        this.rows = Math.toIntExact(large.size(0));
        this.outHeight = Math.toIntExact(large.size(1)) / windowHeight;
        this.inLength = Math.toIntExact(large.length() / rows);
    }

    private int large(int row, int y) {
        return row * inLength + y * window.height() * window.line();
    }

    private int pooled(int row, int y) {
        return (row * outHeight + y) * window.pooledLine();
    }

    void forward(INDArray input, INDArray output) {
        HeapView source = HeapView.of(input);
        HeapView target = HeapView.of(output);
        new WorkerPool<>(loops).forEach(rows, (own, row) -> {
            for (int y = 0; y < outHeight; y++) {
                own.average(window, source, large(row, y), target, pooled(row, y));
            }
        });
    }

    void backward(INDArray outGradient, INDArray inputGradient) {
        HeapView source = HeapView.of(outGradient);
        HeapView target = HeapView.of(inputGradient);
        float[] zeros = new float[window.line()];
        new WorkerPool<>(loops).forEach(rows, (own, row) -> {
            for (int y = 0; y < outHeight; y++) {
                own.spread(window, source, pooled(row, y), target, large(row, y));
            }
            for (int at = outHeight * window.height() * window.line(); at < inLength; at += zeros.length) {
                target.write(row * inLength + at, zeros, 0, zeros.length);
            }
        });
    }
}
