package org.snn4j.eval.golden.events;

import java.util.stream.IntStream;
import org.snn4j.data.resize.PictureResizer;
import org.snn4j.data.resize.PremultipliedResizer;
import org.snn4j.data.resize.Size;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/** One binary frame resized as grey with alpha, and channel by channel. */
public final class LaResizeVerifier implements GoldenVerifier {
    @Override
    public String kind() {
        return "events";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().startsWith("la_resize_");
    }

    @Override
    public void verify(GoldenCase golden) {
        Size from =
                new Size(golden.parameter("H").asInt(), golden.parameter("W").asInt());
        Size to = new Size(
                golden.parameter("size").get(0).asInt(),
                golden.parameter("size").get(1).asInt());
        double[] frames = golden.array("in_frames").doubles();
        byte[] pixels = new byte[frames.length];
        for (int i = 0; i < from.pixels(); i++) {
            pixels[2 * i] = (byte) (frames[i] * 255);
            pixels[2 * i + 1] = (byte) (frames[from.pixels() + i] * 255);
        }
        GoldenAssert.exact(golden, "out_la_resized_u8", unsigned(new PremultipliedResizer(from, to).resize(pixels)));
        GoldenAssert.exact(golden, "out_separate_resized_u8", unsigned(new PictureResizer(from, to, 2).resize(pixels)));
    }

    private static int[] unsigned(byte[] bytes) {
        return IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xff).toArray();
    }
}
