package org.snn4j.data.format.aedat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snn4j.data.event.EventPart;
import org.snn4j.data.event.EventRoom;
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
    private int taken;

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
        if (layout == Aedat2Format.Layout.DAVIS) {
            davis(records, into);
        } else {
            dvs128(source.bytes(), source.index(), records, into.room(records));
            into.decoded(records, source.position(), RECORD);
        }
        source.skip((long) records * RECORD);
        return true;
    }

    /** Every record of a DVS128 is an event, so that the place of each is known. */
    @Override
    protected List<Part> parts(int most) {
        int records = (int) Math.min(most, source.left() / RECORD);
        if (layout == Aedat2Format.Layout.DAVIS || !source.isOpenEverywhere() || records < 2 * Part.MOST) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < records; from += Part.MOST) {
            parts.add(new Part(source.position() + (long) from * RECORD, Math.min(Part.MOST, records - from)));
        }
        taken = records;
        return parts;
    }

    @Override
    protected void takeParts() {
        source.skip((long) taken * RECORD);
    }

    /** Some records of a DVS128. */
    final class Part implements EventPart {
        static final int MOST = 1 << 13;
        private static final ThreadLocal<byte[]> BUFFER = ThreadLocal.withInitial(() -> new byte[MOST * RECORD]);

        private final long position;
        private final int records;

        Part(long position, int records) {
            this.position = position;
            this.records = records;
        }

        @Override
        public int events() {
            return records;
        }

        @Override
        public boolean decode(EventRoom into) throws IOException {
            byte[] bytes = BUFFER.get();
            if (source.copy(position, bytes, records * RECORD) < records * RECORD) {
                return false;
            }
            dvs128(bytes, 0, records, into);
            return true;
        }
    }

    private void dvs128(byte[] bytes, int from, int records, EventRoom into) {
        if (layout == Aedat2Format.Layout.DVS128) {
            upright(bytes, from, records, into);
        } else {
            matlab(bytes, from, records, into);
        }
    }

    private static void upright(byte[] bytes, int from, int records, EventRoom into) {
        short[] x = into.x();
        short[] y = into.y();
        byte[] polarity = into.polarity();
        long[] time = into.time();
        int at = into.from();
        for (int i = 0; i < records; i++) {
            long record = ByteOrders.bigLong(bytes, from + i * RECORD);
            int address = (int) (record >>> 32);
            x[at + i] = (short) (LAST - (address >>> 8 & LAST));
            y[at + i] = (short) (LAST - (address >>> 1 & LAST));
            polarity[at + i] = (byte) (~address & 1);
            time[at + i] = record & UNSIGNED;
        }
    }

    private static void matlab(byte[] bytes, int from, int records, EventRoom into) {
        short[] x = into.x();
        short[] y = into.y();
        byte[] polarity = into.polarity();
        long[] time = into.time();
        int at = into.from();
        for (int i = 0; i < records; i++) {
            long record = ByteOrders.bigLong(bytes, from + i * RECORD);
            int address = (int) (record >>> 32);
            x[at + i] = (short) (LAST - (address >>> 1 & LAST));
            y[at + i] = (short) (address >>> 8 & LAST);
            polarity[at + i] = (byte) (~address & 1);
            time[at + i] = record & UNSIGNED;
        }
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
