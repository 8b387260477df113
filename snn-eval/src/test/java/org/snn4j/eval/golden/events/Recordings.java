package org.snn4j.eval.golden.events;

import java.util.Map;
import org.snn4j.data.FrameShape;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.encode.EventFrames;
import org.snn4j.data.event.EventSlicer;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.event.Slices;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.NpyArray;

/** Events and frames of the golden cases. */
final class Recordings {
    private Recordings() {}

    /** The events of the case itself. */
    static EventStream own(GoldenCase golden) {
        return stream(golden, golden.array("in_x"), golden.array("in_y"), golden.array("in_p"), golden.array("in_t"));
    }

    /**
     * The N-MNIST recording of a case whose events stand in the case {@code sj_frames_...}; {@code prefix} is the rest of its
     * name's start.
     */
    static EventStream shared(GoldenCase golden, String prefix) {
        Map<String, NpyArray> arrays =
                golden.sibling("sj_frames_" + golden.name().substring(prefix.length()));
        return stream(golden, arrays.get("in_x"), arrays.get("in_y"), arrays.get("in_p"), arrays.get("in_t"));
    }

    private static EventStream stream(GoldenCase golden, NpyArray x, NpyArray y, NpyArray p, NpyArray t) {
        return EventStream.of(
                golden.parameter("W").asInt(), golden.parameter("H").asInt(), x.ints(), y.ints(), p.ints(), t.longs());
    }

    /** Frames of an encoder. */
    static double[] frames(EventEncoder encoder, EventStream events) {
        FrameShape shape = encoder.shape(events.width(), events.height());
        float[] frames = new float[shape.length()];
        encoder.encode(events, frames, 0);
        return doubles(frames);
    }

    /** Counts of a slicing rule. */
    static double[] counts(EventSlicer slicer, EventStream events) {
        Slices slices = slicer.slice(events);
        float[] frames = new float[slices.count() * EventFrames.POLARITIES * events.width() * events.height()];
        EventFrames.count(events, slices, frames, 0);
        return doubles(frames);
    }

    static double[] doubles(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
