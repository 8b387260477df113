package org.snn4j.data.format.prophesee;

import org.snn4j.data.event.EventRoom;
import org.snn4j.data.format.ByteOrders;

/** Decodes words of EVT 2.0 one after the other, and knows the time that they count from; see {@link Evt2Format}. */
final class Evt2Decoder {
    /** Bits of the time in an event. */
    static final int LOW_BITS = 6;

    /** Bits of the time in a word of its own. */
    static final int HIGH_BITS = 28;

    static final int TIME_HIGH = 0x8;
    static final int WORD = 4;

    private final LoopingTime clock;

    /** @param clock counts the upper bits of the time, from where the words begin */
    Evt2Decoder(LoopingTime clock) {
        this.clock = clock;
    }

    /** True if a word is an event. */
    static boolean isEvent(int word) {
        return word >>> 29 == 0;
    }

    /** True if the time of the next event is known. */
    boolean knowsTime() {
        return clock.known();
    }

    /** The clock behind the words. */
    LoopingTime clock() {
        return clock;
    }

    /**
     * Decodes words; those before the first time have none and are skipped, as are those that are neither event nor time.
     *
     * @return number of events
     */
    int decode(byte[] words, int start, int count, EventRoom into) {
        short[] x = into.x();
        short[] y = into.y();
        byte[] polarity = into.polarity();
        long[] time = into.time();
        long base = clock.now() << LOW_BITS;
        int next = into.from();
        for (int i = clock.known() ? 0 : firstTime(words, start, count); i < count; i++) {
            int word = ByteOrders.littleInt(words, start + i * WORD);
            if (isEvent(word)) {
                x[next] = (short) (word >>> 11 & 0x7ff);
                y[next] = (short) (word & 0x7ff);
                polarity[next] = (byte) (word >>> 28);
                time[next] = base + (word >>> 22 & 0x3f);
                next++;
            } else if (word >>> 28 == TIME_HIGH) {
                base = clock.next(word & 0xfffffff) << LOW_BITS;
            }
        }
        return next - into.from();
    }

    /** Index of the first time, or the number of words. */
    static int firstTime(byte[] words, int start, int count) {
        int i = 0;
        while (i < count && ByteOrders.littleInt(words, start + i * WORD) >>> 28 != TIME_HIGH) {
            i++;
        }
        return i;
    }

    /** Index of the first word of a reserved type, or the number of words. */
    static int firstUnknown(byte[] words, int start, int count) {
        int i = 0;
        while (i < count && WordTypes.isKnown32(ByteOrders.littleInt(words, start + i * WORD) >>> 28)) {
            i++;
        }
        return i;
    }
}
