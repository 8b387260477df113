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
 * N marks of a pixel read as the bits of a number: V(i) = sum over k of 2^(N-1-k) b(iN + k) / (2^N - 1), b the marks of T*N windows of (last - first
 * time)//(T*N); the earliest mark is the highest bit. What lies after the last window is dropped ({@link Slicers#byTimeTonic}).
 */
@Reference(
        title =
                "Barchid et al., Bina-Rep Event Frames: a Simple and Effective Representation for Event-based Cameras (2022)",
        link = "https://arxiv.org/abs/2202.13662",
        equation = "windows and order of the bits as in neuromorphs/tonic, tonic/functional/to_bina_rep.py")
public final class BinaRep implements EventEncoder {
    /** Numbers of so many bits are exact in single precision. */
    private static final int MOST_BITS = 24;

    /**
     * @param steps T, at least 1
     * @param bits N, in [1, 24]
     * @param size rows and columns of the frames; 0 keeps the sensor's
     * @param interpolation how values are resized; without effect where the size stays
     */
    public record Config(int steps, int bits, int size, Interpolation interpolation) {
        public static final Config DEFAULTS = new Config(10, 8, 0, Interpolation.BILINEAR_ALIGNED);

        public Config {
            FrameLayout.check(steps, size, interpolation);
            Check.inRange(bits, 1, MOST_BITS, "bits");
        }
    }

    private final FrameLayout layout;
    private final int bits;
    private final EventSlicer slicer;

    @Inject
    public BinaRep(Config config) {
        layout = FrameLayout.ofPolarities(config.steps(), config.size(), config.interpolation());
        bits = config.bits();
        slicer = Slicers.byTimeTonic(Math.multiplyExact(config.steps(), bits));
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
                EncodingContract.Channels.POLARITY,
                EncodingContract.Unit.FRACTION,
                EncodingContract.Sum.EVENTS_AT_MOST,
                0,
                1,
                bits == 1));
    }

    @Override
    public void encode(EventStream events, float[] target, int offset) {
        layout.encode(events, this::paint, target, offset);
    }

    private void paint(EventStream events, float[] target, int offset) {
        int frame = EventFrames.POLARITIES * events.width() * events.height();
        float[] marks = new float[Math.multiplyExact(Math.multiplyExact(steps(), bits), frame)];
        EventFrames.mark(events, slicer.slice(events), marks, 0);
        int largest = (1 << bits) - 1;
        for (int step = 0; step < steps(); step++) {
            for (int i = 0; i < frame; i++) {
                int number = 0;
                for (int bit = 0; bit < bits; bit++) {
                    number = 2 * number + (int) marks[(step * bits + bit) * frame + i];
                }
                target[offset + step * frame + i] = (float) ((double) number / largest);
            }
        }
    }
}
