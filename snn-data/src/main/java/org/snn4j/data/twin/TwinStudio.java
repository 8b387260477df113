package org.snn4j.data.twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.snn4j.core.Seeds;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.Sensor;
import org.snn4j.data.image.Picture;
import org.snn4j.data.simulate.EventSimulator;
import org.snn4j.data.simulate.PictureRecorder;
import org.snn4j.data.simulate.Saccades;
import org.snn4j.data.simulate.View;

/**
 * Paints the pictures of one twin and records them.
 *
 * <p>A small sensor of {@value #SIDE} rows and columns is simulated; each of its events becomes one of the large sensor, at a random place in the square of pixels
 * that the small pixel stands for. That keeps recordings, and the time to make them, small.
 */
final class TwinStudio {
    /** Rows and columns of the simulated sensor. */
    static final int SIDE = 48;

    private static final EventSimulator.Config SENSOR = new EventSimulator.Config(
            0.35, 0.35, 0.15, 0, 20, 0, 0, 1000, 0, EventSimulator.Refractory.LOST, 0, 0.5, 0.5, 0);

    private final int width;
    private final int height;
    private final Seeds seeds;
    private final ShapePainter painter;
    private final PictureRecorder recorder;

    /**
     * @param side rows and columns of the pictures
     * @param width columns of the large sensor
     * @param height rows of it
     * @param surround luminance around the pictures
     */
    TwinStudio(TwinFolder.Content content, int side, int width, int height, int surround) {
        this.width = width;
        this.height = height;
        seeds = new Seeds(content.seed());
        painter = new ShapePainter(side);
        recorder = new PictureRecorder(
                new EventSimulator(SENSOR, SIDE, SIDE, seeds.stream("sensor")),
                new Saccades(Saccades.Config.DEFAULTS),
                new View(SIDE, SIDE, SIDE / (double) side, 0, surround, false, 2 * View.STEP));
    }

    /** The large sensor. */
    Sensor sensor() {
        return new Sensor(width, height);
    }

    /** The picture of a name. */
    Picture painted(int label, String name) {
        return painter.paint(label, seeds.stream("picture " + name));
    }

    /** The drawing of a name. */
    Picture drawn(int label, String name) {
        return painter.draw(label, seeds.stream("picture " + name));
    }

    /** A recording of a picture; always the same for the same name. */
    EventStream recording(Picture picture, String name) {
        RandomGenerator random = seeds.stream("recording " + name);
        EventStream small = recorder.record(picture, random);
        int factor = Math.max(1, Math.min(width, height) / SIDE);
        int left = (width - factor * SIDE) / 2;
        int top = (height - factor * SIDE) / 2;
        EventColumns columns = new EventColumns(small.size());
        for (int i = 0; i < small.size(); i++) {
            columns.add(
                    left + factor * small.x(i) + random.nextInt(factor),
                    top + factor * small.y(i) + random.nextInt(factor),
                    small.polarity(i),
                    small.time(i));
        }
        return columns.toStream(width, height);
    }

    /** Writes a whole recording. */
    static void write(RecordingFormat format, Path file, EventStream events) throws IOException {
        Files.createDirectories(file.getParent());
        try (EventWriter writer = format.create(file, new Sensor(events.width(), events.height()))) {
            writer.write(events);
            writer.commit();
        }
    }

    /** Does something for each of 0 to {@code count - 1}, by all threads. */
    static void each(int count, Step step) {
        IntStream.range(0, count).parallel().forEach(i -> {
            try {
                step.of(i);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Something to be done for a number. */
    @FunctionalInterface
    interface Step {
        void of(int number) throws IOException;
    }
}
