package org.snn4j.eval.golden.augment;

import java.util.stream.IntStream;
import org.snn4j.data.FrameShape;
import org.snn4j.data.augment.Crop;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/** He et al.'s random crop of padded frames. */
public final class HeCropVerifier implements GoldenVerifier {
    @Override
    public String kind() {
        return "mixing";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().equals("he_augment_crop_only");
    }

    @Override
    public void verify(GoldenCase golden) {
        int size = golden.parameter("size").asInt();
        float[] frames = golden.array("in_frames").floats().clone();
        int[] corner = golden.array("draw_crop_top_left").ints();
        new Crop(new Crop.Config(golden.parameter("padding").asInt(), 0))
                .augmenti(
                        frames,
                        0,
                        new FrameShape(golden.parameter("T").asInt(), 2, size, size),
                        new RecordedDraws(0, corner[0], corner[1]));
        GoldenAssert.exact(
                golden,
                "out_cropped",
                IntStream.range(0, frames.length).mapToDouble(i -> frames[i]).toArray());
    }
}
