package org.snn4j.data.format.prophesee;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snn4j.data.Parallel;
import org.snn4j.data.format.BlockReader;
import org.snn4j.data.format.ByteOrders;
import org.snn4j.data.format.EventBlock;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.Sensor;

/** Reads EVT 2.0; see {@link Evt2Format}. */
final class Evt2Reader extends BlockReader {
    private static final int WORD = Evt2Decoder.WORD;

    /** Parts that are kept in memory at once. */
    private static final int MOST_PARTS = 64;

    private final FileInput input;
    private final WordSource source;
    private final Evt2Decoder decoder = new Evt2Decoder(new LoopingTime(Evt2Decoder.HIGH_BITS));
    private final List<Evt2Part> kept = new ArrayList<>();
    private LoopingTime clock;
    private long taken;

    Evt2Reader(FileInput input, int start, ReadSettings settings, Optional<Sensor> sensor) {
        super(input.file(), settings, sensor);
        this.input = input;
        source = new WordSource(input, start, WORD, Evt2Part.WORDS);
    }

    @Override
    public long expected() {
        return source.left();
    }

    @Override
    protected boolean decode(EventBlock into) throws IOException {
        ByteBuffer piece = source.piece(into.capacity());
        int count = piece.remaining() / WORD;
        int start = piece.arrayOffset();
        int unknown = Evt2Decoder.firstUnknown(piece.array(), start, count);
        if (unknown < count) {
            int type = ByteOrders.littleInt(piece.array(), start + unknown * WORD) >>> 28;
            throw source.damage(unknown * WORD, "a word of the reserved type " + type, WordTypes.KNOWN_32);
        }
        int first = decoder.knowsTime() ? 0 : Evt2Decoder.firstTime(piece.array(), start, count);
        int events = decoder.decode(piece.array(), start, count, into.room(into.capacity()));
        into.decoded(events, event -> source.start() + WORD * wordOf(event, piece.array(), start, first));
        return count > 0;
    }

    /** Index of the word of an event, counted from the word that is decoded first. */
    private static long wordOf(int event, byte[] words, int start, int first) {
        int i = first;
        for (int left = event; ; i++) {
            if (Evt2Decoder.isEvent(ByteOrders.littleInt(words, start + i * WORD)) && left-- == 0) {
                return i;
            }
        }
    }

    /** Pieces of the file, once the time is known: what a piece does to the time can be said without it. */
    @Override
    protected List<Evt2Part> parts(int most) throws IOException {
        long words = Math.min(source.left(), Math.min(most, (long) MOST_PARTS * Evt2Part.WORDS));
        int count = (int) (words / Evt2Part.WORDS);
        if (!decoder.knowsTime() || count < 2) {
            return List.of();
        }
        while (kept.size() < count) {
            kept.add(new Evt2Part());
        }
        long size = (long) Evt2Part.WORDS * WORD;
        if (!Parallel.all(count, i -> kept.get(i).read(input, source.next() + i * size, Evt2Part.WORDS))) {
            return List.of();
        }
        clock = decoder.clock().copy();
        List<Evt2Part> parts = kept.subList(0, count);
        parts.forEach(part -> part.link(clock));
        taken = count * size;
        return parts;
    }

    @Override
    protected void takeParts() {
        decoder.clock().set(clock);
        source.skip(taken);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
