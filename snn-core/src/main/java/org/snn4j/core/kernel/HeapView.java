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
    /** Bytes of a line of the cache. */
    private static final int LINE = 64;

    /** Bytes of the largest array: positions of buffers are integers. */
    static final long LARGEST = Integer.MAX_VALUE;

    private final ByteBuffer bytes;
    private final FloatBuffer buffer;
    /** Keeps the memory behind the buffer alive, unless that is the buffer's. */
    private final INDArray owner;

    /** Memory of its own, aligned to lines of the cache, with zeros. */
    static HeapView allocate(int length) {
        int bytes = Math.multiplyExact(length, Float.BYTES);
        int lines = (bytes + LINE - 1) / LINE;
        // One more: the slice leaves out what is before the first and behind the last whole line.
        ByteBuffer memory =
                ByteBuffer.allocateDirect(Math.multiplyExact(lines + 1, LINE)).alignedSlice(LINE);
        return new HeapView(memory.limit(bytes).slice().order(ByteOrder.nativeOrder()), null);
    }

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
        if (bytes > LARGEST) {
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
        return buffer.capacity();
    }
}
