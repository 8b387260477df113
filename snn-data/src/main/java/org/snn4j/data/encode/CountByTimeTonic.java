package org.snn4j.data.encode;

import jakarta.inject.Inject;
import org.snn4j.core.Reference;
import org.snn4j.data.event.Slicers;
import org.snn4j.data.resize.Interpolation;

/**
 * Counts of T windows of (last - first time)//T; events after the last window, at least the very last one where T divides the
 * duration, are
 * dropped ({@link Slicers#byTimeTonic}).
 */
@Reference(
        title = "tonic",
        link = "https://github.com/neuromorphs/tonic",
        equation = "tonic/functional/to_frame.py, n_time_bins")
public final class CountByTimeTonic extends CountedFrames {
    /**
     * @param steps T, at least 1
     * @param size rows and columns of the frames; 0 keeps the sensor's
     * @param interpolation how counts are resized; without effect where the size stays
     */
    public record Config(int steps, int size, Interpolation interpolation) {
        public static final Config DEFAULTS = new Config(10, 0, Interpolation.BILINEAR_ALIGNED);

        public Config {
            CountedFrames.check(steps, size, interpolation);
        }
    }

    @Inject
    public CountByTimeTonic(Config config) {
        super(
                Slicers.byTimeTonic(config.steps()),
                config.steps(),
                config.size(),
                config.interpolation(),
                EncodingContract.Sum.EVENTS_AT_MOST);
    }
}
