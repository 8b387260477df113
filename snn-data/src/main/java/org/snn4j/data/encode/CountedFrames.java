package org.snn4j.data.encode;

import org.snn4j.data.FrameShape;
import org.snn4j.data.event.EventSlicer;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Interpolation;

/** A counting encoder: counts events slice by slice, then resizes the counts as float planes. */
abstract class CountedFrames implements EventEncoder {
    private final EventSlicer slicer;
    private final FrameLayout layout;
    private final EncodingContract.Sum sum;

    /** @param sum whether the slices hold every event */
    CountedFrames(EventSlicer slicer, int steps, int size, Interpolation interpolation, EncodingContract.Sum sum) {
        this.slicer = slicer;
        this.layout = FrameLayout.ofPolarities(steps, size, interpolation);
        this.sum = sum;
    }

    static void check(int steps, int size, Interpolation interpolation) {
        FrameLayout.check(steps, size, interpolation);
    }

    @Override
    public final int steps() {
        return layout.steps();
    }

    @Override
    public final FrameShape shape(int sensorWidth, int sensorHeight) {
        return layout.shape(sensorWidth, sensorHeight);
    }

    @Override
    public final EncodingContract contract() {
        return layout.contract(EncodingContract.counts(sum));
    }

    @Override
    public void encode(EventStream events, float[] target, int offset) {
        layout.encode(events, this::count, target, offset);
    }

    private void count(EventStream events, float[] target, int offset) {
        EventFrames.count(events, slicer.slice(events), target, offset);
    }
}
