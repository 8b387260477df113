package org.snn4j.data.format.prophesee;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.snn4j.data.format.BlockReader;
import org.snn4j.data.format.EventBlock;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.Sensor;

/** Decodes EVT 2.1; see {@link Evt21Format}. */
final class Evt21Reader extends BlockReader {
    /** Greatest number of events in a word. */
    static final int VECTOR = 32;

    private static final int WORD = 8;

    private final WordSource source;
    private final boolean upperFirst;
    private final LoopingTime clock = new LoopingTime(Evt2Decoder.HIGH_BITS);
    private long base;
    private ByteBuffer piece;

    Evt21Reader(FileInput input, int start, boolean upperFirst, ReadSettings settings, Optional<Sensor> sensor) {
        super(input.file(), settings, sensor);
        this.upperFirst = upperFirst;
        source = new WordSource(input, start, WORD, 1 << 13);
        piece = ByteBuffer.allocate(0);
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
        while (piece.hasRemaining() && events + VECTOR <= into.capacity()) {
            int position = piece.position();
            long word = upperFirst ? Long.rotateLeft(piece.getLong(), 32) : piece.getLong();
            int upper = (int) (word >>> 32);
            int type = upper >>> 28;
            if (type == Evt2Decoder.TIME_HIGH) {
                base = clock.next(upper & 0xfffffff) << Evt2Decoder.LOW_BITS;
            } else if (type > 1 && !WordTypes.isKnown32(type)) {
                throw source.damage(position, "a word of the reserved type " + type, WordTypes.KNOWN_32);
            } else if (type <= 1 && clock.known()) {
                events = vector(into, events, upper, (int) word, position);
            }
        }
        into.decoded(events, source.start());
        return true;
    }

    /** Number of events with those of a word. */
    private int vector(EventBlock into, int before, int upper, int valid, int position) {
        short row = (short) (upper & 0x7ff);
        int column = upper >>> 11 & 0x7ff;
        long time = base + (upper >>> 22 & 0x3f);
        int events = before;
        for (int left = valid; left != 0; left &= left - 1) {
            into.x()[events] = (short) (column + Integer.numberOfTrailingZeros(left));
            into.y()[events] = row;
            into.polarity()[events] = (byte) (upper >>> 28);
            into.time()[events] = time;
            into.place()[events] = position;
            events++;
        }
        return events;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
