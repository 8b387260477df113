package org.snn4j.data.format.aedat4;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormatContract;

class Aedat4ContractTest extends RecordingFormatContract {
    /** Bytes before the length of the header. */
    private static final int MAGIC = 14;
    /** Where the headers of these recordings state the place of the packet table. */
    private static final int TABLE = 54;

    private static final long NO_TABLE = -1;

    @Override
    protected RecordingFormat format() {
        return new Aedat4Format();
    }

    /** Packets are compressed. */
    @Override
    protected int eventsPerByte() {
        return 4096;
    }

    @Override
    protected List<String> recordings() {
        return List.of("format-samples/davis346.aedat4", "format-samples/dvxplorer.aedat4");
    }

    /** The header, which then names no packet table, and the packets that fit. */
    @Override
    protected byte[] part(byte[] whole, int most) {
        ByteBuffer bytes = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
        long end = bytes.getLong(TABLE);
        bytes.putLong(TABLE, NO_TABLE);
        int packet = MAGIC + Integer.BYTES + bytes.getInt(MAGIC);
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.write(bytes.array(), 0, packet);
        while (packet < end) {
            int length = 2 * Integer.BYTES + bytes.getInt(packet + Integer.BYTES);
            if (part.size() + length <= most) {
                part.write(whole, packet, length);
            }
            packet += length;
        }
        return part.toByteArray();
    }

    @Override
    protected int largeDamages() {
        return 60;
    }
}
