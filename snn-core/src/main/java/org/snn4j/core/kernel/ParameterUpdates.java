package org.snn4j.core.kernel;

import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Optimizer steps in one pass over memory, on all cores; the same bits for any number of threads. Arrays are dense and in single precision.
 */
public final class ParameterUpdates {
    private static final int TILE = 1024;
    private static final int PART = 1 << 15;
    private static final Supplier<BlockLoops> LOOPS = VectorApi.rowSums().orElseGet(JavaRowSums::new)::loops;

    private ParameterUpdates() {}

    /** True if an array is of the kind that can be updated here, false if that is left to ND4J. */
    public static boolean supports(INDArray array) {
        return array.dataType() == DataType.FLOAT
                && array.length() <= Integer.MAX_VALUE / Float.BYTES
                && Backend.inMainMemory();
    }

    /**
     * Adam without correction: mean = keptMean*mean + (1 - keptMean)*gradient, likewise of its square; then the gradient becomes
     * rate*mean / (sqrt(square) + epsilon). All arrays are written to.
     */
    public static void adami(
            INDArray gradient,
            INDArray mean,
            INDArray square,
            float keptMean,
            float keptSquare,
            float rate,
            float epsilon) {
        HeapView g = HeapView.of(gradient);
        HeapView m = HeapView.of(mean);
        HeapView q = HeapView.of(square);
        forEachTile(
                g.length(),
                (loops, at, length) -> loops.adam(g, m, q, at, keptMean, keptSquare, rate, epsilon, 0, length));
    }

    /** Momentum: sum = kept*sum + gradient; then the gradient becomes rate*sum. Both arrays are written to. */
    public static void momentumi(INDArray gradient, INDArray sum, float kept, float rate) {
        HeapView g = HeapView.of(gradient);
        HeapView b = HeapView.of(sum);
        forEachTile(g.length(), (loops, at, length) -> loops.momentum(g, b, at, kept, rate, 0, length));
    }

    private interface TileWork {
        void run(BlockLoops loops, int at, int length);
    }

    private static void forEachTile(long values, TileWork work) {
        int length = Math.toIntExact(values);
        new WorkerPool<>(LOOPS).forEach((length + PART - 1) / PART, (loops, part) -> {
            int end = Math.min(length, (part + 1) * PART);
            for (int at = part * PART; at < end; at += TILE) {
                work.run(loops, at, Math.min(TILE, end - at));
            }
        });
    }
}
