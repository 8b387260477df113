package org.snn4j.data.format.hdf5;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.format.ColumnsReader;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.FileStart;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.Sensor;

/**
 * HDF5 ({@code .h5}, {@code .hdf5}): a group with x, y, p and t, as in DSEC and M3ED, or xs, ys, ps and ts, or a matrix with the columns t, x, y, p, as v2e
 * writes; of the group {@code events}, of the root, or of the only place that has such columns, unless another is given with {@link #at}.
 *
 * <p>Times that are integers are microseconds, times that are fractions are seconds and are rounded to microseconds. The number {@code t_offset} of the root,
 * as DSEC has it, is added to every time. The sensor is in attributes {@code width} and {@code height} of the group, which only this library's files have; the
 * attribute {@code sensor_resolution} of other files is not used, since programs disagree on its order. Chunks may be compressed with deflate, LZF or LZ4.
 * Written are x and y (16 bits), p (8 bits) and t (64 bits) in {@code events}; a recording that is written is held in memory until it is committed.
 */
@Reference(title = "DSEC data format", link = "https://dsec.ifi.uzh.ch/data-format/")
public final class Hdf5Format implements RecordingFormat {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final double MICROSECONDS = 1e6;

    private final Optional<String> place;

    public Hdf5Format() {
        this(Optional.empty());
    }

    private Hdf5Format(Optional<String> place) {
        this.place = place;
    }

    /** This format with the group or matrix to read, for instance {@code prophesee/left}. */
    public Hdf5Format at(String path) {
        return new Hdf5Format(Optional.of(Check.notBlank(path, "place")));
    }

    @Override
    public String name() {
        return "hdf5";
    }

    @Override
    public String title() {
        return "HDF5";
    }

    @Override
    public List<String> extensions() {
        return List.of(".h5", ".hdf5");
    }

    @Override
    public Match match(FileStart start) {
        return !start.startsWith("MATLAB") && isSigned(start) ? Match.CERTAIN : Match.NONE;
    }

    /** True if HDF5's signature stands at one of its places: at byte 0, or behind a block of the user's of 512 bytes times a power of 2. */
    public static boolean isSigned(FileStart start) {
        byte[] bytes = start.bytes();
        for (int at = 0; at + SIGNATURE.length <= bytes.length; at = Math.max(512, 2 * at)) {
            if (Arrays.equals(bytes, at, at + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public EventReader open(Path file, ReadSettings settings) throws IOException {
        return open(file, settings, place, MICROSECONDS);
    }

    /**
     * Opens the events of an HDF5 file.
     *
     * @param place of the group or matrix, if not the usual one
     * @param fraction what times that are fractions are multiplied by; 1 if they must be whole
     */
    public static EventReader open(Path file, ReadSettings settings, Optional<String> place, double fraction)
            throws IOException {
        HdfSource source = new HdfSource(file);
        try {
            EventLayout layout = new EventLayout(source, fraction);
            EventLayout.Found found = layout.find(place);
            Optional<Sensor> sensor = layout.sensor(found.group());
            return new ColumnsReader(file, settings, sensor, found.columns(), layout.shift("t_offset"), source);
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public EventWriter create(Path file, Sensor sensor) throws IOException {
        return new Hdf5Writer(file, sensor);
    }
}
