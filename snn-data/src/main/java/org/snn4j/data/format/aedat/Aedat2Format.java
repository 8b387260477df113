package org.snn4j.data.format.aedat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.CheckedWriter;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.FileStart;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.Sensor;

/**
 * AER-DAT 2.0 recordings ({@code .aedat}), the format of CIFAR10-DVS and of jAER.
 *
 * <p>Text lines that start with #, then for each event two big-endian unsigned 32-bit numbers: address and time in microseconds. What an address
 * means depends on the camera, which newer files name in a line {@code # AEChip}: see {@link Layout}.
 */
@Reference(
        title = "AEDAT 2.0",
        link = "https://docs.inivation.com/software/software-advanced-usage/file-formats/aedat-2.0.html")
public final class Aedat2Format implements RecordingFormat {
    static final String FIRST_LINE = "#!AER-DAT2.0";
    static final int RECORD = 8;

    private static final String CHIP = "# AEChip:";
    private static final String LAST_LINE = "#End Of ASCII Header";
    private static final Sensor DVS128 = new Sensor(128, 128);

    private final Optional<Layout> layout;

    /** How an address becomes a pixel. */
    public enum Layout {
        /**
         * Bit 0 polarity, 0 = ON; bits 1 to 7 x', 8 to 14 y'; x = 127 - y', y = 127 - x': upright, as SpikingJelly and the fork of tonic used by He
         * et al. read CIFAR10-DVS. Higher bits are ignored.
         */
        DVS128,
        /**
         * The same bits; x = 127 - x', y = y', as the Matlab code behind TET and R2ETL reads it; its frames are indexed [x][y], so they lie on
         * their side.
         */
        DVS128_MATLAB,
        /**
         * Bit 31 set: a sample of the frame or the inertial sensor, and bit 10 set: an external signal; both are skipped. Otherwise bit 11 polarity,
         * 1 = ON; bits 12 to 21 x', 22 to 30 y', which count from the lower right as jAER draws them: x = width - 1 - x', y = height - 1 - y'.
         */
        DAVIS
    }

    /** The layout of the camera that the file names, that of DVS128 where it names none. */
    public Aedat2Format() {
        layout = Optional.empty();
    }

    /** One layout, whatever the file says. */
    public Aedat2Format(Layout layout) {
        this.layout = Optional.of(layout);
    }

    @Override
    public String name() {
        return "aedat-2";
    }

    @Override
    public String title() {
        return "AEDAT 2.0";
    }

    @Override
    public List<String> extensions() {
        return List.of(".aedat", ".aedat2");
    }

    @Override
    public Match match(FileStart start) {
        return start.startsWith(FIRST_LINE) ? Match.CERTAIN : Match.NONE;
    }

    @Override
    public EventReader open(Path file, ReadSettings settings) throws IOException {
        return open(ByteSource.open(file), settings);
    }

    /** Reads from bytes, which are closed with the reader. */
    public EventReader open(ByteSource source, ReadSettings settings) throws IOException {
        return source.opened(() -> reader(source, settings));
    }

    private EventReader reader(ByteSource source, ReadSettings settings) throws IOException {
        AedatHeader.version(source, FIRST_LINE);
        String chip = AedatHeader.lines(source, LAST_LINE).stream()
                .filter(line -> line.startsWith(CHIP))
                .findFirst()
                .map(line -> line.substring(CHIP.length()).strip())
                .orElse("");
        Optional<Sensor> named = AedatHeader.chip(chip);
        Layout used = layout.orElseGet(() -> layoutOf(named, chip, source));
        Sensor sensor = used == Layout.DAVIS
                ? settings.sensor().or(() -> named).orElseThrow(() -> unknown(source, chip))
                : DVS128;
        int rest = (int) (source.left() % RECORD);
        if (rest != 0) {
            throw source.damage(source.length() - rest, rest + " bytes at the end", "whole events of 8 bytes");
        }
        return new Aedat2Reader(source, settings, used, sensor);
    }

    private static Layout layoutOf(Optional<Sensor> named, String chip, ByteSource source) {
        if (chip.isEmpty() || named.equals(Optional.of(DVS128))) {
            return Layout.DVS128;
        }
        if (named.isEmpty()) {
            throw unknown(source, chip);
        }
        return Layout.DAVIS;
    }

    private static RuntimeException unknown(ByteSource source, String chip) {
        return source.damage(
                0,
                chip.isEmpty() ? "no line that names the camera" : "the camera '" + chip + "'",
                "DVS128, DAVIS240, DAVIS346 or DAVIS640, or layout and sensor in the settings");
    }

    @Override
    public boolean writable() {
        return true;
    }

    /**
     * Begins a recording.
     *
     * @throws IllegalArgumentException if the sensor is not that of a DVS128 (128x128), DAVIS240 (240x180), DAVIS346 (346x260) or DAVIS640 (640x480)
     */
    @Override
    public EventWriter create(Path file, Sensor sensor) throws IOException {
        String chip =
                switch (sensor.toString()) {
                    case "128x128" -> "ch.unizh.ini.jaer.chip.retina.DVS128";
                    case "240x180" -> "eu.seebetter.ini.chips.davis.DAVIS240C";
                    case "346x260" -> "eu.seebetter.ini.chips.davis.Davis346blue";
                    case "640x480" -> "eu.seebetter.ini.chips.davis.Davis640";
                    default ->
                        throw new IllegalArgumentException(
                                "sensor is " + sensor + ", must be 128x128, 240x180, 346x260 or 640x480");
                };
        Layout used = layout.orElse(sensor.equals(DVS128) ? Layout.DVS128 : Layout.DAVIS);
        if ((used == Layout.DAVIS) == sensor.equals(DVS128)) {
            throw new IllegalArgumentException("sensor is " + sensor + ", which layout " + used + " does not have");
        }
        Writer writer = new Writer(file, sensor, used);
        writer.head(FIRST_LINE
                + "\r\n# Data format is int32 address, int32 timestamp (8 bytes total), repeated for each event\r\n"
                + "# Timestamps tick is 1 us\r\n" + CHIP + " " + chip + "\r\n" + LAST_LINE + "\r\n");
        return writer;
    }

    private static final class Writer extends CheckedWriter {
        private final Layout layout;

        Writer(Path file, Sensor sensor, Layout layout) throws IOException {
            super(file, sensor);
            this.layout = layout;
        }

        void head(String lines) throws IOException {
            out().write(lines.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        protected void encode(EventStream events, OutputStream out) throws IOException {
            Check.inRange(events.firstTime(), 0, Integer.MAX_VALUE, "first time");
            Check.inRange(events.lastTime(), 0, Integer.MAX_VALUE, "last time");
            ByteBuffer record = ByteBuffer.allocate(RECORD);
            for (int i = 0; i < events.size(); i++) {
                record.putInt(0, address(events.x(i), events.y(i), events.polarity(i)));
                record.putInt(Integer.BYTES, (int) events.time(i));
                out.write(record.array());
            }
        }

        private int address(int x, int y, int polarity) {
            int lastColumn = sensor().width() - 1;
            int lastRow = sensor().height() - 1;
            return switch (layout) {
                case DVS128 -> lastRow - y << 1 | lastColumn - x << 8 | 1 - polarity;
                case DVS128_MATLAB -> lastColumn - x << 1 | y << 8 | 1 - polarity;
                case DAVIS -> lastRow - y << 22 | lastColumn - x << 12 | polarity << 11;
            };
        }

        @Override
        protected void end(OutputStream out) {}
    }
}
