package org.snn4j.data.format.numpy;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.NumberColumn;
import org.snn4j.data.format.NumberType;

/** A column of an array, from its beginning to its end; columns of one array share its rows. */
final class ArrayColumn implements NumberColumn {
    private final String name;
    private final Rows rows;
    private final NpyHead.Number number;
    private final int offset;
    private final double scale;

    /** The rows of an array as they are read, one piece after the other, by each of its columns. */
    static final class Rows {
        private final ByteSource source;
        private final int stride;
        private final long count;
        private final long start;
        private long next;

        /** @param source at the first row   @param stride bytes of a row   @param count number of rows */
        Rows(ByteSource source, int stride, long count) {
            this.source = source;
            this.stride = stride;
            this.count = count;
            start = source.position();
        }

        /** Index, in the bytes of the source, of a row that is not before those that were last asked for; so many rows follow it. */
        int index(long from, int wanted) throws IOException {
            source.skip((from - next) * stride);
            next = from;
            source.fill(wanted * stride);
            return source.index();
        }

        private long place(long row, int offset) {
            return source.place(start + row * stride + offset);
        }
    }

    /**
     * @param name named in errors
     * @param number how its numbers are stored
     * @param offset bytes before the number in a row
     * @param scale factor of the numbers; 1 takes only whole ones, with another they are rounded
     */
    ArrayColumn(String name, Rows rows, NpyHead.Number number, int offset, double scale) {
        this.name = name;
        this.rows = rows;
        this.number = number;
        this.offset = offset;
        this.scale = scale;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return rows.count;
    }

    @Override
    public long position() {
        return rows.place(0, offset);
    }

    @Override
    public long position(long index) {
        return rows.place(index, offset);
    }

    @Override
    public int most() {
        return ByteSource.CAPACITY / rows.stride;
    }

    @Override
    public void read(long from, int count, long[] into) throws IOException {
        int index = rows.index(from, count) + offset;
        ByteBuffer bytes = ByteBuffer.wrap(rows.source.bytes()).order(number.order());
        NumberType type = number.type();
        for (int i = 0; i < count; i++) {
            into[i] = type.whole(bytes, index + i * rows.stride, scale);
        }
        if (scale != 1 && !type.isFloating()) {
            multiply(into, count);
        }
    }

    private void multiply(long[] numbers, int count) {
        long factor = (long) scale;
        for (int i = 0; i < count; i++) {
            boolean fits = Math.abs(numbers[i]) <= Long.MAX_VALUE / factor && numbers[i] != NumberType.NOT_WHOLE;
            numbers[i] = fits ? numbers[i] * factor : NumberType.NOT_WHOLE;
        }
    }
}
