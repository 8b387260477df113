package org.snn4j.data.encode;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;
import org.snn4j.data.event.EventSlicer;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.event.Slicers;
import org.snn4j.data.resize.Interpolation;

/**
 * Several count frames per step, one after the other in its channels: T*K slices, of which step i shows i*K to (i+1)*K - 1 as channels
 * [OFF, ON, OFF, ON, ...]. Every event is in one of them.
 */
@Reference(title = "None: the slices of SpikingJelly, several per time step")
public final class SubFrames implements EventEncoder {
    /**
     * @param steps T, at least 1
     * @param frames K, frames per step, at least 1
     * @param slices how the recording is divided
     * @param size rows and columns of the frames; 0 keeps the sensor's
     * @param interpolation how counts are resized; without effect where the size stays
     */
    public record Config(int steps, int frames, Division slices, int size, Interpolation interpolation) {
        public static final Config DEFAULTS = new Config(10, 2, Division.BY_TIME, 0, Interpolation.BILINEAR_ALIGNED);

        public Config {
            FrameLayout.check(steps, size, interpolation);
            Check.atLeast(frames, 1, "frames");
            Check.notNull(slices, "slices");
        }
    }

    /** How the recording is divided. */
    public enum Division {
        /** Windows of equal length, the last to the end ({@link Slicers#byTime}). */
        BY_TIME,
        /** Equal numbers of events, the last with the rest ({@link Slicers#byNumber}). */
        BY_NUMBER
    }

    private final FrameLayout layout;
    private final EventSlicer slicer;

    @Inject
    public SubFrames(Config config) {
        int channels = Math.multiplyExact(config.frames(), EventFrames.POLARITIES);
        int slices = Math.multiplyExact(config.steps(), config.frames());
        layout = new FrameLayout(config.steps(), channels, config.size(), config.interpolation());
        slicer = config.slices() == Division.BY_TIME ? Slicers.byTime(slices) : Slicers.byNumber(slices);
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
        return layout.contract(new EncodingContract(
                EncodingContract.Channels.SUB_FRAMES,
                EncodingContract.Unit.EVENTS,
                EncodingContract.Sum.EVENTS,
                0,
                Double.POSITIVE_INFINITY,
                true));
    }

    @Override
    public void encode(EventStream events, float[] target, int offset) {
        layout.encode(events, this::count, target, offset);
    }

    /** [T*K, 2, H, W] and [T, K*2, H, W] are the same values in the same order. */
    private void count(EventStream events, float[] target, int offset) {
        EventFrames.count(events, slicer.slice(events), target, offset);
    }
}
