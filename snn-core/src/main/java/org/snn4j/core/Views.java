package org.snn4j.core;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Parts of an array along its first axis, as views.
 *
 * <p>ND4J 1.0.0-M2.1's {@code get}, {@code slice} and {@code getRow} return an empty array, silently, for an array that itself starts inside a longer buffer, at
 * less than its own length, when the part starts at or behind that length: writing to the part then does nothing.
 */
public final class Views {
    private Views() {}

    /** array[index], one axis less. */
    public static INDArray at(INDArray array, long index) {
        check(index, array.size(0) - 1);
        long[] shape = array.shape();
        long[] stride = array.stride();
        return view(
                array, Arrays.copyOfRange(shape, 1, shape.length), Arrays.copyOfRange(stride, 1, stride.length), index);
    }

    /** array[from .. to), as many axes. */
    public static INDArray rows(INDArray array, long from, long to) {
        check(to, array.size(0));
        check(from, to - 1);
        long[] shape = array.shape().clone();
        shape[0] = to - from;
        return view(array, shape, array.stride(), from);
    }

    private static INDArray view(INDArray array, long[] shape, long[] stride, long first) {
        return Nd4j.create(array.data(), shape, stride, array.offset() + first * array.stride(0), array.ordering());
    }

    private static void check(long index, long largest) {
        if (index < 0 || index > largest) {
            throw new IndexOutOfBoundsException("index is " + index + ", must be in [0, " + largest + "]");
        }
    }
}
