package org.snn4j.eval.golden.events;

import org.snn4j.data.encode.He2024Frames;
import org.snn4j.data.encode.He2024Frames.Sensor;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.event.Slicers;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/** He et al.'s event frames: counts, whole or fitted sensor, resized with aligned corners. */
public final class HeInputVerifier implements GoldenVerifier {
    private static final String PREFIX = "he_input_";

    @Override
    public String kind() {
        return "events";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().startsWith(PREFIX);
    }

    @Override
    public void verify(GoldenCase golden) {
        EventStream events = Recordings.shared(golden, PREFIX);
        int size = golden.parameter("out_size").asInt();
        int steps = golden.parameter("T").get(0).asInt();
        int fittedSteps = golden.parameter("T").get(1).asInt();
        He2024Frames whole = new He2024Frames(new He2024Frames.Config(steps, size, Sensor.WHOLE));
        He2024Frames fitted = new He2024Frames(new He2024Frames.Config(fittedSteps, size, Sensor.FITTED));
        GoldenAssert.close(golden, "out_frames48_T" + steps, Recordings.frames(whole, events));
        GoldenAssert.exact(
                golden,
                "out_frames_autosize_T" + fittedSteps,
                Recordings.counts(Slicers.byTimeTonicFork(fittedSteps), events.fitted()));
        GoldenAssert.close(golden, "out_frames48_autosize_T" + fittedSteps, Recordings.frames(fitted, events));
    }
}
