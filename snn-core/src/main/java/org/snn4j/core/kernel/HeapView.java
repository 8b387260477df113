package org.snn4j.core.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.pointers.PagedPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Fast block copies between a dense single-precision ND4J array and Java arrays. */
final class HeapView {
    private final ByteBuffer bytes;
    private final FloatBuffer buffer;
    /** Keeps the memory behind the buffer alive. */
    private final INDArray owner;

    private HeapView(ByteBuffer bytes, INDArray owner) {
        this.bytes = bytes;
        this.buffer = bytes.asFloatBuffer();
        this.owner = owner;
    }

    static HeapView of(INDArray array) {
        if (array.dataType() != DataType.FLOAT || !isDense(array)) {
            throw new IllegalStateException(
                    "the plain kernels need dense C-ordered single-precision arrays, got " + array.shapeInfoToString());
        }
        long bytes = array.length() * Float.BYTES;
        if (bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("an array of " + bytes + " bytes exceeds 2 GiB: lower the batch size");
        }
        FloatPointer pointer = new PagedPointer(array.data().addressPointer().address()).asFloatPointer();
        pointer.capacity(array.length());
        return new HeapView(pointer.asByteBuffer().order(ByteOrder.nativeOrder()), array);
    }

    /** C order without gaps; the stride of an axis of length 1 does not matter. */
    private static boolean isDense(INDArray array) {
        long stride = 1;
        for (int axis = array.rank() - 1; axis >= 0; axis--) {
            if (array.size(axis) != 1 && array.stride(axis) != stride) {
                return false;
            }
            stride *= array.size(axis);
        }
        return true;
    }

    void read(int position, float[] target, int offset, int length) {
        buffer.get(position, target, offset, length);
    }

    void write(int position, float[] source, int offset, int length) {
        buffer.put(position, source, offset, length);
    }

    float value(int position) {
        return buffer.get(position);
    }

    /** The memory itself, in the order of this machine, for loops that work in place. Position and limit must stay. */
    ByteBuffer bytes() {
        return bytes;
    }

    /** Number of values. */
    long length() {
        return owner.length();
    }
}
