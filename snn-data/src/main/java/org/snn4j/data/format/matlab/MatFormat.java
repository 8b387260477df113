package org.snn4j.data.format.matlab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snn4j.core.Reference;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.FileStart;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.Sensor;
import org.snn4j.data.format.hdf5.Hdf5Format;

/**
 * MATLAB files ({@code .mat}) of version 5, compressed or not, and of version 7.3.
 *
 * <p>The events are the vectors x, y, t (or ts) and p (or pol), or else the only matrix with six columns: time, two that are not used, x, y and polarity.
 * Numbers are whole, times microseconds; polarity -1 is OFF, as 0 is. A file states no sensor. A version 5 recording is held in memory while it is read.
 * Written are vectors x, y, ts and p in version 5, not compressed.
 */
@Reference(title = "MAT-File Format, R2019a, The MathWorks")
public final class MatFormat implements RecordingFormat {
    private static final String VERSION_7_3 = "MATLAB 7.3";

    public MatFormat() {}

    @Override
    public String name() {
        return "matlab";
    }

    @Override
    public String title() {
        return "MATLAB 5 and 7.3";
    }

    @Override
    public List<String> extensions() {
        return List.of(".mat");
    }

    @Override
    public Match match(FileStart start) {
        boolean certain = start.startsWith(VERSION_7_3) ? Hdf5Format.isSigned(start) : Mat5File.isHead(start.bytes());
        return certain ? Match.CERTAIN : Match.NONE;
    }

    @Override
    public EventReader open(Path file, ReadSettings settings) throws IOException {
        if (FileStart.of(file).startsWith(VERSION_7_3)) {
            return Hdf5Format.open(file, settings, Optional.empty(), 1);
        }
        try (FileInput input = FileInput.open(file)) {
            return new Mat5File(input).events(settings);
        }
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public EventWriter create(Path file, Sensor sensor) throws IOException {
        return new Mat5Writer(file, sensor);
    }
}
