package org.snn4j.core.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.pointers.PagedPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Off-heap bytes that are kept from step to step and grow with what is asked for. */
final class NativeMemory implements AutoCloseable {
    private INDArray memory;

    /** Makes room for that many bytes; what was there is lost if the memory grows. */
    void reserve(long bytes) {
        if (bytes > capacity()) {
            close();
            memory = Nd4j.createUninitializedDetached(DataType.BYTE, bytes);
        }
    }

    /** Bytes held. */
    long capacity() {
        return memory == null ? 0 : memory.length();
    }

    /** A part of the memory. */
    ByteBuffer at(long position, int length) {
        return buffer(memory, position, length);
    }

    /** Bytes of a dense array, in this machine's order. */
    static ByteBuffer buffer(INDArray array, long position, int length) {
        long address = array.data().addressPointer().address();
        BytePointer pointer = new PagedPointer(address + position).asBytePointer();
        pointer.capacity(length);
        return pointer.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        if (memory != null) {
            memory.close();
            memory = null;
        }
    }
}
