package org.snn4j.data.encode;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.event.Slices;
import org.snn4j.data.event.WindowSlicers;
import org.snn4j.data.resize.Interpolation;

/**
 * Counts of T windows of a fixed length, [t0 + i*window, t0 + (i+1)*window), t0 the time of the first event. A recording that ends earlier
 * leaves its last frames empty; what comes after the last window is dropped.
 *
 * <p>Difference from the source: T frames whatever the duration, since a network has a fixed number of steps; the source makes as many as fit.
 */
@Reference(
        title = "Tonic",
        link = "https://github.com/neuromorphs/tonic",
        equation = "tonic/functional/to_frame.py, time_window")
public final class FixedTimeWindow implements EventEncoder {
    /**
     * @param steps T, at least 1
     * @param window microseconds of each step, at least 1
     * @param size rows and columns of the frames; 0 keeps the sensor's
     * @param interpolation how counts are resized; without effect where the size stays
     */
    public record Config(int steps, int window, int size, Interpolation interpolation) {
        public static final Config DEFAULTS = new Config(10, 30_000, 0, Interpolation.BILINEAR_ALIGNED);

        public Config {
            FrameLayout.check(steps, size, interpolation);
            Check.atLeast(window, 1, "window");
        }
    }

    private final FrameLayout layout;
    private final int window;

    @Inject
    public FixedTimeWindow(Config config) {
        layout = FrameLayout.ofPolarities(config.steps(), config.size(), config.interpolation());
        window = config.window();
    }

    @Override
    public int steps() {
        return layout.steps();
    }

    @Override
    public FrameShape shape(int sensorWidth, int sensorHeight) {
        return layout.shape(sensorWidth, sensorHeight);
    }

    @Override
    public EncodingContract contract() {
        return layout.contract(EncodingContract.counts(EncodingContract.Sum.EVENTS_AT_MOST));
    }

    @Override
    public void encode(EventStream events, float[] target, int offset) {
        layout.encode(events, this::count, target, offset);
    }

    private void count(EventStream events, float[] target, int offset) {
        EventFrames.count(events, slices(events), target, offset);
    }

    private Slices slices(EventStream events) {
        return WindowSlicers.byTimeWindow(window, steps()).slice(events);
    }
}
