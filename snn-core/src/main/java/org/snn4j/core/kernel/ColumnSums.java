package org.snn4j.core.kernel;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Sums;

/** Sums along an axis. ND4J gives each sum to one thread, but cuts one that is the only one by the number of threads. */
final class ColumnSums {
    private ColumnSums() {}

    /** A new array without that axis. */
    static INDArray along(int axis, INDArray array) {
        if (array.length() > array.size(axis)) {
            return array.sum(axis);
        }
        long[] shape = IntStream.range(0, array.rank())
                .filter(other -> other != axis)
                .mapToLong(array::size)
                .toArray();
        return Nd4j.valueArrayOf(shape, Sums.of(array), array.dataType());
    }
}
