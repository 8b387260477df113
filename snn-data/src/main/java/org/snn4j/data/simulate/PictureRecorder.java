package org.snn4j.data.simulate;

import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.core.Seeds;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.image.Picture;

/** A sensor before which pictures are moved: makes a recording of each. Immutable; may be used by several threads. */
public final class PictureRecorder {
    private final EventSimulator sensor;
    private final Motion motion;
    private final View view;

    /** @param view of the sensor's size */
    public PictureRecorder(EventSimulator sensor, Motion motion, View view) {
        if (view.width() != sensor.width() || view.height() != sensor.height()) {
            throw new IllegalArgumentException("view is " + view.width() + "x" + view.height() + ", must be "
                    + sensor.width() + "x" + sensor.height() + " as the sensor is");
        }
        this.sensor = sensor;
        this.motion = Check.notNull(motion, "motion");
        this.view = view;
    }

    /** A recording of a picture; {@code random} draws the course of the motion, noise and jitter. */
    public EventStream record(Picture picture, RandomGenerator random) {
        return sensor.simulate(new MovingPicture(picture, motion.path(random), view), random);
    }

    /**
     * Recordings of pictures 0 to {@code count - 1}, made by all threads; each draws from the stream {@code recording <number>}, so that the result is
     * the same for any number of threads, and a recording the same whatever is recorded besides.
     */
    public List<EventStream> recordAll(int count, IntFunction<Picture> pictures, Seeds seeds) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> record(pictures.apply(i), seeds.stream("recording " + i)))
                .toList();
    }
}
