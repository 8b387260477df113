package org.snn4j.eval.golden.events;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.snn4j.data.encode.BinaryByNumber;
import org.snn4j.data.encode.BinaryByNumber.EmptySlice;
import org.snn4j.data.encode.BinaryByNumber.Resize;
import org.snn4j.data.event.EventStream;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/**
 * Frames that R2ETL and TET make of the Matlab columns of CIFAR10-DVS, indexed [x][y]. R2ETL puts -1 into channel 0; TET uses -1 as an
 * index,
 * which is the last channel, so both polarities land in channel 1.
 */
public final class Cifar10DvsVerifier implements GoldenVerifier {
    private static final int SIDE = 128;

    @Override
    public String kind() {
        return "events";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().equals("cifar10dvs_mat_frames");
    }

    @Override
    public void verify(GoldenCase golden) {
        verify(golden, "r2", polarity -> polarity < 0 ? 0 : 1);
        verify(golden, "tet", polarity -> 1);
    }

    private static void verify(GoldenCase golden, String code, IntUnaryOperator channel) {
        int[] polarity =
                IntStream.of(golden.array("in_pol").ints()).map(channel).toArray();
        EventStream onItsSide = EventStream.of(
                SIDE,
                SIDE,
                golden.array("in_col_y").ints(),
                golden.array("in_col_x").ints(),
                polarity,
                golden.array("in_t").longs());
        int steps = golden.parameter("T").asInt();
        double[] frames = Recordings.frames(
                new BinaryByNumber(new BinaryByNumber.Config(steps, 0, Resize.CHANNEL_WISE, EmptySlice.REFUSED)),
                onItsSide);
        GoldenAssert.exact(
                golden,
                "out_" + code + "_nonzero",
                IntStream.range(0, frames.length)
                        .filter(i -> frames[i] != 0)
                        .flatMap(i ->
                                IntStream.of(i / (2 * SIDE * SIDE), i / (SIDE * SIDE) % 2, i / SIDE % SIDE, i % SIDE))
                        .toArray());
        int[] ones = IntStream.range(0, 2 * steps)
                .map(plane -> (int) Arrays.stream(frames, plane * SIDE * SIDE, (plane + 1) * SIDE * SIDE)
                        .sum())
                .toArray();
        GoldenAssert.exact(golden, "out_" + code + "_ones_per_frame_channel", ones);
    }
}
