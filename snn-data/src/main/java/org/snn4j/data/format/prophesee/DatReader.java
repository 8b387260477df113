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

/** Decodes DAT files; see {@link DatFormat}. */
final class DatReader extends BlockReader {
    private static final int EVENTS = 1 << 13;
    private static final int TIME_BITS = 32;

    private final WordSource source;
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
        byte[] words = piece.array();
        int start = piece.arrayOffset();
        short[] x = into.x();
        short[] y = into.y();
        byte[] polarity = into.polarity();
        long[] time = into.time();
        for (int i = 0; i < count; i++) {
            long word = ByteOrders.littleLong(words, start + i * DatFormat.RECORD);
            time[i] = clock.next(word & 0xffffffffL);
            x[i] = (short) (word >>> 32 & 0x3fff);
            y[i] = (short) (word >>> 46 & 0x3fff);
            polarity[i] = (byte) (word >>> 60);
        }
        into.decoded(count, source.start(), DatFormat.RECORD);
        return count > 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
