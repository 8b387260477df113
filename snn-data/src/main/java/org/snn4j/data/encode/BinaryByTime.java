package org.snn4j.data.encode;

import jakarta.inject.Inject;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;
import org.snn4j.data.event.EventSlicer;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.event.Slicers;
import org.snn4j.data.resize.Interpolation;

/**
 * Marks of T windows of (last - first time)//T, the last one to the end of the recording ({@link Slicers#byTime}): 1 where a window has an event of
 * that polarity, else 0.
 */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "windows as in spikingjelly/datasets/__init__.py, split_by time; marks in place of counts")
public final class BinaryByTime implements EventEncoder {
    /**
     * @param steps T, at least 1
     * @param size rows and columns of the frames; 0 keeps the sensor's
     * @param interpolation how marks are resized; without effect where the size stays
     */
    public record Config(int steps, int size, Interpolation interpolation) {
        public static final Config DEFAULTS = new Config(10, 0, Interpolation.BILINEAR_ALIGNED);

        public Config {
            FrameLayout.check(steps, size, interpolation);
        }
    }

    private final FrameLayout layout;
    private final EventSlicer slicer;

    @Inject
    public BinaryByTime(Config config) {
        layout = FrameLayout.ofPolarities(config.steps(), config.size(), config.interpolation());
        slicer = Slicers.byTime(config.steps());
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
        return layout.contract(EncodingContract.marks());
    }

    @Override
    public void encode(EventStream events, float[] target, int offset) {
        layout.encode(events, this::mark, target, offset);
    }

    private void mark(EventStream events, float[] target, int offset) {
        EventFrames.mark(events, slicer.slice(events), target, offset);
    }
}
