package org.snn4j.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.event.EventColumns;

/**
 * A reader that decodes block by block and checks each block as a whole: place, polarity and order of every event.
 *
 * <p>What a subclass decodes may be wrong in any way that the columns of an {@link EventBlock} can hold; nothing unchecked leaves.
 */
public abstract class BlockReader implements EventReader {
    private static final int CAPACITY = 1 << 12;
    private static final int LARGEST = 1 << 15;

    private final Path file;
    private final Optional<Sensor> sensor;
    private final ReadSettings.Order order;
    private final EventBlock block;
    private EventColumns whole;
    private int next;
    private long before = Long.MIN_VALUE;

    /**
     * @param file named in errors
     * @param settings order, and the sensor if it is given there
     * @param stated sensor that the file states, used if the settings give none
     */
    protected BlockReader(Path file, ReadSettings settings, Optional<Sensor> stated) {
        this(file, settings, stated, CAPACITY);
    }

    /** @param most events that the file has at most, so that small files take little memory; the rest as above */
    protected BlockReader(Path file, ReadSettings settings, Optional<Sensor> stated, long most) {
        this.file = Check.notNull(file, "file");
        this.sensor = settings.sensor().isPresent() ? settings.sensor() : stated;
        this.order = settings.order();
        this.block = new EventBlock((int) Math.max(1, Math.min(most, CAPACITY)));
    }

    /**
     * Decodes the next events into a block; may find none where more follow.
     *
     * @return false at the end of the recording, with nothing decoded
     * @throws DataFormatException if the file is damaged
     */
    protected abstract boolean decode(EventBlock into) throws IOException;

    /** The file as it was given. */
    protected final Path file() {
        return file;
    }

    @Override
    public final Optional<Sensor> sensor() {
        return sensor;
    }

    @Override
    public final int read(EventColumns target, int most) throws IOException {
        Check.atLeast(most, 1, "most");
        return order == ReadSettings.Order.SORTED ? readSorted(target, most) : readNext(target, most);
    }

    private int readNext(EventColumns target, int most) throws IOException {
        int appended = 0;
        while (appended < most) {
            if (next == block.size() && !fill()) {
                break;
            }
            int count = Math.min(most - appended, block.size() - next);
            target.append(block.x(), block.y(), block.polarity(), block.time(), next, count);
            next += count;
            appended += count;
        }
        return appended;
    }

    private int readSorted(EventColumns target, int most) throws IOException {
        if (whole == null) {
            EventColumns all = new EventColumns(0);
            while (readNext(all, CAPACITY) > 0) {}
            all.sortByTime();
            whole = all;
            next = 0;
        }
        int count = Math.min(most, whole.size() - next);
        whole.copyTo(target, next, count);
        next += count;
        return count;
    }

    /** Decodes until there are events; false at the end. */
    private boolean fill() throws IOException {
        next = 0;
        do {
            block.decoded(0, 0);
            if (!decode(block)) {
                return false;
            }
        } while (block.size() == 0);
        check();
        return true;
    }

    private void check() {
        int width = sensor.map(Sensor::width).orElse(LARGEST) - 1;
        int height = sensor.map(Sensor::height).orElse(LARGEST) - 1;
        if (!inside(width, height)) {
            throw outside(width, height);
        }
        if (order == ReadSettings.Order.STRICT && !ordered()) {
            throw backward();
        }
        before = block.time()[block.size() - 1];
    }

    private boolean inside(int width, int height) {
        short[] x = block.x();
        short[] y = block.y();
        byte[] polarity = block.polarity();
        int size = block.size();
        int places = 0;
        int signs = 0;
        for (int i = 0; i < size; i++) {
            places |= x[i] | y[i] | (width - x[i]) | (height - y[i]);
            signs |= polarity[i];
        }
        return places >= 0 && signs >>> 1 == 0;
    }

    /** True if no event is earlier than the one before it; differences may overflow where times do, so they are compared. */
    private boolean ordered() {
        long[] time = block.time();
        long last = before;
        boolean ordered = true;
        int size = block.size();
        for (int i = 0; i < size; i++) {
            ordered &= time[i] >= last;
            last = time[i];
        }
        return ordered;
    }

    private DataFormatException outside(int width, int height) {
        for (int i = 0; ; i++) {
            if (block.x()[i] < 0 || block.x()[i] > width) {
                return damage(i, "x " + (block.x()[i] & 0xffff), "a column in [0, " + width + "]");
            }
            if (block.y()[i] < 0 || block.y()[i] > height) {
                return damage(i, "y " + (block.y()[i] & 0xffff), "a row in [0, " + height + "]");
            }
            if (block.polarity()[i] >>> 1 != 0) {
                return damage(i, "polarity " + block.polarity()[i], "0 or 1");
            }
        }
    }

    private DataFormatException backward() {
        long last = before;
        for (int i = 0; ; i++) {
            long time = block.time()[i];
            if (time < last) {
                return damage(i, "time " + time + " us", "at least " + last + " us, the time of the event before");
            }
            last = time;
        }
    }

    private DataFormatException damage(int event, String found, String expected) {
        return new DataFormatException(file, block.position(event), found, expected);
    }
}
