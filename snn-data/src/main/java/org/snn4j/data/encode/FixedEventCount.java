package org.snn4j.data.encode;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.event.WindowSlicers;
import org.snn4j.data.resize.Interpolation;

/**
 * Counts of T slices of a fixed number of events each. A recording with fewer events leaves its last frames empty (the slice in which it ends
 * is shown as it is); what comes after the last slice is dropped.
 *
 * <p>Difference from the source: T frames whatever the number of events, since a network has a fixed number of steps; the source makes as
 * many as fit.
 */
@Reference(
        title = "Tonic",
        link = "https://github.com/neuromorphs/tonic",
        equation = "tonic/functional/to_frame.py, event_count")
public final class FixedEventCount implements EventEncoder {
    /**
     * @param steps T, at least 1
     * @param events events of each step, at least 1
     * @param size rows and columns of the frames; 0 keeps the sensor's
     * @param interpolation how counts are resized; without effect where the size stays
     */
    public record Config(int steps, int events, int size, Interpolation interpolation) {
        public static final Config DEFAULTS = new Config(10, 300, 0, Interpolation.BILINEAR_ALIGNED);

        public Config {
            FrameLayout.check(steps, size, interpolation);
            Check.atLeast(events, 1, "events");
        }
    }

    private final FrameLayout layout;
    private final int number;

    @Inject
    public FixedEventCount(Config config) {
        layout = FrameLayout.ofPolarities(config.steps(), config.size(), config.interpolation());
        number = config.events();
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
        EventFrames.count(events, WindowSlicers.byEventCount(number, steps()).slice(events), target, offset);
    }
}
