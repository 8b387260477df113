package org.snn4j.eval.golden.augment;

import java.util.List;
import org.snn4j.data.FrameShape;
import org.snn4j.data.augment.FrameAugmentation;
import org.snn4j.data.augment.He2024Augmentation;
import org.snn4j.data.augment.Nda;
import org.snn4j.eval.golden.DrawSequence;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/** NDA's roll, rotation and shear, and He et al.'s crop, flip and rotation, each with the draws of the case. */
public final class NdaVerifier implements GoldenVerifier {
    private static final double LARGEST = 30;
    private static final double HE_LARGEST = 15;

    @Override
    public String kind() {
        return "mixing";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return List.of("nda_augment_15", "nda_augment_m30", "he_augment_48").contains(golden.name());
    }

    @Override
    public void verify(GoldenCase golden) {
        if (golden.name().startsWith("he_")) {
            verifyHe(golden);
        } else {
            verifyNda(golden);
        }
    }

    private static void verifyNda(GoldenCase golden) {
        Nda nda = new Nda(new Nda.Config(5, LARGEST, LARGEST, 0));
        int rows = golden.parameter("roll").get(0).asInt();
        int columns = golden.parameter("roll").get(1).asInt();
        verify(golden, "out_roll", nda, 0, rows, columns);
        verify(golden, "out_rotate", nda, 1, uniform(golden.parameter("angle").asDouble(), LARGEST));
        verify(golden, "out_shear_x", nda, 2, uniform(golden.parameter("shear").asDouble(), LARGEST));
    }

    private static void verifyHe(GoldenCase golden) {
        int padding = golden.parameter("padding").asInt();
        int[] corner = golden.array("draw_crop_top_left").ints();
        double angle = uniform(golden.array("draw_angle").scalar(), HE_LARGEST);
        verify(golden, "out_cropped", he(padding, 0, 0), corner[0], corner[1], 0.5, 0.5);
        verify(golden, "out_flipped", he(padding, 1, 0), corner[0], corner[1], 0.5, 0.5);
        verify(golden, "out_rotated", he(padding, 1, HE_LARGEST), corner[0], corner[1], 0.5, angle);
    }

    private static FrameAugmentation he(int padding, double flip, double rotation) {
        return new He2024Augmentation(new He2024Augmentation.Config(padding, flip, rotation));
    }

    /** The uniform draw that gives an angle. */
    private static double uniform(double angle, double largest) {
        return (angle / largest + 1) / 2;
    }

    private static void verify(GoldenCase golden, String array, FrameAugmentation augmentation, double... draws) {
        float[] frames = golden.array("in_frames").floats();
        long[] shape = golden.array("in_frames").shape();
        augmentation.augmenti(
                frames,
                0,
                new FrameShape((int) shape[0], (int) shape[1], (int) shape[2], (int) shape[3]),
                new DrawSequence(draws));
        double[] got = new double[frames.length];
        for (int i = 0; i < got.length; i++) {
            got[i] = frames[i];
        }
        GoldenAssert.exact(golden, array, got);
    }
}
