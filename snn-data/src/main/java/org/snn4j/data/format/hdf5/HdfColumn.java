package org.snn4j.data.format.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.format.NumberColumn;
import org.snn4j.data.format.NumberType;

/** A vector, or a row or column of a matrix, of an HDF5 file; keeps the chunk that it read last. */
final class HdfColumn implements NumberColumn {
    private final HdfSource source;
    private final Dataset dataset;
    private final int axis;
    private final int other;
    private final double scale;
    private final NumberType type;
    private final ByteOrder order;
    private final long[] sizes;
    private final int[] chunk;
    private ByteBuffer bytes;
    private long chunkStart = -1;

    /**
     * @param axis along which the column goes
     * @param other its index on the other axis of a matrix
     * @param fraction what fractions are multiplied by
     */
    HdfColumn(HdfSource source, Dataset dataset, int axis, int other, double fraction) throws IOException {
        this.source = source;
        this.dataset = dataset;
        this.axis = axis;
        this.other = other;
        DataType stored = source.guarded(
                dataset.getAddress(),
                () -> dataset.getDataType() instanceof EnumDataType named
                        ? named.getBaseType()
                        : dataset.getDataType());
        this.type = type(stored);
        this.order =
                stored instanceof FixedPoint integer ? integer.getByteOrder() : ((FloatingPoint) stored).getByteOrder();
        this.scale = type.isFloating() ? fraction : 1;
        this.sizes = source.guarded(dataset.getAddress(), dataset::getDimensionsAsLong);
        this.chunk = source.guarded(dataset.getAddress(), this::chunkSizes);
        source.checkSize(bytes(sizes), dataset.getAddress(), "'" + name() + "'");
        source.checkSize(
                bytes(Arrays.stream(chunk).asLongStream().toArray()),
                dataset.getAddress(),
                "a chunk of '" + name() + "'");
    }

    private NumberType type(DataType stored) {
        if (stored instanceof FixedPoint integer
                && (integer.getSize() & integer.getSize() - 1) == 0
                && integer.getSize() <= Long.BYTES) {
            return NumberType.integer(integer.getSize(), integer.isSigned());
        }
        if (stored instanceof FloatingPoint && (stored.getSize() == Float.BYTES || stored.getSize() == Double.BYTES)) {
            return stored.getSize() == Float.BYTES ? NumberType.FLOAT_32 : NumberType.FLOAT_64;
        }
        throw damage(
                "elements of class " + stored.getDataClass() + " with " + stored.getSize() + " bytes",
                "integers or fractions");
    }

    private int[] chunkSizes() {
        if (dataset instanceof ChunkedDataset chunked) {
            int[] dimensions = chunked.getChunkDimensions();
            if (dimensions.length != sizes.length || Arrays.stream(dimensions).anyMatch(size -> size < 1)) {
                throw damage("chunks of " + Arrays.toString(dimensions), "positive sizes on " + sizes.length + " axes");
            }
            return dimensions;
        }
        return Arrays.stream(sizes).mapToInt(Math::toIntExact).toArray();
    }

    private long bytes(long[] dimensions) {
        long product = type.bytes();
        for (long size : dimensions) {
            if (size < 0 || size > 0 && product > Long.MAX_VALUE / size) {
                throw damage("sizes " + Arrays.toString(dimensions), "sizes of a file");
            }
            product *= size;
        }
        return product;
    }

    @Override
    public String name() {
        return dataset.getPath();
    }

    @Override
    public long size() {
        return sizes[axis];
    }

    @Override
    public long position() {
        return Math.max(0, dataset.getAddress());
    }

    @Override
    public void read(long from, int count, long[] into) throws IOException {
        int stride = axis == 0 && chunk.length == 2 ? chunk[1] : 1;
        int done = 0;
        while (done < count) {
            long index = from + done;
            load(index - index % chunk[axis]);
            int inside = (int) (index - chunkStart);
            int first = chunk.length == 1 ? 0 : axis == 0 ? other % chunk[1] : other % chunk[0] * chunk[1];
            int part = (int) Math.min(count - done, chunkStart + chunk[axis] - index);
            for (int i = 0; i < part; i++) {
                into[done + i] = type.whole(bytes, (first + (inside + i) * stride) * type.bytes(), scale);
            }
            done += part;
        }
    }

    private void load(long start) throws IOException {
        if (start == chunkStart) {
            return;
        }
        bytes = source.guarded(position(), () -> piece(start)).order(order);
        chunkStart = start;
        long needed = bytes(Arrays.stream(chunk).asLongStream().toArray());
        if (bytes.limit() < needed) {
            throw damage(bytes.limit() + " bytes in a chunk", "at least " + needed);
        }
    }

    private ByteBuffer piece(long start) {
        if (dataset instanceof ChunkedDataset chunked) {
            int[] offset = new int[chunk.length];
            offset[axis] = Math.toIntExact(start);
            if (chunk.length == 2) {
                offset[1 - axis] = other - other % chunk[1 - axis];
            }
            return ByteBuffer.wrap(chunked.getDecompressedChunk(offset));
        }
        if (dataset instanceof ContiguousDataset contiguous) {
            return contiguous.getBuffer().slice();
        }
        throw damage("a data set of another kind than chunked or contiguous", "chunked or contiguous");
    }

    private DataFormatException damage(String found, String expected) {
        return new DataFormatException(source.path(), position(), found + " ('" + name() + "')", expected);
    }
}
