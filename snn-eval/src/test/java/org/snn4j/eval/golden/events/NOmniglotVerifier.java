package org.snn4j.eval.golden.events;

import java.util.Locale;
import java.util.stream.IntStream;
import org.snn4j.data.encode.NOmniglotFrames;
import org.snn4j.data.encode.NOmniglotFrames.Region;
import org.snn4j.data.encode.NOmniglotFrames.Value;
import org.snn4j.data.event.EventStream;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/** Frames of N-Omniglot: rates in half precision, marks, and the region that is cut out and resized. */
public final class NOmniglotVerifier implements GoldenVerifier {
    @Override
    public String kind() {
        return "events";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().startsWith("nomniglot_");
    }

    @Override
    public void verify(GoldenCase golden) {
        EventStream events = Recordings.own(golden);
        int steps = golden.parameter("T").asInt();
        Value value = Value.valueOf(golden.text("type").toUpperCase(Locale.ROOT));
        double[] frames = Recordings.frames(
                new NOmniglotFrames(new NOmniglotFrames.Config(steps, 0, value, Region.WHOLE)), events);
        if (golden.has("out_frames")) {
            GoldenAssert.close(golden, "out_frames", frames);
            return;
        }
        int plane = events.width() * events.height();
        int[] filled =
                IntStream.range(0, frames.length).filter(i -> frames[i] != 0).toArray();
        GoldenAssert.exact(
                golden,
                "out_nonzero_index",
                IntStream.of(filled)
                        .flatMap(i -> IntStream.of(
                                i / (2 * plane), i / plane % 2, i % plane / events.width(), i % events.width()))
                        .toArray());
        GoldenAssert.close(
                golden,
                "out_nonzero_value",
                IntStream.of(filled).mapToDouble(i -> frames[i]).toArray());
        GoldenAssert.close(
                golden,
                "out_resized28",
                Recordings.frames(
                        new NOmniglotFrames(new NOmniglotFrames.Config(steps, 28, value, Region.CHARACTER)), events));
    }
}
