package org.snn4j.eval.golden.augment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.snn4j.data.FrameShape;
import org.snn4j.data.mix.CutMix;
import org.snn4j.data.mix.GaussianMask;
import org.snn4j.data.mix.LabelShares;
import org.snn4j.eval.golden.DrawSequence;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/** Masks and label weights of EventMix by themselves, and NDA's CutMix of a batch. */
public final class MixingPartsVerifier implements GoldenVerifier {
    @Override
    public String kind() {
        return "mixing";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return List.of("gmm_masks", "mix_label_weights", "nda_cutmix").contains(golden.name());
    }

    @Override
    public void verify(GoldenCase golden) {
        switch (golden.name()) {
            case "gmm_masks" -> verifyMasks(golden);
            case "mix_label_weights" -> verifyLabels(golden);
            default -> verifyBatch(golden);
        }
    }

    private static void verifyMasks(GoldenCase golden) {
        List<Integer> size = IntStream.range(0, 4)
                .mapToObj(i -> golden.parameter("size").get(i).asInt())
                .toList();
        FrameShape shape = new FrameShape(size.get(0), size.get(1), size.get(2), size.get(3));
        int components = golden.parameter("components").asInt();
        for (int i = 0; i < golden.parameter("rat").size(); i++) {
            boolean[] mask = GaussianMask.draw(
                    shape,
                    components,
                    golden.parameter("rat").get(i).asDouble(),
                    new DrawSequence(golden.array("draw_value").doubles()));
            GoldenAssert.exact(
                    golden,
                    "out_mask_" + i,
                    IntStream.range(0, mask.length).map(j -> mask[j] ? 1 : 0).toArray());
        }
    }

    /** The masks of the case differ between polarities, so each plane counts as a step of its own. */
    private static void verifyLabels(GoldenCase golden) {
        long[] shape = golden.array("in_x1").shape();
        FrameShape planes = new FrameShape((int) (shape[0] * shape[1]), 1, (int) shape[2], (int) shape[3]);
        float[] own = golden.array("in_x1").floats();
        float[] partner = golden.array("in_x2").floats();
        boolean[] mask = new boolean[own.length];
        boolean[] box = new boolean[own.length];
        float[] mixture = own.clone();
        for (int i = 0; i < mask.length; i++) {
            mask[i] = golden.array("in_mask").longs()[i] == 1;
            mixture[i] = mask[i] ? partner[i] : own[i];
            int row = i / planes.width() % planes.height();
            int column = i % planes.width();
            box[i] = row >= 1 && row < 4 && column >= 2 && column < 5;
        }
        GoldenAssert.close(golden, "out_lambda_count", LabelShares.byEvents(own, partner, mask, planes));
        GoldenAssert.close(golden, "out_lambda_box", LabelShares.byEvents(own, partner, box, planes));
        GoldenAssert.close(golden, "out_lambda_distance", LabelShares.byDistance(own, partner, mixture, planes));
    }

    /** One rectangle for the whole batch. */
    private static void verifyBatch(GoldenCase golden) {
        long[] all = golden.array("in_images").shape();
        FrameShape shape = new FrameShape((int) all[1], (int) all[2], (int) all[3], (int) all[4]);
        float[] images = golden.array("in_images").floats();
        int[] labels = golden.array("in_labels").ints();
        int[] partners = golden.array("draw_permutation").ints();
        double[] draws = golden.array("draw_value").doubles();
        CutMix mixing = new CutMix(new CutMix.Config(golden.parameter("alpha").asDouble(), 1));
        double[] mixed = new double[images.length];
        for (int n = 0; n < labels.length; n++) {
            float[] sample = image(images, n, shape);
            double share = mixing.mixi(
                    sample,
                    image(images, partners[n], shape),
                    shape,
                    new DrawSequence(0, draws[0], draws[1], draws[2]));
            GoldenAssert.close(golden, "out_lambda", share);
            for (int i = 0; i < sample.length; i++) {
                mixed[n * sample.length + i] = sample[i];
            }
        }
        GoldenAssert.close(golden, "out_images", mixed);
        GoldenAssert.exact(golden, "out_label_a", labels);
        GoldenAssert.exact(
                golden,
                "out_label_b",
                Arrays.stream(partners).map(n -> labels[n]).toArray());
    }

    private static float[] image(float[] images, int index, FrameShape shape) {
        return Arrays.copyOfRange(images, index * shape.length(), (index + 1) * shape.length());
    }
}
