package org.snn4j.data.encode;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;
import org.snn4j.data.event.EventSlicer;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.event.Slicers;
import org.snn4j.data.resize.Interpolation;
import org.snn4j.data.resize.PlaneResizer;
import org.snn4j.data.resize.Size;

/**
 * Event frames of N-Omniglot as its authors and He et al. make them: T windows of dt = (last - first time)//T, the last one to the end, as
 * event rates or marks; then the picture part of the sensor is cut out and resized bilinearly without antialiasing.
 *
 * <p>A rate is count/dt in half precision (last frame: count/(dt + duration mod T)); each polarity map is divided by the larger of its maximum
 * and 1e-5, so a map whose largest count is below 1e-5*dt stays below 1.
 */
@Reference(
        title =
                "Li et al., N-Omniglot, a large-scale neuromorphic dataset for spatio-temporal sparse few-shot learning",
        link = "https://github.com/Brain-Cog-Lab/N-Omniglot",
        equation = "braincog/datasets/NOmniglot/utils.py, integrate_events_to_frames and normalize_frame")
public final class NOmniglotFrames implements EventEncoder {
    private static final double SMALLEST_MAXIMUM = 1e-5;

    /**
     * @param steps T, at least 1; 12 at He et al.
     * @param size rows and columns of the frames; 0 keeps those of the region
     * @param value what a pixel holds
     * @param region part of the sensor that becomes a frame
     */
    public record Config(int steps, int size, Value value, Region region) {
        public static final Config DEFAULTS = new Config(12, 28, Value.FREQUENCY, Region.WHOLE);

        public Config {
            Check.atLeast(steps, 1, "steps");
            Check.atLeast(size, 0, "size");
            Check.notNull(value, "value");
            Check.notNull(region, "region");
        }
    }

    /** What a pixel holds. */
    public enum Value {
        /** The normalised event rate. */
        FREQUENCY,
        /** 1 if there was an event, else 0. */
        EVENT
    }

    /** Part of the sensor, cut out after normalisation. */
    public enum Region {
        /** All of it. */
        WHOLE,
        /** Rows 4 to 253 and columns 54 to 303 of a 346x260 sensor, where N-Omniglot shows its characters. */
        CHARACTER
    }

    private static final int TOP = 4;
    private static final int LEFT = 54;
    private static final int SIDE = 250;

    private final Config config;
    private final EventSlicer slicer;

    @Inject
    public NOmniglotFrames(Config config) {
        this.config = config;
        slicer = Slicers.byTime(config.steps());
    }

    @Override
    public int steps() {
        return config.steps();
    }

    @Override
    public FrameShape shape(int sensorWidth, int sensorHeight) {
        Size region = region(sensorWidth, sensorHeight);
        return config.size() == 0
                ? new FrameShape(steps(), EventFrames.POLARITIES, region.height(), region.width())
                : new FrameShape(steps(), EventFrames.POLARITIES, config.size(), config.size());
    }

    private Size region(int sensorWidth, int sensorHeight) {
        if (config.region() == Region.WHOLE) {
            return new Size(sensorHeight, sensorWidth);
        }
        if (sensorHeight < TOP + SIDE || sensorWidth < LEFT + SIDE) {
            throw new IllegalArgumentException("sensor is " + sensorWidth + "x" + sensorHeight + ", must be at least "
                    + (LEFT + SIDE) + "x" + (TOP + SIDE) + " for the region with the character");
        }
        return Size.square(SIDE);
    }

    @Override
    public EncodingContract contract() {
        EncodingContract atSensorSize = config.value() == Value.EVENT
                ? EncodingContract.marks()
                : new EncodingContract(
                        EncodingContract.Channels.POLARITY,
                        EncodingContract.Unit.FRACTION,
                        EncodingContract.Sum.NONE,
                        0,
                        1,
                        false);
        return config.size() == 0 ? atSensorSize : atSensorSize.resized();
    }

    @Override
    public void encode(EventStream events, float[] target, int offset) {
        EventFrames.requireEvents(events);
        Size region = region(events.width(), events.height());
        int planes = steps() * EventFrames.POLARITIES;
        float[] frames = new float[Math.multiplyExact(planes, events.width() * events.height())];
        if (config.value() == Value.EVENT) {
            EventFrames.mark(events, slicer.slice(events), frames, 0);
        } else {
            EventFrames.count(events, slicer.slice(events), frames, 0);
            normalizei(frames, events);
        }
        float[] cut = config.region() == Region.WHOLE ? frames : cut(frames, events, planes);
        Size to = config.size() == 0 ? region : Size.square(config.size());
        new PlaneResizer(Interpolation.BILINEAR, region, to).resize(cut, 0, target, offset, planes);
    }

    private void normalizei(float[] frames, EventStream events) {
        long duration = events.lastTime() - events.firstTime();
        long window = duration / steps();
        if (window == 0) {
            throw new IllegalArgumentException(
                    "recording lasts " + duration + " us, must last at least " + steps() + ", one for each time step");
        }
        int plane = events.width() * events.height();
        int planes = frames.length / plane;
        for (int i = 0; i < planes; i++) {
            boolean last = i >= planes - EventFrames.POLARITIES;
            ratei(frames, i * plane, (i + 1) * plane, last ? window + duration % steps() : window);
        }
    }

    private static void ratei(float[] frames, int from, int to, long time) {
        float maximum = HalfPrecision.round(SMALLEST_MAXIMUM);
        for (int i = from; i < to; i++) {
            frames[i] = HalfPrecision.round((double) frames[i] / time);
            maximum = Math.max(maximum, frames[i]);
        }
        for (int i = from; i < to; i++) {
            frames[i] = HalfPrecision.round((double) frames[i] / maximum);
        }
    }

    private static float[] cut(float[] frames, EventStream events, int planes) {
        float[] result = new float[planes * SIDE * SIDE];
        for (int row = 0; row < planes * SIDE; row++) {
            int from = (row / SIDE * events.height() + TOP + row % SIDE) * events.width() + LEFT;
            System.arraycopy(frames, from, result, row * SIDE, SIDE);
        }
        return result;
    }
}
