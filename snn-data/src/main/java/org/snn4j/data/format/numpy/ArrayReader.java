package org.snn4j.data.format.numpy;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.format.BlockReader;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.EventBlock;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.Sensor;

/** Reads events from four columns of numbers, which may lie in one array or in four. */
final class ArrayReader extends BlockReader {
    private static final double MICROSECONDS = 1e6;
    private static final int TIME = 0;
    private static final int POLARITY = 3;
    private static final List<String> NAMES = List.of("time", "x", "y", "polarity");

    private final Closeable closed;
    private final Column[] columns;
    private final double scale;
    private long left;
    private long[] numbers = new long[0];
    private boolean zero;
    private boolean negative;

    /**
     * A column of numbers.
     *
     * @param source where they are; columns of one array share it
     * @param type how they are stored
     * @param offset bytes before the first
     * @param stride bytes from one to the next
     */
    record Column(ByteSource source, NumberType type, int offset, int stride) {}

    /** @param columns time, column, row and polarity   @param rows numbers in each */
    ArrayReader(
            Closeable closed,
            ReadSettings settings,
            Optional<Sensor> stated,
            Column[] columns,
            long rows,
            boolean seconds) {
        super(columns[0].source.file(), settings, stated, rows);
        this.closed = closed;
        this.columns = columns.clone();
        this.left = rows;
        this.scale = seconds ? MICROSECONDS : 1;
    }

    @Override
    protected boolean decode(EventBlock into) throws IOException {
        int count = (int) Math.min(left, into.capacity());
        for (Column column : columns) {
            int most = Math.min(count, ByteSource.CAPACITY / column.stride);
            count = Math.min(most, column.source.fill(most * column.stride) / column.stride);
        }
        if (count == 0) {
            return false;
        }
        if (numbers.length < count) {
            numbers = new long[into.capacity()];
        }
        times(count, into);
        places(1, count, into.x());
        places(2, count, into.y());
        polarities(count, into.polarity());
        Column time = columns[TIME];
        long base = time.source.place(time.source.position());
        boolean exact = time.source.place(time.source.position() + 1) != base;
        for (int i = 0; i < count; i++) {
            into.place()[i] = exact ? i * time.stride : 0;
        }
        into.decoded(count, base);
        left -= count;
        skip(count);
        return true;
    }

    /** Takes the numbers from each source once. */
    private void skip(int count) {
        for (int i = 0; i < columns.length; i++) {
            ByteSource source = columns[i].source;
            if (Arrays.stream(columns, 0, i).noneMatch(column -> column.source == source)) {
                source.skip((long) count * columns[i].stride);
            }
        }
    }

    private void read(int role, int count, double factor) {
        Column column = columns[role];
        ByteSource source = column.source;
        int whole =
                column.type.read(source.bytes(), source.index() + column.offset, column.stride, count, factor, numbers);
        if (whole < count) {
            throw damage(role, whole, "no whole number", "a whole number" + (role == TIME ? " of microseconds" : ""));
        }
    }

    private void times(int count, EventBlock into) {
        boolean floating = columns[TIME].type.kind() == 'f';
        read(TIME, count, floating ? scale : 1);
        for (int i = 0; i < count; i++) {
            into.time()[i] = numbers[i];
        }
        for (int i = 0; scale != 1 && !floating && i < count; i++) {
            if (Math.abs(numbers[i]) > Long.MAX_VALUE / (long) scale) {
                throw damage(TIME, i, numbers[i] + " s", "a time that 64 bits of microseconds hold");
            }
            into.time()[i] = numbers[i] * (long) scale;
        }
    }

    private void places(int role, int count, short[] into) {
        read(role, count, 1);
        for (int i = 0; i < count; i++) {
            if (numbers[i] < 0 || numbers[i] > Short.MAX_VALUE) {
                throw damage(role, i, String.valueOf(numbers[i]), "in [0, " + Short.MAX_VALUE + "]");
            }
            into[i] = (short) numbers[i];
        }
    }

    private void polarities(int count, byte[] into) {
        read(POLARITY, count, 1);
        for (int i = 0; i < count; i++) {
            long value = numbers[i];
            zero |= value == 0;
            negative |= value == -1;
            if (value < -1 || value > 1 || zero && negative) {
                throw damage(POLARITY, i, String.valueOf(value), "0 and 1, or -1 and 1, in the whole file");
            }
            into[i] = (byte) (value == 1 ? 1 : 0);
        }
    }

    private DataFormatException damage(int role, int row, String found, String expected) {
        Column column = columns[role];
        return column.source.damage(
                column.source.position() + column.offset + (long) row * column.stride,
                NAMES.get(role) + " " + found,
                expected);
    }

    @Override
    public void close() throws IOException {
        closed.close();
    }
}
