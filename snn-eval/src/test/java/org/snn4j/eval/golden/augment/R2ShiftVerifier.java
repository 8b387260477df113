package org.snn4j.eval.golden.augment;

import java.util.stream.IntStream;
import org.snn4j.data.FrameShape;
import org.snn4j.data.augment.Shift;
import org.snn4j.data.resize.PremultipliedResizer;
import org.snn4j.data.resize.Size;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/**
 * R2ETL's training frames: resized as grey with alpha, then mirrored with probability 0.5 and rolled. Theirs mirrors where the uniform draw
 * is above 0.5, ours where it is below the probability, so the draw is handed over as its complement.
 */
public final class R2ShiftVerifier implements GoldenVerifier {
    private static final Size TO = Size.square(48);
    private static final float FULL = 255;

    @Override
    public String kind() {
        return "mixing";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().startsWith("r2_augment_");
    }

    @Override
    public void verify(GoldenCase golden) {
        int steps = golden.parameter("T").asInt();
        float[] frames = resized(
                golden.array("in_frames").floats(),
                steps,
                Size.square(golden.parameter("H").asInt()));
        GoldenAssert.close(golden, "out_test", doubles(frames));

        int[] shift = golden.array("draw_shift").ints();
        RecordedDraws draws = new RecordedDraws(1 - golden.array("draw_u").scalar(), shift[0], shift[1]);
        new Shift(new Shift.Config(5, 0.5))
                .augmenti(frames, 0, new FrameShape(steps, 2, TO.height(), TO.width()), draws);
        GoldenAssert.close(golden, "out_train", doubles(frames));
    }

    /** [T, 2, H, W] of 0 and 1 to [T, 2, 48, 48], as 8-bit pictures of grey (off) and alpha (on). */
    private static float[] resized(float[] frames, int steps, Size from) {
        PremultipliedResizer resizer = new PremultipliedResizer(from, TO);
        float[] result = new float[steps * 2 * TO.pixels()];
        byte[] picture = new byte[2 * from.pixels()];
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < picture.length; i++) {
                picture[i] = (byte) (frames[(step * 2 + i % 2) * from.pixels() + i / 2] * FULL);
            }
            byte[] small = resizer.resize(picture);
            for (int i = 0; i < small.length; i++) {
                result[(step * 2 + i % 2) * TO.pixels() + i / 2] = (small[i] & 0xff) / FULL;
            }
        }
        return result;
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
