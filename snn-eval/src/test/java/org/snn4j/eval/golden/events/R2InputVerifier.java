package org.snn4j.eval.golden.events;

import org.snn4j.data.encode.BinaryByNumber;
import org.snn4j.data.encode.BinaryByNumber.EmptySlice;
import org.snn4j.data.encode.BinaryByNumber.Resize;
import org.snn4j.data.event.EventStream;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/** R2ETL's event frames: binary, and resized as grey with alpha. */
public final class R2InputVerifier implements GoldenVerifier {
    private static final String PREFIX = "r2_input_";
    private static final int SIZE = 48;

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
        int steps = golden.parameter("T").asInt();
        double[] resized = verify(golden, events, steps, "out_frames_T" + steps, "out_resized_u8");
        GoldenAssert.close(golden, "out_tensor", resized);
    }

    /** Checks frames and 8-bit resize; the resized frames in [0, 1]. */
    static double[] verify(GoldenCase golden, EventStream events, int steps, String frames, String bytes) {
        GoldenAssert.exact(golden, frames, Recordings.frames(encoder(steps, 0), events));
        double[] resized = Recordings.frames(encoder(steps, SIZE), events);
        GoldenAssert.exact(golden, bytes, interleaved(resized, steps));
        return resized;
    }

    private static BinaryByNumber encoder(int steps, int size) {
        return new BinaryByNumber(new BinaryByNumber.Config(steps, size, Resize.PREMULTIPLIED, EmptySlice.REFUSED));
    }

    /** [T, 2, H, W] in [0, 1] to [T, H, W, 2] in [0, 255]. */
    private static int[] interleaved(double[] frames, int steps) {
        int plane = SIZE * SIZE;
        int[] bytes = new int[frames.length];
        for (int step = 0; step < steps; step++) {
            for (int polarity = 0; polarity < 2; polarity++) {
                for (int i = 0; i < plane; i++) {
                    bytes[(step * plane + i) * 2 + polarity] =
                            (int) Math.round(frames[(step * 2 + polarity) * plane + i] * 255);
                }
            }
        }
        return bytes;
    }
}
