package org.snn4j.eval.golden.events;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.transform.BackgroundActivityFilter;
import org.snn4j.data.transform.DropByArea;
import org.snn4j.data.transform.DropByTime;
import org.snn4j.data.transform.DropRandom;
import org.snn4j.data.transform.EventTransform;
import org.snn4j.data.transform.RefractoryFilter;
import org.snn4j.eval.golden.DrawSequence;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/** Filters and drops of tonic on N-MNIST recordings, with the draws that the case recorded. */
public final class FilterVerifier implements GoldenVerifier {
    private static final String PREFIX = "tonic_filters_";
    private static final double TIME_SHARE = 0.3;

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
        verifyFilters(golden, events);
        verifyDrops(golden, events);
    }

    private static void verifyFilters(GoldenCase golden, EventStream events) {
        EventStream denoised = apply(
                new BackgroundActivityFilter(new BackgroundActivityFilter.Config(
                        10_000, BackgroundActivityFilter.Neighbours.FOUR, BackgroundActivityFilter.Start.ACTIVE)),
                events);
        places(golden, "out_denoise_", denoised);
        times(golden, "out_denoise_t", denoised);
        column(golden, "out_denoise_p", denoised.size(), denoised::polarity);
        EventStream rested = apply(
                new RefractoryFilter(new RefractoryFilter.Config(20_000, RefractoryFilter.After.ANY_EVENT)), events);
        places(golden, "out_refractory_", rested);
        times(golden, "out_refractory_t", rested);
        column(golden, "out_refractory_p", rested.size(), rested::polarity);
    }

    private static void verifyDrops(GoldenCase golden, EventStream events) {
        // Ours draws for each event whether it goes; theirs drew the indices.
        double[] draws = new double[events.size()];
        Arrays.fill(draws, Math.nextDown(1.0));
        for (int dropped : golden.array("draw_drop_event_indices").ints()) {
            draws[dropped] = 0;
        }
        times(golden, "out_drop_event_t", apply(new DropRandom(new DropRandom.Config(0.2)), events, draws));

        double latest = events.lastTime() * (1 - TIME_SHARE);
        double start = golden.array("draw_drop_time_start").scalar() / latest;
        DropByTime.Config byTime = new DropByTime.Config(TIME_SHARE, DropByTime.Span.CLOCK);
        times(golden, "out_drop_time_t", apply(new DropByTime(byTime), events, start));

        EventStream uncovered = apply(
                new DropByArea(new DropByArea.Config(0.25)),
                events,
                golden.array("draw_drop_area_xy").doubles());
        places(golden, "out_drop_area_", uncovered);
        times(golden, "out_drop_area_t", uncovered);
    }

    private static EventStream apply(EventTransform transform, EventStream events, double... draws) {
        return transform.apply(events, new DrawSequence(draws));
    }

    private static void places(GoldenCase golden, String prefix, EventStream events) {
        column(golden, prefix + "x", events.size(), events::x);
        column(golden, prefix + "y", events.size(), events::y);
    }

    private static void times(GoldenCase golden, String array, EventStream events) {
        GoldenAssert.exact(
                golden,
                array,
                IntStream.range(0, events.size()).mapToLong(events::time).toArray());
    }

    private static void column(GoldenCase golden, String array, int size, IntUnaryOperator value) {
        GoldenAssert.exact(golden, array, IntStream.range(0, size).map(value).toArray());
    }
}
