package org.snn4j.data.format.aedat4;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.snn4j.data.event.EventRoom;

/** The content of a packet of events. */
final class EventPacket {
    /** Bytes of an event: time (64 bits), column (16), row (16), polarity (8), nothing. */
    static final int RECORD = 16;

    private EventPacket() {}

    /** The records of an expanded packet, from position to limit. */
    static ByteBuffer events(ByteBuffer content) throws FlatTable.Damage {
        FlatTable root = FlatTable.root(content, StreamInfo.EVENTS);
        OptionalInt field = root.field(0, Integer.BYTES);
        int from = field.isPresent() ? root.vector(field.getAsInt(), RECORD) : 0;
        int count = field.isPresent() ? root.length(from) : 0;
        return content.position(from).limit(from + RECORD * count);
    }

    /** Decodes the first records into all places. */
    static void decode(ByteBuffer records, EventRoom into) {
        byte[] bytes = records.array();
        int from = records.position();
        short[] x = into.x();
        short[] y = into.y();
        byte[] polarity = into.polarity();
        long[] time = into.time();
        int at = into.from();
        for (int i = 0; i < into.count(); i++) {
            long place = (long) Words.LONGS.get(bytes, from + RECORD * i + Long.BYTES);
            time[at + i] = (long) Words.LONGS.get(bytes, from + RECORD * i);
            x[at + i] = (short) place;
            y[at + i] = (short) (place >>> 16);
            polarity[at + i] = (byte) (place >>> 32);
        }
    }
}
