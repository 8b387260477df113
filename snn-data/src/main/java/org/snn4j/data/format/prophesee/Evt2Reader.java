package org.snn4j.data.format.prophesee;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.snn4j.data.format.BlockReader;
import org.snn4j.data.format.ByteOrders;
import org.snn4j.data.format.EventBlock;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.Sensor;

/** Decodes EVT 2.0; see {@link Evt2Format}. */
final class Evt2Reader extends BlockReader {
    /** Bits of the time in an event. */
    static final int LOW_BITS = 6;

    /** Bits of the time in a word of its own. */
    static final int HIGH_BITS = 28;

    static final int TIME_HIGH = 0x8;
    private static final int WORDS = 1 << 14;
    private static final int WORD = 4;

    private final WordSource source;
    private final LoopingTime clock = new LoopingTime(HIGH_BITS);
    private long base;

    Evt2Reader(FileInput input, int start, ReadSettings settings, Optional<Sensor> sensor) {
        super(input.file(), settings, sensor);
        source = new WordSource(input, start, WORD, WORDS);
    }

    @Override
    public long expected() {
        return source.left();
    }

    @Override
    protected boolean decode(EventBlock into) throws IOException {
        ByteBuffer piece = source.piece(into.capacity());
        int count = piece.remaining() / WORD;
        into.decoded(decode(into, piece.array(), piece.arrayOffset(), count), source.start());
        return count > 0;
    }

    private int decode(EventBlock into, byte[] words, int start, int count) {
        short[] x = into.x();
        short[] y = into.y();
        byte[] polarity = into.polarity();
        long[] time = into.time();
        int[] place = into.place();
        int events = 0;
        int from = clock.known() ? 0 : skipToTime(words, start, count);
        for (int i = from; i < count; i++) {
            int word = ByteOrders.littleInt(words, start + i * WORD);
            int type = word >>> 28;
            if (type <= 1) {
                x[events] = (short) (word >>> 11 & 0x7ff);
                y[events] = (short) (word & 0x7ff);
                polarity[events] = (byte) type;
                time[events] = base + (word >>> 22 & 0x3f);
                place[events] = i * WORD;
                events++;
            } else if (type == TIME_HIGH) {
                base = clock.next(word & 0xfffffff) << LOW_BITS;
            } else {
                checkType(type, i);
            }
        }
        return events;
    }

    /** Index of the first time; words before it have none. */
    private int skipToTime(byte[] words, int start, int count) {
        for (int i = 0; i < count; i++) {
            int type = ByteOrders.littleInt(words, start + i * WORD) >>> 28;
            if (type == TIME_HIGH) {
                return i;
            }
            checkType(type, i);
        }
        return count;
    }

    private void checkType(int type, int word) {
        if (!WordTypes.isKnown32(type)) {
            throw source.damage(word * WORD, "a word of the reserved type " + type, WordTypes.KNOWN_32);
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
