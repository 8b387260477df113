package org.snn4j.data.format.atis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ByteOrders;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.CheckedWriter;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.FileStart;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.Sensor;

/**
 * The 40-bit recordings of the ATIS sensor ({@code .bin}), the format of N-MNIST and N-Caltech101.
 *
 * <p>Each event is 5 bytes, big-endian: x (8 bits), y (8 bits), polarity (1 bit, 1 = ON), time in microseconds (23 bits). There is no head: a
 * foreign file shows itself by its length, by coordinates outside the sensor or by time going backward.
 */
@Reference(
        title = "Converting Static Image Datasets to Spiking Neuromorphic Datasets Using Saccades",
        link = "10.3389/fnins.2015.00437")
public sealed class AtisFormat implements RecordingFormat permits AtisFormat.Marked {
    /** Largest time that 23 bits hold, in microseconds. */
    public static final long LAST_TIME = (1L << 23) - 1;

    static final int RECORD = 5;
    static final int MARKER_ROW = 240;
    static final long MARKER_TIME = 1L << 13;

    private static final int LARGEST = 256;
    /** Events in the order of time that foreign bytes hardly ever look like: one file in 40,000 of random ones. */
    private static final int TELLING = 8;

    private final Overflow overflow;

    /** What a record with y = 240 means. */
    public enum Overflow {
        /** An event like any other, as SpikingJelly reads it. */
        IGNORED,
        /** A marker, as tonic reads it: no event, and every later time is 2^13 microseconds more. */
        MARKED
    }

    /** Without markers. */
    public AtisFormat() {
        this(Overflow.IGNORED);
    }

    public AtisFormat(Overflow overflow) {
        this.overflow = Check.notNull(overflow, "overflow");
    }

    /** With markers; for lists of services. */
    public static final class Marked extends AtisFormat {
        public Marked() {
            super(Overflow.MARKED);
        }
    }

    @Override
    public String name() {
        return overflow == Overflow.MARKED ? "atis-overflow" : "atis";
    }

    @Override
    public String title() {
        return overflow == Overflow.MARKED ? "ATIS with overflow markers" : "ATIS";
    }

    @Override
    public List<String> extensions() {
        return List.of(".bin");
    }

    @Override
    public Match surest() {
        return Match.POSSIBLE;
    }

    /**
     * Possible if the length fits and no time at the beginning of the file goes backward; cut if only the length does not fit, and time goes forward for so
     * long that this is no accident.
     */
    @Override
    public Match match(FileStart start) {
        if (!start.named(".bin") || start.length() == 0 || !ordered(start.bytes())) {
            return Match.NONE;
        }
        if (start.length() % RECORD == 0) {
            return Match.POSSIBLE;
        }
        return start.length() >= TELLING * RECORD && advances(start.bytes()) ? Match.CUT : Match.NONE;
    }

    /** True if the first telling events do not all have the same time, as bytes of one value would. */
    private static boolean advances(byte[] bytes) {
        return time(bytes, 0) != time(bytes, TELLING - 1);
    }

    private static long time(byte[] bytes, int event) {
        return ByteOrders.bigInt(bytes, event * RECORD + 1) & LAST_TIME;
    }

    private boolean ordered(byte[] bytes) {
        long before = 0;
        long offset = 0;
        for (int i = 0; i + RECORD <= bytes.length; i += RECORD) {
            int rest = ByteOrders.bigInt(bytes, i + 1);
            if (overflow == Overflow.MARKED && rest >>> 24 == MARKER_ROW) {
                offset += MARKER_TIME;
            } else if ((rest & LAST_TIME) + offset < before) {
                return false;
            } else {
                before = (rest & LAST_TIME) + offset;
            }
        }
        return true;
    }

    @Override
    public EventReader open(Path file, ReadSettings settings) throws IOException {
        return open(ByteSource.open(file), settings);
    }

    /** Reads from bytes, which are closed with the reader. */
    public EventReader open(ByteSource source, ReadSettings settings) throws IOException {
        return source.opened(() -> reader(source, settings));
    }

    private EventReader reader(ByteSource source, ReadSettings settings) {
        source.require(1, "at least one event of 5 bytes");
        int rest = (int) (source.length() % RECORD);
        if (rest != 0) {
            throw source.damage(
                    source.length() - rest,
                    rest + " bytes at the end of what looks like an ATIS recording",
                    "whole events of 5 bytes");
        }
        return new AtisReader(source, settings, overflow);
    }

    /**
     * The recording in a file's bytes.
     *
     * @param file named in errors
     * @throws org.snn4j.data.DataFormatException if the bytes are damaged
     */
    public EventStream read(Path file, byte[] bytes, ReadSettings settings) throws IOException {
        try (EventReader reader = open(ByteSource.of(file, bytes), settings)) {
            return RecordingFormats.rest(reader, bytes.length);
        }
    }

    /** The bytes of a recording's file; refuses what a writer refuses. */
    public byte[] encode(EventStream events) throws IOException {
        checkSize(new Sensor(events.width(), events.height()));
        Check.atLeast(events.size(), 1, "number of events");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(events.size() * RECORD);
        new AtisEncoder(overflow).encode(events, bytes);
        return bytes.toByteArray();
    }

    @Override
    public boolean writable() {
        return true;
    }

    /**
     * Begins a recording.
     *
     * @throws IllegalArgumentException if the sensor has more than 256 columns or rows
     */
    @Override
    public EventWriter create(Path file, Sensor sensor) throws IOException {
        checkSize(sensor);
        return new CheckedWriter(file, sensor) {
            private final AtisEncoder encoder = new AtisEncoder(overflow);
            private boolean empty = true;

            @Override
            protected void encode(EventStream events, OutputStream out) throws IOException {
                encoder.encode(events, out);
                empty = false;
            }

            @Override
            protected void end(OutputStream out) {
                Check.atLeast(empty ? 0 : 1, 1, "number of events");
            }
        };
    }

    private static void checkSize(Sensor sensor) {
        Check.inRange(sensor.width(), 1, LARGEST, "sensor width");
        Check.inRange(sensor.height(), 1, LARGEST, "sensor height");
    }
}
