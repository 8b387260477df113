package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Products of matrices with the same bits for any number of threads. ND4J's own {@code mmul} leaves the work to OpenBLAS, whose last bits depend on how
 * many threads share it; here one native thread does it, which suits the small products of objectives.
 */
public final class MatrixProduct {
    private MatrixProduct() {}

    /** a b, a new array. */
    public static INDArray of(INDArray a, INDArray b) {
        return into(a, false, b, false, target(a, a.size(0), b.size(1)));
    }

    /** a b<sup>T</sup>, a new array. */
    public static INDArray withTransposed(INDArray a, INDArray b) {
        return into(a, false, b, true, target(a, a.size(0), b.size(0)));
    }

    /** a<sup>T</sup> b, a new array. */
    public static INDArray ofTransposed(INDArray a, INDArray b) {
        return into(a, true, b, false, target(a, a.size(1), b.size(1)));
    }

    private static INDArray target(INDArray model, long rows, long columns) {
        return Nd4j.createUninitialized(model.dataType(), new long[] {rows, columns}, 'c');
    }

    private static INDArray into(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray out) {
        NativeThreads.single(() -> Nd4j.exec(DynamicCustomOp.builder("matmul")
                .addInputs(a, b)
                .addOutputs(out)
                .addIntegerArguments(transposeA ? 1 : 0, transposeB ? 1 : 0, 0)
                .build()));
        return out;
    }
}
