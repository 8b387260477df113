package org.snn4j.data.format.prophesee;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.snn4j.data.format.BlockReader;
import org.snn4j.data.format.EventBlock;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.Sensor;

/** Decodes DAT files; see {@link DatFormat}. */
final class DatReader extends BlockReader {
    private static final int EVENTS = 1 << 12;
    private static final int TIME_BITS = 32;

    private final WordSource source;
    private final long[] words = new long[EVENTS];
    private final LoopingTime clock = new LoopingTime(TIME_BITS);

    DatReader(FileInput input, int start, ReadSettings settings, Optional<Sensor> sensor) {
        super(input.file(), settings, sensor);
        source = new WordSource(input, start, DatFormat.RECORD, EVENTS);
    }

    @Override
    public long expected() {
        return source.left();
    }

    @Override
    protected boolean decode(EventBlock into) throws IOException {
        ByteBuffer piece = source.piece(into.capacity());
        int count = piece.remaining() / DatFormat.RECORD;
        piece.asLongBuffer().get(words, 0, count);
        short[] x = into.x();
        short[] y = into.y();
        byte[] polarity = into.polarity();
        long[] time = into.time();
        int[] place = into.place();
        for (int i = 0; i < count; i++) {
            long word = words[i];
            time[i] = clock.next(word & 0xffffffffL);
            x[i] = (short) (word >>> 32 & 0x3fff);
            y[i] = (short) (word >>> 46 & 0x3fff);
            polarity[i] = (byte) (word >>> 60);
            place[i] = i * DatFormat.RECORD;
        }
        into.decoded(count, source.start());
        return count > 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
