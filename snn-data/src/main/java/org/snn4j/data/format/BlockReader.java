package org.snn4j.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventPart;

/**
 * A reader that decodes block by block and checks place, polarity and order of every event as it is given out.
 *
 * <p>What a subclass decodes may be wrong in any way that the columns of an {@link EventBlock} can hold; nothing unchecked leaves.
 */
public abstract class BlockReader implements EventReader {
    private static final int CAPACITY = 1 << 11;
    private static final int LARGEST = 1 << 15;
    /** Fewer events are not worth waking other threads. */
    private static final int WORTH_PARTS = 1 << 15;

    private final Path file;
    private final Optional<Sensor> sensor;
    private final ReadSettings.Order order;
    private final int width;
    private final int height;
    private final EventBlock block;
    private EventColumns whole;
    private int next;
    private boolean flawless = true;
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
        this.width = sensor.map(Sensor::width).orElse(LARGEST);
        this.height = sensor.map(Sensor::height).orElse(LARGEST);
        this.block = new EventBlock((int) Math.max(1, Math.min(most, CAPACITY)));
    }

    /**
     * Decodes the next events into a block; may find none where more follow.
     *
     * @return false at the end of the recording, with nothing decoded
     * @throws DataFormatException if the file is damaged
     */
    protected abstract boolean decode(EventBlock into) throws IOException;

    /**
     * The events behind those that {@link #decode} has given, in parts that follow one another, for several threads; they are not taken yet.
     *
     * <p>A reader without such parts decodes all events in turn, as one does that comes upon damage, so that what is said of it does not depend on threads.
     *
     * @param most greatest number of events in all parts
     * @return none where there are no parts that can be told apart, or no flawless ones
     */
    protected List<? extends EventPart> parts(int most) throws IOException {
        return List.of();
    }

    /** Takes the parts that {@link #parts} has given last. */
    protected void takeParts() throws IOException {}

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
            if (next == block.size()) {
                int ahead = readParts(target, most - appended);
                appended += ahead;
                if (ahead > 0) {
                    continue;
                }
                if (!fill()) {
                    break;
                }
            }
            int count = Math.min(most - appended, block.size() - next);
            if (!target.append(block.x(), block.y(), block.polarity(), block.time(), next, count, limits())) {
                throw damage();
            }
            next += count;
            appended += count;
            before = block.time()[next - 1];
        }
        return appended;
    }

    /** Appends the next parts; 0 if the next events must be decoded in turn. */
    private int readParts(EventColumns target, int most) throws IOException {
        if (!flawless || most < WORTH_PARTS) {
            return 0;
        }
        List<? extends EventPart> parts = parts(most);
        int size = target.size();
        flawless = target.append(parts, limits());
        if (flawless && !parts.isEmpty()) {
            takeParts();
        }
        int count = target.size() - size;
        if (count > 0) {
            before = target.time(target.size() - 1);
        }
        return count;
    }

    private EventColumns.Limits limits() {
        return new EventColumns.Limits(width, height, order == ReadSettings.Order.STRICT, before);
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
        return true;
    }

    /** What is wrong with the next events, of which one is known to be wrong. */
    private DataFormatException damage() {
        long last = before;
        for (int i = next; ; i++) {
            int x = block.x()[i] & 0xffff;
            int y = block.y()[i] & 0xffff;
            long time = block.time()[i];
            if (x >= width) {
                return damage(i, "x " + x, "a column in [0, " + (width - 1) + "]");
            }
            if (y >= height) {
                return damage(i, "y " + y, "a row in [0, " + (height - 1) + "]");
            }
            if (block.polarity()[i] >>> 1 != 0) {
                return damage(i, "polarity " + block.polarity()[i], "0 or 1");
            }
            if (order == ReadSettings.Order.STRICT && time < last) {
                return damage(i, "time " + time + " us", "at least " + last + " us, the time of the event before");
            }
            last = time;
        }
    }

    private DataFormatException damage(int event, String found, String expected) {
        return new DataFormatException(file, block.position(event), found, expected);
    }
}
