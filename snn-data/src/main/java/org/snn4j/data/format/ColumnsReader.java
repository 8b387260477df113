package org.snn4j.data.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.snn4j.data.DataFormatException;

/**
 * Events whose x, y, polarity and time are columns of a file. Polarity -1 is OFF, as 0 is. Errors say where the number is, or, where that cannot be said, where its column begins.
 */
public final class ColumnsReader extends BlockReader {
    private static final int PIECE = 1 << 12;
    private static final long NOT_SHORT = ~0x7fffL;

    private final Columns columns;
    private final long timeShift;
    private final Closeable file;
    private final long[] numbers;
    private final int most;
    private long next;

    /** The columns of events. */
    public record Columns(NumberColumn x, NumberColumn y, NumberColumn polarity, NumberColumn time) {}

    /**
     * @param path named in errors
     * @param stated sensor that the file states
     * @param timeShift added to every time
     * @param file closed with the reader
     * @throws DataFormatException if the columns differ in length
     */
    public ColumnsReader(
            Path path,
            ReadSettings settings,
            Optional<Sensor> stated,
            Columns columns,
            long timeShift,
            Closeable file) {
        super(path, settings, stated, columns.time().size());
        this.columns = columns;
        this.timeShift = timeShift;
        this.file = file;
        this.most = Math.min(
                Math.min(PIECE, Math.min(columns.x().most(), columns.y().most())),
                Math.min(columns.polarity().most(), columns.time().most()));
        this.numbers = new long[(int) Math.max(1, Math.min(most, columns.time().size()))];
        checkLength(columns.x());
        checkLength(columns.y());
        checkLength(columns.polarity());
    }

    private void checkLength(NumberColumn column) {
        if (column.size() != columns.time().size()) {
            throw new DataFormatException(
                    file(),
                    column.position(),
                    column.size() + " numbers in '" + column.name() + "'",
                    columns.time().size() + " as in '" + columns.time().name() + "'");
        }
    }

    @Override
    public long expected() {
        return columns.time().size();
    }

    @Override
    protected boolean decode(EventBlock into) throws IOException {
        int count =
                (int) Math.min(Math.min(into.capacity(), most), columns.time().size() - next);
        if (count == 0) {
            return false;
        }
        coordinates(columns.x(), count, into.x());
        coordinates(columns.y(), count, into.y());
        polarities(count, into.polarity());
        times(count, into.time());
        long base = columns.time().position(next);
        for (int i = 0; i < count; i++) {
            into.place()[i] = (int) (columns.time().position(next + i) - base);
        }
        into.decoded(count, base);
        next += count;
        return true;
    }

    private void coordinates(NumberColumn column, int count, short[] into) throws IOException {
        column.read(next, count, numbers);
        for (int i = 0; i < count; i++) {
            if ((numbers[i] & NOT_SHORT) != 0) {
                throw damage(column, i, "a whole number in [0, 32767]");
            }
            into[i] = (short) numbers[i];
        }
    }

    private void polarities(int count, byte[] into) throws IOException {
        columns.polarity().read(next, count, numbers);
        for (int i = 0; i < count; i++) {
            if (numbers[i] < -1 || numbers[i] > 1) {
                throw damage(columns.polarity(), i, "-1, 0 or 1");
            }
            into[i] = (byte) Math.max(0, numbers[i]);
        }
    }

    private void times(int count, long[] into) throws IOException {
        columns.time().read(next, count, numbers);
        for (int i = 0; i < count; i++) {
            long time = numbers[i] + timeShift;
            if (numbers[i] == NumberType.NOT_WHOLE || ((numbers[i] ^ time) & (timeShift ^ time)) < 0) {
                throw damage(columns.time(), i, "a time in whole microseconds that 64 bits hold");
            }
            into[i] = time;
        }
    }

    private DataFormatException damage(NumberColumn column, int index, String expected) {
        String found = numbers[index] == NumberType.NOT_WHOLE ? "no whole number" : String.valueOf(numbers[index]);
        return new DataFormatException(
                file(),
                column.position(next + index),
                found + " at index " + (next + index) + " of '" + column.name() + "'",
                expected);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
