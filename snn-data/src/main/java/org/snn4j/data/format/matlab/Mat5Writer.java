package org.snn4j.data.format.matlab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.CheckedWriter;
import org.snn4j.data.format.Sensor;

/** Writes the vectors of a recording when it is whole; see {@link MatFormat}. */
final class Mat5Writer extends CheckedWriter {
    private static final int TEXT = 116;
    private static final int UINT_16_CLASS = 11;
    private static final int UINT_16 = 4;
    private static final int INT_64_CLASS = 14;
    private static final int INT_64 = 12;
    private static final int UINT_8_CLASS = 9;
    private static final int UINT_8 = 2;
    private static final int DESCRIPTION = 56;
    private static final int PIECE = 1 << 12;

    private final EventColumns columns = new EventColumns(0);

    Mat5Writer(Path file, Sensor sensor) throws IOException {
        super(file, sensor);
    }

    @Override
    protected void encode(EventStream events, OutputStream out) {
        for (int i = 0; i < events.size(); i++) {
            columns.add(events.x(i), events.y(i), events.polarity(i), events.time(i));
        }
    }

    @Override
    protected void end(OutputStream out) throws IOException {
        byte[] head = new byte[Mat5File.HEAD];
        Arrays.fill(head, 0, TEXT, (byte) ' ');
        byte[] text = "MATLAB 5.0 MAT-file, Platform: snn4j".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, head, 0, text.length);
        ByteBuffer.wrap(head)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(124, (short) 0x0100)
                .put(126, (byte) 'I')
                .put(127, (byte) 'M');
        out.write(head);
        vector("x", UINT_16_CLASS, UINT_16, Short.BYTES, (to, i) -> to.putShort((short) columns.x(i)), out);
        vector("y", UINT_16_CLASS, UINT_16, Short.BYTES, (to, i) -> to.putShort((short) columns.y(i)), out);
        vector("ts", INT_64_CLASS, INT_64, Long.BYTES, (to, i) -> to.putLong(columns.time(i)), out);
        vector("p", UINT_8_CLASS, UINT_8, 1, (to, i) -> to.put((byte) columns.polarity(i)), out);
    }

    private void vector(
            String name, int kind, int type, int bytes, BiConsumer<ByteBuffer, Integer> put, OutputStream out)
            throws IOException {
        long content = (long) columns.size() * bytes;
        long padded = (content + Mat5File.TAG - 1) / Mat5File.TAG * Mat5File.TAG;
        if (padded + DESCRIPTION > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    columns.size() + " events, must be fewer in a MATLAB 5 file, whose variables end at 2 GiB");
        }
        ByteBuffer head = ByteBuffer.allocate(DESCRIPTION).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(Mat5File.MATRIX).putInt((int) padded + DESCRIPTION - Mat5File.TAG);
        head.putInt(6).putInt(8).putInt(kind).putInt(0);
        head.putInt(5).putInt(8).putInt(columns.size()).putInt(1);
        head.putShort((short) 1).putShort((short) name.length()).put(name.getBytes(StandardCharsets.ISO_8859_1));
        head.position(48);
        head.putInt(type).putInt((int) content);
        out.write(head.array(), 0, DESCRIPTION);
        ByteBuffer piece = ByteBuffer.allocate(PIECE * bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < columns.size(); i++) {
            put.accept(piece, i);
            if (!piece.hasRemaining() || i == columns.size() - 1) {
                out.write(piece.array(), 0, piece.position());
                piece.clear();
            }
        }
        out.write(new byte[(int) (padded - content)]);
    }
}
