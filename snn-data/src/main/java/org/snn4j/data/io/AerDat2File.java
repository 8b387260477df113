package org.snn4j.data.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;

/**
 * AER-DAT 2.0 recordings of a 128x128 sensor ({@code .aedat}), the format of CIFAR10-DVS.
 *
 * <p>Text lines that start with #, then for each event two big-endian unsigned 32-bit numbers: address (bit 0 polarity, 1 to 7 x', 8
 * to 14 y',
 * higher bits ignored) and time in microseconds.
 */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/datasets/cifar10_dvs.py, load_origin_data")
public final class AerDat2File implements RecordingReader {
    /** Columns and rows of the sensor. */
    public static final int SIDE = 128;

    private static final String FIRST_LINE = "#!AER-DAT2.0";
    private static final int RECORD = 8;
    private static final int LAST = SIDE - 1;

    private final Layout layout;

    /** How an address becomes a pixel. In both, bit 0 = 0 is ON. */
    public enum Layout {
        /** x = 127 - y', y = 127 - x', as SpikingJelly and the fork of tonic used by He et al. read it: upright. */
        UPRIGHT {
            @Override
            void add(EventColumns columns, int first, int second, int polarity, long time) {
                columns.add(LAST - second, LAST - first, polarity, time);
            }
        },
        /**
         * x = 127 - x', y = y', as the Matlab code behind TET and R2ETL reads it; its frames are indexed [x][y], so they lie on their
         * side.
         */
        MATLAB {
            @Override
            void add(EventColumns columns, int first, int second, int polarity, long time) {
                columns.add(LAST - first, second, polarity, time);
            }
        };

        abstract void add(EventColumns columns, int first, int second, int polarity, long time);
    }

    public AerDat2File(Layout layout) {
        this.layout = Check.notNull(layout, "layout");
    }

    @Override
    public EventStream read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!new String(bytes, 0, Math.min(bytes.length, FIRST_LINE.length()), StandardCharsets.ISO_8859_1)
                .equals(FIRST_LINE)) {
            throw new DataFormatException(file, 0, "another first line", FIRST_LINE);
        }
        int start = headerLength(bytes);
        int rest = (bytes.length - start) % RECORD;
        if (rest != 0) {
            throw new DataFormatException(
                    file, bytes.length - rest, rest + " bytes at the end", "whole events of 8 bytes");
        }
        if (bytes.length == start) {
            throw new DataFormatException(file, start, "the end of the file", "at least one event of 8 bytes");
        }
        EventColumns columns = decode(bytes, layout);
        columns.violation(SIDE, SIDE).ifPresent(violation -> {
            throw new DataFormatException(
                    file, start + (long) RECORD * violation.event(), violation.found(), violation.expected());
        });
        return columns.toStream(SIDE, SIDE);
    }

    /** The events of a file's bytes exactly as the published readers give them, unchecked; a part of a record at the end is left out. */
    public static EventColumns decode(byte[] bytes, Layout layout) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int start = headerLength(bytes);
        EventColumns columns = new EventColumns((bytes.length - start) / RECORD);
        for (int i = start; i + RECORD <= bytes.length; i += RECORD) {
            int address = buffer.getInt(i);
            long time = Integer.toUnsignedLong(buffer.getInt(i + Integer.BYTES));
            layout.add(columns, address >> 1 & LAST, address >> 8 & LAST, 1 - (address & 1), time);
        }
        return columns;
    }

    /** Length of the lines at the start that begin with #. */
    private static int headerLength(byte[] bytes) {
        int line = 0;
        while (line < bytes.length && bytes[line] == '#') {
            int end = line;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            line = Math.min(end + 1, bytes.length);
        }
        return line;
    }
}
