package org.snn4j.data.format.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.CheckedWriter;
import org.snn4j.data.format.Sensor;

/** Writes the columns of a recording when it is whole; see {@link Hdf5Format}. */
final class Hdf5Writer extends CheckedWriter {
    private static final DatasetCreationOptions UNSIGNED =
            DatasetCreationOptions.builder().unsigned().build();

    private final EventColumns columns = new EventColumns(0);

    Hdf5Writer(Path file, Sensor sensor) throws IOException {
        super(file, sensor);
    }

    @Override
    protected void encode(EventStream events, OutputStream out) {
        for (int i = 0; i < events.size(); i++) {
            columns.add(events.x(i), events.y(i), events.polarity(i), events.time(i));
        }
    }

    @Override
    protected void end(OutputStream out) {}

    @Override
    protected void complete(Path written) {
        int size = columns.size();
        short[] x = new short[size];
        short[] y = new short[size];
        byte[] polarity = new byte[size];
        long[] time = new long[size];
        for (int i = 0; i < size; i++) {
            x[i] = (short) columns.x(i);
            y[i] = (short) columns.y(i);
            polarity[i] = (byte) columns.polarity(i);
            time[i] = columns.time(i);
        }
        try (WritableHdfFile file = HdfFile.write(written)) {
            WritableGroup group = file.putGroup("events");
            group.putDataset("x", x, UNSIGNED);
            group.putDataset("y", y, UNSIGNED);
            group.putDataset("p", polarity, UNSIGNED);
            group.putDataset("t", time);
            group.putAttribute("width", sensor().width());
            group.putAttribute("height", sensor().height());
        }
    }
}
