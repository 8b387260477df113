package org.snn4j.data.format.aedat;

import java.io.IOException;
import java.util.Optional;
import org.snn4j.data.format.BlockReader;
import org.snn4j.data.format.ByteOrders;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.EventBlock;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.Sensor;

/** Reads pairs of address and time. */
final class Aedat2Reader extends BlockReader {
    private static final int RECORD = Aedat2Format.RECORD;
    private static final int LAST = 127;
    private static final int NO_EVENT = 1 << 31 | 1 << 10;
    private static final long UNSIGNED = 0xffffffffL;

    private final ByteSource source;
    private final Aedat2Format.Layout layout;
    private final Sensor chip;

    /** @param chip size of the camera, which addresses are mirrored in */
    Aedat2Reader(ByteSource source, ReadSettings settings, Aedat2Format.Layout layout, Sensor chip) {
        super(source.file(), settings, Optional.of(chip), source.left() / RECORD);
        this.source = source;
        this.layout = layout;
        this.chip = chip;
    }

    @Override
    public long expected() {
        return source.left() / RECORD;
    }

    @Override
    protected boolean decode(EventBlock into) throws IOException {
        int records = Math.min(source.fill(into.capacity() * RECORD) / RECORD, into.capacity());
        if (records == 0) {
            return false;
        }
        switch (layout) {
            case DVS128 -> upright(records, into);
            case DVS128_MATLAB -> matlab(records, into);
            case DAVIS -> davis(records, into);
        }
        source.skip((long) records * RECORD);
        return true;
    }

    private void upright(int records, EventBlock into) {
        byte[] bytes = source.bytes();
        short[] x = into.x();
        short[] y = into.y();
        byte[] polarity = into.polarity();
        long[] time = into.time();
        int from = source.index();
        for (int i = 0; i < records; i++) {
            long record = ByteOrders.bigLong(bytes, from + i * RECORD);
            int address = (int) (record >>> 32);
            x[i] = (short) (LAST - (address >>> 8 & LAST));
            y[i] = (short) (LAST - (address >>> 1 & LAST));
            polarity[i] = (byte) (~address & 1);
            time[i] = record & UNSIGNED;
        }
        into.decoded(records, source.position(), RECORD);
    }

    private void matlab(int records, EventBlock into) {
        byte[] bytes = source.bytes();
        short[] x = into.x();
        short[] y = into.y();
        byte[] polarity = into.polarity();
        long[] time = into.time();
        int from = source.index();
        for (int i = 0; i < records; i++) {
            long record = ByteOrders.bigLong(bytes, from + i * RECORD);
            int address = (int) (record >>> 32);
            x[i] = (short) (LAST - (address >>> 1 & LAST));
            y[i] = (short) (address >>> 8 & LAST);
            polarity[i] = (byte) (~address & 1);
            time[i] = record & UNSIGNED;
        }
        into.decoded(records, source.position(), RECORD);
    }

    private void davis(int records, EventBlock into) {
        byte[] bytes = source.bytes();
        int from = source.index();
        int lastColumn = chip.width() - 1;
        int lastRow = chip.height() - 1;
        int events = 0;
        for (int i = 0; i < records; i++) {
            long record = ByteOrders.bigLong(bytes, from + i * RECORD);
            int address = (int) (record >>> 32);
            if ((address & NO_EVENT) != 0) {
                continue;
            }
            int column = lastColumn - (address >>> 12 & 0x3ff);
            int row = lastRow - (address >>> 22 & 0x1ff);
            if ((column | row) < 0) {
                throw outside(i, address);
            }
            into.x()[events] = (short) column;
            into.y()[events] = (short) row;
            into.polarity()[events] = (byte) (address >>> 11 & 1);
            into.time()[events] = record & UNSIGNED;
            into.place()[events++] = i * RECORD;
        }
        into.decoded(events, source.position());
    }

    private RuntimeException outside(int record, int address) {
        return source.damage(
                source.position() + (long) record * RECORD,
                "an address of column " + (address >>> 12 & 0x3ff) + " and row " + (address >>> 22 & 0x1ff),
                "a sensor of " + chip);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
