package org.snn4j.data.format.prophesee;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.snn4j.data.event.EventPart;
import org.snn4j.data.event.EventRoom;
import org.snn4j.data.format.ByteOrders;
import org.snn4j.data.format.FileInput;

/**
 * Some words of EVT 2.0 in memory that is used again. Any thread may read them, then one links them to the words before, then any may decode them.
 *
 * <p>Events before the part's first time count from the time before the part.
 */
final class Evt2Part implements EventPart {
    /** Words that fit. */
    static final int WORDS = 1 << 14;

    private final byte[] bytes = new byte[WORDS * Evt2Decoder.WORD];
    private int words;
    private int events;
    private long firstTime;
    private LoopingTime inside;
    private LoopingTime before;

    /** Reads words from a file; false if it has become shorter or a word is of a reserved type. */
    boolean read(FileInput input, long position, int count) throws IOException {
        int wanted = count * Evt2Decoder.WORD;
        words = count;
        events = 0;
        firstTime = -1;
        inside = new LoopingTime(Evt2Decoder.HIGH_BITS);
        return input.read(position, ByteBuffer.wrap(bytes, 0, wanted)) == wanted && scan();
    }

    private boolean scan() {
        int found = 0;
        int types = 0;
        for (int i = 0; i < words; i++) {
            int word = ByteOrders.littleInt(bytes, i * Evt2Decoder.WORD);
            if (Evt2Decoder.isEvent(word)) {
                found++;
            } else {
                types |= 1 << (word >>> 28);
                if (word >>> 28 == Evt2Decoder.TIME_HIGH) {
                    firstTime = inside.known() ? firstTime : word & 0xfffffff;
                    inside.next(word & 0xfffffff);
                }
            }
        }
        events = found;
        return WordTypes.areKnown32(types);
    }

    /** Tells the part what is counted from; the clock is then that behind the part. */
    void link(LoopingTime clock) {
        before = clock.copy();
        if (inside.known()) {
            clock.follow(firstTime, inside);
        }
    }

    @Override
    public int events() {
        return events;
    }

    @Override
    public boolean decode(EventRoom into) {
        return new Evt2Decoder(before).decode(bytes, 0, words, into) == events;
    }
}
