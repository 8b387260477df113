package org.snn4j.data.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snn4j.core.Check;
import org.snn4j.core.io.PendingFile;
import org.snn4j.data.event.EventStream;

/** A writer that checks the order and the sensor of what it is given and writes beside the file's place until it is whole. */
public abstract class CheckedWriter implements EventWriter {
    private static final int BUFFER = 1 << 16;

    private final Sensor sensor;
    private final PendingFile pending;
    private final OutputStream out;
    private long before = Long.MIN_VALUE;
    private boolean ended;

    /** Begins a file with no bytes. */
    protected CheckedWriter(Path file, Sensor sensor) throws IOException {
        this.sensor = Check.notNull(sensor, "sensor");
        this.pending = PendingFile.at(file);
        this.out = new BufferedOutputStream(Files.newOutputStream(pending.path()), BUFFER);
    }

    /** Encodes events, at least one, that are in order and inside the sensor. */
    protected abstract void encode(EventStream events, OutputStream out) throws IOException;

    /** Writes what ends the file. */
    protected abstract void end(OutputStream out) throws IOException;

    /** Completes the file, which is closed and not yet at its place; for heads that say what follows. */
    protected void complete(Path written) throws IOException {}

    /** The sensor of the recording. */
    protected final Sensor sensor() {
        return sensor;
    }

    /** Where the bytes go; for the head, which a constructor writes. */
    public final OutputStream out() {
        return out;
    }

    @Override
    public final void write(EventStream events) throws IOException {
        if (ended) {
            throw new IllegalStateException("the recording has been ended");
        }
        if (events.width() > sensor.width() || events.height() > sensor.height()) {
            throw new IllegalArgumentException("events are from a sensor of " + events.width() + "x" + events.height()
                    + ", must be at most " + sensor);
        }
        if (events.size() == 0) {
            return;
        }
        if (events.firstTime() < before) {
            throw new IllegalArgumentException("first time is " + events.firstTime() + " us, must be at least " + before
                    + " us, the last time written");
        }
        before = events.lastTime();
        encode(events, out);
    }

    @Override
    public final void commit() throws IOException {
        if (ended) {
            throw new IllegalStateException("the recording has been ended");
        }
        ended = true;
        end(out);
        out.close();
        complete(pending.path());
        pending.commit();
    }

    @Override
    public void close() throws IOException {
        ended = true;
        try (pending) {
            out.close();
        }
    }
}
