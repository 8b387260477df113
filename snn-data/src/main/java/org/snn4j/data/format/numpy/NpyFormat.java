package org.snn4j.data.format.numpy;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.CheckedWriter;
import org.snn4j.data.format.ColumnsReader;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.FileStart;
import org.snn4j.data.format.NumberColumn;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.Sensor;

/**
 * An array of NumPy ({@code .npy}): structured, with fields named t, x, y and p in any order, or of shape [events, 4].
 *
 * <p>Written as a structured array of t (64 bits), x and y (16 bits) and p (8 bits). The file states no sensor.
 */
@Reference(
        title = "NumPy format, versions 1 to 3",
        link = "https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html")
public final class NpyFormat implements RecordingFormat {
    private static final int HEAD = 192;
    private static final int RECORD = 13;

    private final ArrayLayout layout;

    /** Columns without names are time, column, row and polarity; times are microseconds. */
    public NpyFormat() {
        this(ArrayLayout.DEFAULTS);
    }

    public NpyFormat(ArrayLayout layout) {
        this.layout = Check.notNull(layout, "layout");
    }

    @Override
    public String name() {
        return "npy";
    }

    @Override
    public String title() {
        return "NumPy array";
    }

    @Override
    public List<String> extensions() {
        return List.of(".npy");
    }

    @Override
    public Match match(FileStart start) {
        byte[] bytes = start.bytes();
        return bytes.length > NpyHead.MAGIC.length
                        && Arrays.equals(bytes, 0, NpyHead.MAGIC.length, NpyHead.MAGIC, 0, NpyHead.MAGIC.length)
                ? Match.CERTAIN
                : Match.NONE;
    }

    @Override
    public EventReader open(Path file, ReadSettings settings) throws IOException {
        FileInput input = FileInput.open(file);
        try {
            ByteSource source = ByteSource.part(file, input::read, 0, input.length());
            NumberColumn[] columns = columns(source, NpyHead.read(source), layout, input::read);
            return reader(file, settings, Optional.empty(), columns, input);
        } catch (IOException | RuntimeException | Error e) {
            input.close();
            throw e;
        }
    }

    /** A reader of the four columns, in the order of {@link ArrayLayout#ROLES}. */
    static EventReader reader(
            Path file, ReadSettings settings, Optional<Sensor> sensor, NumberColumn[] columns, Closeable closed) {
        return new ColumnsReader(
                file,
                settings,
                sensor,
                new ColumnsReader.Columns(columns[1], columns[2], columns[3], columns[0]),
                0,
                closed);
    }

    /** Finds the columns of an array, in the order of {@link ArrayLayout#ROLES}. */
    static NumberColumn[] columns(ByteSource source, NpyHead head, ArrayLayout layout, ByteSource.Feed feed) {
        if (!head.fields().get(0).name().isEmpty()) {
            return named(source, head, layout);
        }
        int width = layout.order().length();
        if (head.shape().length != 2 || head.shape()[1] != width) {
            throw source.damage(
                    source.position(), "an array of shape " + Arrays.toString(head.shape()), "[events, " + width + "]");
        }
        NumberColumn[] columns = new NumberColumn[ArrayLayout.ROLES.length()];
        NpyHead.Number number = head.fields().get(0).number();
        ArrayColumn.Rows rows = new ArrayColumn.Rows(source, width * head.size(), head.rows());
        for (int role = 0; role < columns.length; role++) {
            int place = layout.order().indexOf(ArrayLayout.ROLES.charAt(role));
            String name = "column " + place;
            if (head.columnMajor()) {
                long length = head.rows() * head.size();
                long from = source.position() + place * length;
                ByteSource part = ByteSource.part(source.file(), feed, from, from + length);
                ArrayColumn.Rows own = new ArrayColumn.Rows(part, head.size(), head.rows());
                columns[role] = new ArrayColumn(name, own, number, 0, layout.scale(role));
            } else {
                columns[role] = new ArrayColumn(name, rows, number, place * head.size(), layout.scale(role));
            }
        }
        return columns;
    }

    private static NumberColumn[] named(ByteSource source, NpyHead head, ArrayLayout layout) {
        NumberColumn[] columns = new NumberColumn[ArrayLayout.ROLES.length()];
        ArrayColumn.Rows rows = new ArrayColumn.Rows(source, head.size(), head.rows());
        for (NpyHead.Field field : head.fields()) {
            ArrayLayout.role(field.name())
                    .ifPresent(role -> columns[role] =
                            new ArrayColumn(field.name(), rows, field.number(), field.offset(), layout.scale(role)));
        }
        if (head.shape().length != 1 || Arrays.asList(columns).contains(null)) {
            throw source.damage(source.position(), "an array of " + head, "one axis and fields t, x, y and p");
        }
        return columns;
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public EventWriter create(Path file, Sensor sensor) throws IOException {
        Writer writer = new Writer(file, sensor);
        writer.out().write(new byte[HEAD]);
        return writer;
    }

    private static final class Writer extends CheckedWriter {
        private long count;

        Writer(Path file, Sensor sensor) throws IOException {
            super(file, sensor);
        }

        @Override
        protected void encode(EventStream events, OutputStream out) throws IOException {
            ByteBuffer record = ByteBuffer.allocate(RECORD).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < events.size(); i++) {
                record.putLong(0, events.time(i));
                record.putShort(8, (short) events.x(i));
                record.putShort(10, (short) events.y(i));
                record.put(12, (byte) events.polarity(i));
                out.write(record.array());
            }
            count += events.size();
        }

        @Override
        protected void end(OutputStream out) {}

        /** The head, whose length does not depend on the number of events that it states. */
        @Override
        protected void complete(Path written) throws IOException {
            byte[] head = head("[('t', '<i8'), ('x', '<u2'), ('y', '<u2'), ('p', '|u1')]", "(" + count + ",)", HEAD);
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(head), 0);
            }
        }
    }

    /** The head of an array file, filled up with spaces to a length. */
    static byte[] head(String type, String shape, int length) {
        byte[] head = new byte[length];
        Arrays.fill(head, (byte) ' ');
        System.arraycopy(NpyHead.MAGIC, 0, head, 0, NpyHead.MAGIC.length);
        head[6] = 1;
        head[7] = 0;
        head[8] = (byte) (length - 10);
        head[9] = (byte) ((length - 10) >> 8);
        byte[] text = ("{'descr': " + type + ", 'fortran_order': False, 'shape': " + shape + ", }")
                .getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, head, 10, text.length);
        head[length - 1] = '\n';
        return head;
    }
}
