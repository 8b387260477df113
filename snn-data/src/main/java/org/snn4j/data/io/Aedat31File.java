package org.snn4j.data.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;

/**
 * AEDAT 3.1 recordings ({@code .aedat}), the format of DVS128 Gesture.
 *
 * <p>Text up to the line {@code #!END-HEADER}, then packets, little-endian: 28 bytes of head (type at 0, event size at 4, time
 * overflow at 12,
 * capacity at 16) and capacity events. Events of type 1 (polarity) hold 32 bits of data (x in bits 17 to 31, y in 2 to 16, polarity in
 * 1) and the
 * low 31 bits of the time in microseconds; packets of another type are skipped.
 */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/datasets/__init__.py, load_aedat_v3")
public final class Aedat31File implements RecordingReader {
    private static final byte[] HEADER_END = "#!END-HEADER\r\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEAD = 28;
    private static final int POLARITY = 1;
    private static final int RECORD = 8;

    private final int width;
    private final int height;

    /** @param width columns of the sensor   @param height rows of the sensor */
    public Aedat31File(int width, int height) {
        this.width = Check.atLeast(width, 1, "width");
        this.height = Check.atLeast(height, 1, "height");
    }

    @Override
    public EventStream read(Path file) throws IOException {
        return new Decoder(Files.readAllBytes(file), file).stream(width, height);
    }

    /**
     * The events of a file's bytes exactly as the published reader gives them; neither their place nor their order is checked.
     *
     * @param file named in errors
     * @throws DataFormatException if the header does not end or a packet is cut short or impossible
     */
    public static EventColumns decode(byte[] bytes, Path file) {
        return new Decoder(bytes, file).columns;
    }

    /** One pass over the bytes of a file. */
    private static final class Decoder {
        private final ByteBuffer bytes;
        private final Path file;
        private final EventColumns columns;
        private final IntStream.Builder positions = IntStream.builder();

        Decoder(byte[] content, Path file) {
            bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
            this.file = file;
            columns = new EventColumns(content.length / RECORD);
            int packet = headerLength(content);
            while (packet < content.length) {
                packet = packet(packet);
            }
        }

        EventStream stream(int width, int height) {
            columns.violation(width, height).ifPresent(violation -> {
                int position =
                        positions.build().skip(violation.event()).findFirst().orElseThrow();
                throw new DataFormatException(file, position, violation.found(), violation.expected());
            });
            if (columns.size() == 0) {
                throw new DataFormatException(
                        file, bytes.limit(), "the end of the file", "at least one polarity event");
            }
            return columns.toStream(width, height);
        }

        private int headerLength(byte[] content) {
            for (int i = 0; i + HEADER_END.length <= content.length; i++) {
                if (Arrays.equals(content, i, i + HEADER_END.length, HEADER_END, 0, HEADER_END.length)) {
                    return i + HEADER_END.length;
                }
            }
            throw new DataFormatException(file, 0, "no end of the header", "a line #!END-HEADER");
        }

        /** Position after the packet that starts at {@code start}. */
        private int packet(int start) {
            if (bytes.limit() - start < HEAD) {
                throw new DataFormatException(
                        file, start, (bytes.limit() - start) + " bytes", "a packet head of " + HEAD);
            }
            int type = bytes.getShort(start) & 0xffff;
            long size = Integer.toUnsignedLong(bytes.getInt(start + 4));
            long overflow = Integer.toUnsignedLong(bytes.getInt(start + 12)) << 31;
            long capacity = Integer.toUnsignedLong(bytes.getInt(start + 16));
            long left = bytes.limit() - start - HEAD;
            if (size > left || capacity > left || size * capacity > left) {
                throw new DataFormatException(
                        file,
                        start,
                        "a packet of " + capacity + " events of " + size + " bytes",
                        "at most " + left + " bytes");
            }
            if (type == POLARITY && size < RECORD) {
                throw new DataFormatException(
                        file, start + 4, "polarity events of " + size + " bytes", "at least " + RECORD);
            }
            int from = start + HEAD;
            int to = from + (int) (size * capacity);
            for (int i = from; type == POLARITY && i < to; i += (int) size) {
                int data = bytes.getInt(i);
                columns.add(
                        data >>> 17 & 0x7fff,
                        data >>> 2 & 0x7fff,
                        data >>> 1 & 1,
                        Integer.toUnsignedLong(bytes.getInt(i + 4)) | overflow);
                positions.add(i);
            }
            return to;
        }
    }
}
