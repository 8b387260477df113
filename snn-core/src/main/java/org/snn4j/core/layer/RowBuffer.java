package org.snn4j.core.layer;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Views;

/** An off-heap array that a layer owns and reuses; it grows to the largest number of rows asked for. Contents are undefined at first. */
public final class RowBuffer implements AutoCloseable {
    private final DataType type;
    private final long[] rowShape;
    private INDArray memory;
    private INDArray current;

    /** @param rowShape shape of one row */
    public RowBuffer(DataType type, long... rowShape) {
        this.type = type;
        this.rowShape = rowShape.clone();
    }

    /** A dense array of that many rows; valid until the next call with another number. */
    public INDArray rows(int rows) {
        if (current == null || current.size(0) != rows) {
            current = view(rows);
        }
        return current;
    }

    private INDArray view(int rows) {
        if (memory == null || memory.size(0) < rows) {
            close();
            memory = Nd4j.createUninitializedDetached(type, shape(rows));
        }
        return memory.size(0) == rows ? memory : Views.rows(memory, 0, rows);
    }

    private long[] shape(int rows) {
        long[] shape = new long[rowShape.length + 1];
        shape[0] = rows;
        System.arraycopy(rowShape, 0, shape, 1, rowShape.length);
        return shape;
    }

    /** Shape of one row. */
    public long[] rowShape() {
        return rowShape.clone();
    }

    /** Frees the memory at once instead of waiting for the garbage collector. */
    @Override
    public void close() {
        if (memory != null) {
            memory.close();
        }
        memory = null;
        current = null;
    }
}
