package org.snn4j.data.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.core.io.AtomicFiles;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;

/**
 * The 40-bit recordings of the ATIS sensor ({@code .bin}), the format of N-MNIST and N-Caltech101.
 *
 * <p>Each event is 5 bytes, big-endian: x (8 bits), y (8 bits), polarity (1 bit, 1 = ON), time in microseconds (23 bits). There is no
 * header:
 * a foreign file shows itself by its length, by coordinates outside the sensor or by time going backward.
 */
@Reference(
        title = "Converting Static Image Datasets to Spiking Neuromorphic Datasets Using Saccades",
        link = "10.3389/fnins.2015.00437")
public final class AtisFile implements RecordingReader {
    /** Largest time that 23 bits hold, in microseconds. */
    public static final long LAST_TIME = (1L << 23) - 1;

    private static final int RECORD = 5;
    private static final int MARKER_ROW = 240;
    private static final long MARKER_TIME = 1L << 13;

    private final int width;
    private final int height;
    private final Overflow overflow;

    /** What a record with y = 240 means. */
    public enum Overflow {
        /** An event like any other, as SpikingJelly reads it. */
        IGNORED,
        /** A marker, as tonic reads it: no event, and every later time is 2^13 microseconds more. */
        MARKED
    }

    /** @param width columns of the sensor, at most 256   @param height rows of the sensor, at most 256 */
    public AtisFile(int width, int height, Overflow overflow) {
        Check.inRange(width, 1, 256, "width");
        Check.inRange(height, 1, 256, "height");
        this.width = width;
        this.height = height;
        this.overflow = Check.notNull(overflow, "overflow");
    }

    /** The files of N-MNIST: 34x34, no marker can occur. */
    public static AtisFile nMnist() {
        return new AtisFile(34, 34, Overflow.IGNORED);
    }

    @Override
    public EventStream read(Path file) throws IOException {
        return parse(Files.readAllBytes(file), file);
    }

    /**
     * The recording in a file's bytes.
     *
     * @param file named in errors
     * @throws DataFormatException as {@link #read}
     */
    public EventStream parse(byte[] bytes, Path file) {
        if (bytes.length == 0) {
            throw new DataFormatException(file, 0, "an empty file", "at least one event of 5 bytes");
        }
        int rest = bytes.length % RECORD;
        if (rest != 0) {
            throw new DataFormatException(
                    file, bytes.length - rest, rest + " bytes at the end", "whole events of 5 bytes");
        }
        EventColumns columns = decode(bytes, overflow);
        columns.violation(width, height).ifPresent(violation -> {
            throw new DataFormatException(
                    file, offset(bytes, violation.event()), violation.found(), violation.expected());
        });
        if (columns.size() == 0) {
            throw new DataFormatException(file, 0, "overflow markers only", "at least one event");
        }
        return columns.toStream(width, height);
    }

    /** The events of a file's bytes exactly as the published readers give them, unchecked; a part of a record at the end is left out. */
    public static EventColumns decode(byte[] bytes, Overflow overflow) {
        EventColumns columns = new EventColumns(bytes.length / RECORD);
        boolean marked = overflow == Overflow.MARKED;
        long offset = 0;
        for (int i = 0; i + RECORD <= bytes.length; i += RECORD) {
            int y = bytes[i + 1] & 0xff;
            if (marked && y == MARKER_ROW) {
                offset += MARKER_TIME;
                continue;
            }
            int time = (bytes[i + 2] & 0x7f) << 16 | (bytes[i + 3] & 0xff) << 8 | bytes[i + 4] & 0xff;
            columns.add(bytes[i] & 0xff, y, (bytes[i + 2] & 0x80) >> 7, time + offset);
        }
        return columns;
    }

    /** Position of the record that holds an event. */
    private long offset(byte[] bytes, int event) {
        int events = 0;
        int position = 0;
        while (true) {
            boolean marker = overflow == Overflow.MARKED && (bytes[position + 1] & 0xff) == MARKER_ROW;
            if (!marker && events++ == event) {
                return position;
            }
            position += RECORD;
        }
    }

    /**
     * Writes a recording beside its place and moves it there.
     *
     * @throws IllegalArgumentException if the stream is empty, its sensor is another one, or a time does not fit in 23 bits
     */
    public void write(Path file, EventStream events) throws IOException {
        AtomicFiles.write(file, encode(events));
    }

    /** The bytes of a recording's file; refuses what {@link #write} refuses. */
    public byte[] encode(EventStream events) {
        if (events.width() != width || events.height() != height) {
            throw new IllegalArgumentException(
                    "sensor is " + events.width() + "x" + events.height() + ", must be " + width + "x" + height);
        }
        Check.atLeast(events.size(), 1, "number of events");
        byte[] bytes = new byte[Math.multiplyExact(events.size(), RECORD)];
        for (int i = 0; i < events.size(); i++) {
            long time = events.time(i);
            if (time < 0 || time > LAST_TIME) {
                throw new IllegalArgumentException(
                        "event " + i + ": time is " + time + " us, must be in [0, " + LAST_TIME + "]");
            }
            if (overflow == Overflow.MARKED && events.y(i) == MARKER_ROW) {
                throw new IllegalArgumentException("event " + i + ": y is 240, which marks an overflow in this file");
            }
            int position = i * RECORD;
            bytes[position] = (byte) events.x(i);
            bytes[position + 1] = (byte) events.y(i);
            bytes[position + 2] = (byte) (events.polarity(i) << 7 | time >> 16);
            bytes[position + 3] = (byte) (time >> 8);
            bytes[position + 4] = (byte) time;
        }
        return bytes;
    }
}
