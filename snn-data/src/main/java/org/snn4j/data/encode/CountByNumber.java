package org.snn4j.data.encode;

import jakarta.inject.Inject;
import org.snn4j.core.Reference;
import org.snn4j.data.event.Slicers;
import org.snn4j.data.resize.Interpolation;

/**
 * Counts of T slices of equal numbers of events; the last slice also takes the rest ({@link Slicers#byNumber}).
 */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/datasets/__init__.py, split_by number")
public final class CountByNumber extends CountedFrames {
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
    public CountByNumber(Config config) {
        super(
                Slicers.byNumber(config.steps()),
                config.steps(),
                config.size(),
                config.interpolation(),
                EncodingContract.Sum.EVENTS);
    }
}
