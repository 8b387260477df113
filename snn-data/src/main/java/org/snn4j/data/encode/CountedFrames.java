package org.snn4j.data.encode;

import org.snn4j.core.Check;
import org.snn4j.data.FrameShape;
import org.snn4j.data.event.EventSlicer;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Interpolation;
import org.snn4j.data.resize.PlaneResizer;
import org.snn4j.data.resize.Size;

/** A counting encoder: counts events slice by slice, then resizes the counts as float planes. */
abstract class CountedFrames implements EventEncoder {
    private final EventSlicer slicer;
    private final int steps;
    private final int size;
    private final Interpolation interpolation;

    CountedFrames(EventSlicer slicer, int steps, int size, Interpolation interpolation) {
        this.slicer = slicer;
        this.steps = steps;
        this.size = size;
        this.interpolation = interpolation;
    }

    static void check(int steps, int size, Interpolation interpolation) {
        Check.atLeast(steps, 1, "steps");
        Check.atLeast(size, 0, "size");
        Check.notNull(interpolation, "interpolation");
    }

    @Override
    public final int steps() {
        return steps;
    }

    @Override
    public final FrameShape shape(int sensorWidth, int sensorHeight) {
        return size == 0
                ? new FrameShape(steps, EventFrames.POLARITIES, sensorHeight, sensorWidth)
                : new FrameShape(steps, EventFrames.POLARITIES, size, size);
    }

    @Override
    public void encode(EventStream events, float[] target, int offset) {
        EventFrames.requireEvents(events);
        Size sensor = new Size(events.height(), events.width());
        if (size == 0 || sensor.equals(Size.square(size))) {
            EventFrames.count(events, slicer.slice(events), target, offset);
            return;
        }
        int planes = steps * EventFrames.POLARITIES;
        float[] counts = new float[Math.multiplyExact(planes, sensor.pixels())];
        EventFrames.count(events, slicer.slice(events), counts, 0);
        new PlaneResizer(interpolation, sensor, Size.square(size)).resize(counts, 0, target, offset, planes);
    }
}
