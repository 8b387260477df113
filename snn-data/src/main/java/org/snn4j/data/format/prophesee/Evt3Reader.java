package org.snn4j.data.format.prophesee;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.snn4j.data.format.BlockReader;
import org.snn4j.data.format.EventBlock;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.Sensor;

/** Decodes EVT 3.0; see {@link Evt3Format}. */
final class Evt3Reader extends BlockReader {
    static final int ADDRESS_Y = 0x0;
    static final int ADDRESS_X = 0x2;
    static final int BASE_X = 0x3;
    static final int VECTOR_12 = 0x4;
    static final int VECTOR_8 = 0x5;
    static final int TIME_LOW = 0x6;
    static final int TIME_HIGH = 0x8;

    /** Bits of either part of the time. */
    static final int TIME_BITS = 12;

    private static final int LONGEST = 12;
    private static final int WORD = 2;
    private static final int SKIPPED = 1 << 0x7 | 1 << 0xa | 1 << 0xe | 1 << 0xf;
    private static final int NONE = -1;

    private final WordSource source;
    private final LoopingTime clock = new LoopingTime(TIME_BITS);
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private long high;
    private long time;
    private int row = NONE;
    private int column = NONE;
    private byte polarity;

    Evt3Reader(FileInput input, int start, ReadSettings settings, Optional<Sensor> sensor) {
        super(input.file(), settings, sensor);
        source = new WordSource(input, start, WORD, 1 << 15);
    }

    @Override
    protected boolean decode(EventBlock into) throws IOException {
        if (!piece.hasRemaining()) {
            piece = source.piece();
            if (!piece.hasRemaining()) {
                return false;
            }
        }
        int events = 0;
        while (piece.hasRemaining() && events + LONGEST <= into.capacity()) {
            int position = piece.position();
            int word = piece.getShort();
            int type = word >>> 12 & 0xf;
            int content = word & 0xfff;
            if (type == TIME_HIGH) {
                timeHigh(content);
            } else if (!clock.known()) {
                checkType(type, position);
            } else if (type == ADDRESS_X) {
                events = event(into, events, content, position);
            } else if (type == VECTOR_12 || type == VECTOR_8) {
                events = vector(
                        into,
                        events,
                        type == VECTOR_12 ? content : content & 0xff,
                        type == VECTOR_12 ? 12 : 8,
                        position);
            } else {
                state(type, content, position);
            }
        }
        into.decoded(events, source.start());
        return true;
    }

    private void timeHigh(int content) {
        long before = high;
        boolean first = !clock.known();
        high = clock.next(content) << TIME_BITS;
        if (first || high != before) {
            time = high;
        }
    }

    private void state(int type, int content, int position) {
        switch (type) {
            case ADDRESS_Y -> row = content & 0x7ff;
            case BASE_X -> {
                column = content & 0x7ff;
                polarity = (byte) (content >>> 11);
            }
            case TIME_LOW -> time = high + content;
            default -> checkType(type, position);
        }
    }

    private void checkType(int type, int position) {
        if (type == 1 || type == 9 || type > 0xa && (SKIPPED >>> type & 1) == 0) {
            throw source.damage(position, "a word of the reserved type " + type, "type 0, 2 to 8, 10, 14 or 15");
        }
    }

    private int event(EventBlock into, int before, int content, int position) {
        return row == NONE ? before : put(into, before, content & 0x7ff, (byte) (content >>> 11), position);
    }

    /** Number of events with those of a vector. */
    private int vector(EventBlock into, int before, int valid, int length, int position) {
        if (column == NONE) {
            return before;
        }
        if (column >= EvtFormat.LARGEST) {
            throw source.damage(
                    position, "a vector from column " + column + " on", "columns below " + EvtFormat.LARGEST);
        }
        int events = before;
        for (int left = row == NONE ? 0 : valid; left != 0; left &= left - 1) {
            events = put(into, events, column + Integer.numberOfTrailingZeros(left), polarity, position);
        }
        column += length;
        return events;
    }

    private int put(EventBlock into, int event, int x, byte sign, int position) {
        into.x()[event] = (short) x;
        into.y()[event] = (short) row;
        into.polarity()[event] = sign;
        into.time()[event] = time;
        into.place()[event] = position;
        return event + 1;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
