package org.snn4j.eval.golden.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.snn4j.data.encode.CountByNumber;
import org.snn4j.data.encode.CountByTime;
import org.snn4j.data.encode.CountByTimeTonic;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.encode.He2024Frames;
import org.snn4j.data.event.EventSlicer;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.event.Slicers;
import org.snn4j.data.event.Slices;
import org.snn4j.data.event.WindowSlicers;
import org.snn4j.data.event.WindowSlicers.Rest;
import org.snn4j.data.resize.Interpolation;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/**
 * Counts per pixel by SpikingJelly, tonic and its fork, on N-MNIST recordings and synthetic streams: each array of a case
 * names its rule.
 */
public final class FramesVerifier implements GoldenVerifier {
    private static final Pattern BY_STEPS =
            Pattern.compile("out_(sj_number|sj_time|tonic_timebins|fork_timebins|tonic_eventbins)_T(\\d+)");

    private static final Map<String, Function<Integer, EventEncoder>> ENCODERS = Map.of(
            "sj_number", steps -> new CountByNumber(new CountByNumber.Config(steps, 0, Interpolation.BILINEAR_ALIGNED)),
            "sj_time", steps -> new CountByTime(new CountByTime.Config(steps, 0, Interpolation.BILINEAR_ALIGNED)),
            "tonic_timebins",
                    steps ->
                            new CountByTimeTonic(new CountByTimeTonic.Config(steps, 0, Interpolation.BILINEAR_ALIGNED)),
            "fork_timebins", steps -> new He2024Frames(new He2024Frames.Config(steps, 0, He2024Frames.Sensor.WHOLE)));

    private static final Map<String, EventSlicer> WINDOWS = windows();

    private static Map<String, EventSlicer> windows() {
        Map<String, EventSlicer> windows = new HashMap<>();
        windows.put("out_sj_duration_30000", WindowSlicers.byDuration(30_000));
        windows.put("out_sj_duration_100000", WindowSlicers.byDuration(100_000));
        windows.put("out_tonic_window30000", WindowSlicers.byTimeWindow(30_000, 0, Rest.DROPPED));
        windows.put("out_tonic_window30000_incomplete", WindowSlicers.byTimeWindow(30_000, 0, Rest.KEPT));
        windows.put("out_tonic_window40000_overlap10000", WindowSlicers.byTimeWindow(40_000, 10_000, Rest.DROPPED));
        windows.put("out_tonic_count500", WindowSlicers.byEventCount(500, Rest.DROPPED));
        windows.put("out_tonic_count500_incomplete", WindowSlicers.byEventCount(500, Rest.KEPT));
        windows.put("out_tonic_timebins_T4_overlap05", WindowSlicers.byTimeTonic(4, 0.5));
        return windows;
    }

    @Override
    public String kind() {
        return "events";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return List.of("sj_frames_", "tonic_frames_", "synthetic_").stream().anyMatch(golden.name()::startsWith);
    }

    @Override
    public void verify(GoldenCase golden) {
        EventStream events = golden.name().startsWith("tonic_frames_")
                ? Recordings.shared(golden, "tonic_frames_")
                : Recordings.own(golden);
        List<String> unknown = new ArrayList<>();
        for (String array : golden.names()) {
            boolean input = array.startsWith("in_");
            if (!input && !array.startsWith("out_r2_") && !verify(golden, array, events)) {
                unknown.add(array);
            }
        }
        if (!unknown.isEmpty()) {
            throw new AssertionError(golden + ": no rule for " + unknown);
        }
        if (golden.has("out_r2_resized_u8")) {
            R2InputVerifier.verify(
                    golden,
                    events,
                    golden.parameter("r2_T").asInt(),
                    "out_r2_frames_T" + golden.parameter("r2_T").asInt(),
                    "out_r2_resized_u8");
        }
    }

    private static boolean verify(GoldenCase golden, String array, EventStream events) {
        Matcher matcher = BY_STEPS.matcher(array.replace("_bounds", ""));
        if (WINDOWS.containsKey(array)) {
            GoldenAssert.exact(golden, array, Recordings.counts(WINDOWS.get(array), events));
        } else if (!matcher.matches()) {
            return false;
        } else if (array.endsWith("_bounds")) {
            GoldenAssert.exact(
                    golden,
                    array,
                    bounds(matcher.group(1), Integer.parseInt(matcher.group(2))).apply(events));
        } else {
            GoldenAssert.exact(golden, array, frames(matcher.group(1), Integer.parseInt(matcher.group(2)), events));
        }
        return true;
    }

    private static double[] frames(String rule, int steps, EventStream events) {
        return rule.equals("tonic_eventbins")
                ? Recordings.counts(Slicers.byNumberDropping(steps), events)
                : Recordings.frames(ENCODERS.get(rule).apply(steps), events);
    }

    private static Function<EventStream, int[]> bounds(String rule, int steps) {
        BiFunction<EventSlicer, EventStream, int[]> flat = (slicer, events) -> {
            Slices slices = slicer.slice(events);
            return IntStream.concat(IntStream.of(slices.start()), IntStream.of(slices.end()))
                    .toArray();
        };
        EventSlicer slicer = rule.equals("sj_number") ? Slicers.byNumber(steps) : Slicers.byTime(steps);
        return events -> flat.apply(slicer, events);
    }
}
