package org.snn4j.data.format.numpy;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.CheckedWriter;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.FileStart;
import org.snn4j.data.format.NumberColumn;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.Sensor;

/**
 * An archive of NumPy arrays ({@code .npz}): one array each of times, columns, rows and polarities, named t, x, y and p, or one of events as in
 * {@link NpyFormat}.
 *
 * <p>Written compressed, with a fifth array of two numbers, {@code sensor}, that holds width and height; a writer keeps the events in memory until
 * it commits.
 */
@Reference(
        title = "NumPy format, versions 1 to 3",
        link = "https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html")
public final class NpzFormat implements RecordingFormat {
    private static final String SUFFIX = ".npy";
    private static final String SENSOR = "sensor.npy";
    private static final String EVENTS = "events.npy";
    private static final String SIGNATURE = "PK\u0003\u0004";
    private static final int HEAD = 128;

    private final ArrayLayout layout;

    /** Columns without names are time, column, row and polarity; times are microseconds. */
    public NpzFormat() {
        this(ArrayLayout.DEFAULTS);
    }

    public NpzFormat(ArrayLayout layout) {
        this.layout = Check.notNull(layout, "layout");
    }

    @Override
    public String name() {
        return "npz";
    }

    @Override
    public String title() {
        return "NumPy archive";
    }

    @Override
    public List<String> extensions() {
        return List.of(".npz");
    }

    /** Other files are zip archives too, so the name must fit. */
    @Override
    public Match match(FileStart start) {
        return start.startsWith(SIGNATURE) && start.named(".npz") ? Match.CERTAIN : Match.NONE;
    }

    @Override
    public EventReader open(Path file, ReadSettings settings) throws IOException {
        FileInput input = FileInput.open(file);
        List<Closeable> closed = new ArrayList<>(List.of(input));
        try {
            return reader(input, settings, closed);
        } catch (IOException | RuntimeException | Error e) {
            close(closed);
            throw e;
        }
    }

    private EventReader reader(FileInput input, ReadSettings settings, List<Closeable> closed) throws IOException {
        Map<String, ZipDirectory.Entry> entries = ZipDirectory.of(input);
        ZipDirectory.Entry size = entries.remove(SENSOR);
        Optional<Sensor> sensor = size == null ? Optional.empty() : sensor(input, size, closed);
        NumberColumn[] columns = roles(entries, input.file()) == ArrayLayout.ROLES.length()
                ? separate(input, entries, closed)
                : together(input, entries, closed);
        return NpyFormat.reader(input.file(), settings, sensor, columns, () -> close(closed));
    }

    private static long roles(Map<String, ZipDirectory.Entry> entries, Path file) {
        Map<Integer, List<String>> names = entries.keySet().stream()
                .filter(name -> ArrayLayout.role(array(name)).isPresent())
                .collect(Collectors.groupingBy(
                        name -> ArrayLayout.role(array(name)).orElseThrow()));
        names.values().stream().filter(same -> same.size() > 1).findFirst().ifPresent(same -> {
            throw new DataFormatException(file, 0, "arrays " + String.join(" and ", same), "one of them");
        });
        return names.size();
    }

    private static String array(String entry) {
        return entry.endsWith(SUFFIX) ? entry.substring(0, entry.length() - SUFFIX.length()) : "";
    }

    private NumberColumn[] separate(FileInput input, Map<String, ZipDirectory.Entry> entries, List<Closeable> closed)
            throws IOException {
        NumberColumn[] columns = new NumberColumn[ArrayLayout.ROLES.length()];
        for (ZipDirectory.Entry entry : entries.values()) {
            Optional<Integer> role = ArrayLayout.role(array(entry.name()));
            if (role.isEmpty()) {
                continue;
            }
            ByteSource source = ZipContent.open(input, entry, closed);
            NpyHead head = NpyHead.read(source);
            if (head.shape().length != 1 || !head.fields().get(0).name().isEmpty()) {
                throw source.damage(0, "'" + entry.name() + "', an array of " + head, "one axis of numbers");
            }
            ArrayColumn.Rows rows = new ArrayColumn.Rows(source, head.size(), head.rows());
            columns[role.get()] =
                    new ArrayColumn(entry.name(), rows, head.fields().get(0).number(), 0, layout.scale(role.get()));
        }
        return columns;
    }

    private NumberColumn[] together(FileInput input, Map<String, ZipDirectory.Entry> entries, List<Closeable> closed)
            throws IOException {
        ZipDirectory.Entry entry = entries.get(EVENTS);
        if (entry == null && entries.size() == 1) {
            entry = entries.values().iterator().next();
        }
        if (entry == null) {
            throw new DataFormatException(
                    input.file(),
                    0,
                    "arrays " + entries.keySet().stream().limit(8).collect(Collectors.joining(", ")),
                    "t, x, y and p, or one array of events");
        }
        ByteSource source = ZipContent.open(input, entry, closed);
        NpyHead head = NpyHead.read(source);
        if (head.columnMajor() && head.shape().length > 1) {
            throw source.damage(0, "'" + entry.name() + "' with the first index fastest", "the last index fastest");
        }
        return NpyFormat.columns(source, head, layout, input::read);
    }

    private static Optional<Sensor> sensor(FileInput input, ZipDirectory.Entry entry, List<Closeable> closed)
            throws IOException {
        ByteSource source = ZipContent.open(input, entry, closed);
        NpyHead head = NpyHead.read(source);
        if (head.shape().length != 1
                || head.rows() != 2
                || !head.fields().get(0).name().isEmpty()) {
            throw source.damage(0, "'" + SENSOR + "', an array of " + head, "two numbers, width and height");
        }
        long[] size = new long[2];
        source.fill(2 * head.size());
        ByteBuffer numbers = ByteBuffer.wrap(source.bytes());
        NpyHead.Number number = head.fields().get(0).number();
        for (int i = 0; i < size.length; i++) {
            size[i] = number.type().whole(numbers.order(number.order()), source.index() + i * head.size(), 1);
        }
        Optional<Sensor> sensor = Sensor.fits(size[0], size[1]);
        if (sensor.isEmpty()) {
            throw source.damage(0, "a sensor of " + size[0] + "x" + size[1], "1 to 32768 columns and rows");
        }
        return sensor;
    }

    /** Closes all, the file last. */
    private static void close(List<Closeable> closed) throws IOException {
        for (int i = closed.size() - 1; i >= 0; i--) {
            closed.get(i).close();
        }
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public EventWriter create(Path file, Sensor sensor) throws IOException {
        return new Writer(file, sensor);
    }

    private static final class Writer extends CheckedWriter {
        /** The first day that zip archives know, so that equal recordings are equal files. */
        private static final LocalDateTime DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

        private final EventColumns columns = new EventColumns(0);

        Writer(Path file, Sensor sensor) throws IOException {
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
            ZipOutputStream zip = new ZipOutputStream(out);
            ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            array(zip, "t", "<i8", i -> number.putLong(0, columns.time(i)), number.array(), Long.BYTES);
            array(zip, "x", "<u2", i -> number.putShort(0, (short) columns.x(i)), number.array(), Short.BYTES);
            array(zip, "y", "<u2", i -> number.putShort(0, (short) columns.y(i)), number.array(), Short.BYTES);
            array(zip, "p", "|u1", i -> number.put(0, (byte) columns.polarity(i)), number.array(), 1);
            ByteArrayOutputStream size = new ByteArrayOutputStream();
            size.write(NpyFormat.head("'<i4'", "(2,)", HEAD));
            size.write(number.putInt(0, sensor().width())
                    .putInt(4, sensor().height())
                    .array());
            next(zip, "sensor");
            size.writeTo(zip);
            zip.closeEntry();
            zip.finish();
        }

        private void array(
                ZipOutputStream zip,
                String name,
                String type,
                java.util.function.IntConsumer put,
                byte[] number,
                int bytes)
                throws IOException {
            next(zip, name);
            zip.write(NpyFormat.head("'" + type + "'", "(" + columns.size() + ",)", HEAD));
            byte[] buffer = new byte[bytes * 1024];
            int filled = 0;
            for (int i = 0; i < columns.size(); i++) {
                put.accept(i);
                System.arraycopy(number, 0, buffer, filled, bytes);
                filled += bytes;
                if (filled == buffer.length || i + 1 == columns.size()) {
                    zip.write(buffer, 0, filled);
                    filled = 0;
                }
            }
            zip.closeEntry();
        }

        private static void next(ZipOutputStream zip, String name) throws IOException {
            ZipEntry entry = new ZipEntry(name + SUFFIX);
            entry.setTimeLocal(DAY);
            zip.putNextEntry(entry);
        }
    }
}
