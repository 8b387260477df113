package org.snn4j.data.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.snn4j.data.event.EventStream;

/** A short name for the events of a recording, which programs in other languages can compute as easily. */
public final class EventDigest {
    private EventDigest() {}

    /**
     * The first 16 digits of the SHA-256 of all times (64 bits), then all columns (16 bits), rows (16 bits) and polarities (8 bits), little-endian.
     */
    public static String of(EventStream events) {
        ByteBuffer bytes = ByteBuffer.allocate(13 * events.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < events.size(); i++) {
            bytes.putLong(events.time(i));
        }
        for (int i = 0; i < events.size(); i++) {
            bytes.putShort((short) events.x(i));
        }
        for (int i = 0; i < events.size(); i++) {
            bytes.putShort((short) events.y(i));
        }
        for (int i = 0; i < events.size(); i++) {
            bytes.put((byte) events.polarity(i));
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
