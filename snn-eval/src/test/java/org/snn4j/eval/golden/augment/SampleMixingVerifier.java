package org.snn4j.eval.golden.augment;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.snn4j.data.FrameShape;
import org.snn4j.data.mix.CutMix;
import org.snn4j.data.mix.EventMix;
import org.snn4j.data.mix.GaussianMask;
import org.snn4j.data.mix.MixUp;
import org.snn4j.data.mix.SampleMixing;
import org.snn4j.eval.golden.DrawSequence;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/** MixUp, CutMix and EventMix of BrainCog, with the draws of the case, in as many rounds as it has. */
public final class SampleMixingVerifier implements GoldenVerifier {
    private static final int BETA = 2;
    private static final int PARTNER = 4;

    @Override
    public String kind() {
        return "mixing";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return !golden.text("method").isEmpty();
    }

    @Override
    public void verify(GoldenCase golden) {
        long[] all = golden.array("in_images").shape();
        FrameShape shape = new FrameShape((int) all[1], (int) all[2], (int) all[3], (int) all[4]);
        int[] classes = golden.array("in_labels").ints();
        int index = golden.parameter("index").asInt();
        float[] sample = image(golden, index, shape);
        double[] label = new double[golden.parameter("classes").asInt()];
        label[classes[index]] = 1;
        int rounds = (int) golden.number("num_mix", 1);
        int length = golden.array("draw_kind").ints().length / rounds;
        double share = 1;
        for (int round = 0; round < rounds; round++) {
            int partner = partner(golden, round * length, length);
            double[] draws = draws(golden, round * length, length);
            DrawSequence sequence = new DrawSequence(draws);
            share = mixing(golden).mixi(sample, image(golden, Math.max(0, partner), shape), shape, sequence);
            if (!sequence.exhausted()) {
                throw new AssertionError(golden + ": draws are left over");
            }
            mixLabel(label, share, partner < 0 ? index : partner, classes);
            verifyMask(golden, draws, shape);
        }
        GoldenAssert.close(golden, "out_image", doubles(sample));
        verifyLabel(golden, label, share);
    }

    /** Where a sample has no events the source trains on NaN; ours keeps the class of the one that is seen. */
    private static void verifyLabel(GoldenCase golden, double[] label, double share) {
        if (Double.isNaN(golden.array("out_label").doubles()[0])) {
            if (share != 1) {
                throw new AssertionError(golden + ": share is " + share + ", must be 1 for a partner without events");
            }
            return;
        }
        GoldenAssert.close(golden, "out_label", label);
        if (golden.has("out_lambda")) {
            GoldenAssert.close(golden, "out_lambda", share);
        }
    }

    private static void mixLabel(double[] label, double share, int partner, int[] classes) {
        for (int k = 0; k < label.length; k++) {
            label[k] *= share;
        }
        label[classes[partner]] += 1 - share;
    }

    /** Draws after the one of the probability, the Beta draw and the number of components are those of the mask. */
    private static void verifyMask(GoldenCase golden, double[] draws, FrameShape shape) {
        if (!golden.has("out_mask") || draws.length == 1) {
            return;
        }
        boolean drawn = golden.parameter("gaussian_n").isNull();
        int components = drawn ? (int) draws[2] : golden.parameter("gaussian_n").asInt();
        DrawSequence rest = new DrawSequence(Arrays.copyOfRange(draws, drawn ? 3 : 2, draws.length));
        boolean[] mask = GaussianMask.draw(shape, components, 1 - draws[1], rest);
        int plane = shape.height() * shape.width();
        int[] bothPolarities = IntStream.range(0, shape.length())
                .map(i -> mask[i / plane / shape.channels() * plane + i % plane] ? 1 : 0)
                .toArray();
        GoldenAssert.exact(golden, "out_mask", bothPolarities);
    }

    private static SampleMixing mixing(GoldenCase golden) {
        double beta = golden.parameter("beta").asDouble();
        double probability = golden.parameter("prob").asDouble();
        return switch (golden.text("method")) {
            case "MixUp" -> new MixUp(new MixUp.Config(beta, probability));
            case "CutMix" -> new CutMix(new CutMix.Config(beta, probability));
            case "EventMix" ->
                new EventMix(new EventMix.Config(
                        beta, probability, golden.parameter("gaussian_n").asInt(0), EventMix.Label.EVENTS));
            default -> throw new AssertionError(golden + ": unknown method " + golden.text("method"));
        };
    }

    /** Index of the partner, -1 if none was drawn. */
    private static int partner(GoldenCase golden, int from, int length) {
        int[] kinds = golden.array("draw_kind").ints();
        double[] values = golden.array("draw_value").doubles();
        return IntStream.range(from, from + length)
                .filter(i -> kinds[i] == PARTNER)
                .map(i -> (int) values[i])
                .findFirst()
                .orElse(-1);
    }

    /** The draws as ours makes them: without the partner, and with two uniform draws for a Beta draw other than Beta(1, 1). */
    private static double[] draws(GoldenCase golden, int from, int length) {
        int[] kinds = golden.array("draw_kind").ints();
        double[] values = golden.array("draw_value").doubles();
        double beta = golden.parameter("beta").asDouble();
        return IntStream.range(from, from + length)
                .filter(i -> kinds[i] != PARTNER)
                .mapToObj(i -> kinds[i] == BETA && beta != 1 ? uniforms(values[i], beta) : DoubleStream.of(values[i]))
                .flatMapToDouble(stream -> stream)
                .toArray();
    }

    /** u and v with (1-u)^(1/a) = value/2 and (1-v)^(1/a) = (1-value)/2. */
    private static DoubleStream uniforms(double value, double a) {
        return DoubleStream.of(1 - Math.pow(value / 2, a), 1 - Math.pow((1 - value) / 2, a));
    }

    private static float[] image(GoldenCase golden, int index, FrameShape shape) {
        float[] all = golden.array("in_images").floats();
        return Arrays.copyOfRange(all, index * shape.length(), (index + 1) * shape.length());
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
