package org.snn4j.data.encode;

import jakarta.inject.Inject;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.event.Slicers;
import org.snn4j.data.resize.Interpolation;

/**
 * Event frames as He et al. feed them: counts of T windows of (last time)//T from the first event on, resized bilinearly with aligned
 * corners.
 *
 * <p>The window is measured from time 0, not from the first event ({@link Slicers#byTimeTonicFork}). Counts are not normalised.
 */
@Reference(
        title =
                "He et al., An Efficient Knowledge Transfer Strategy for Spiking Neural Networks from Static to Event Domain (AAAI 2024)",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "braincog/datasets/datasets.py; windows: BrainCog-X/tonic_braincog, tonic/functional/to_frame.py")
public final class He2024Frames extends CountedFrames {
    /**
     * @param steps T, at least 1
     * @param size rows and columns of the frames; 0 keeps the sensor's
     * @param sensor whose field is resized: the sensor's own (N-MNIST), or the smallest that holds the recording (N-Caltech101)
     */
    public record Config(int steps, int size, Sensor sensor) {
        public static final Config DEFAULTS = new Config(10, 48, Sensor.WHOLE);

        public Config {
            CountedFrames.check(steps, size, Interpolation.BILINEAR_ALIGNED);
            if (sensor == Sensor.FITTED && size == 0) {
                throw new IllegalArgumentException(
                        "size is 0, must be at least 1 for a fitted sensor, whose size varies");
            }
        }
    }

    /** What part of the sensor becomes a frame. */
    public enum Sensor {
        /** All of it. */
        WHOLE,
        /** The smallest upright rectangle that holds every event of the recording; it is stretched to the frame. */
        FITTED
    }

    private final boolean fitted;

    @Inject
    public He2024Frames(Config config) {
        super(
                Slicers.byTimeTonicFork(config.steps()),
                config.steps(),
                config.size(),
                Interpolation.BILINEAR_ALIGNED,
                EncodingContract.Sum.EVENTS_AT_MOST);
        fitted = config.sensor() == Sensor.FITTED;
    }

    @Override
    public void encode(EventStream events, float[] target, int offset) {
        super.encode(fitted ? events.fitted() : events, target, offset);
    }
}
