package org.snn4j.data.encode;

import jakarta.inject.Inject;
import org.snn4j.core.Reference;
import org.snn4j.data.event.Slicers;
import org.snn4j.data.resize.Interpolation;

/**
 * Counts of T windows of (last - first time)//T; the last window reaches to the end of the recording ({@link Slicers#byTime}).
 *
 * <p>Difference from the source: a window without events gives an empty frame, where the source ends with an IndexError.
 */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/datasets/__init__.py, split_by time")
public final class CountByTime extends CountedFrames {
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
    public CountByTime(Config config) {
        super(
                Slicers.byTime(config.steps()),
                config.steps(),
                config.size(),
                config.interpolation(),
                EncodingContract.Sum.EVENTS);
    }
}
