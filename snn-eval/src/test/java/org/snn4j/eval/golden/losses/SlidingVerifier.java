package org.snn4j.eval.golden.losses;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.mixing.AbruptReplacement;
import org.snn4j.transfer.mixing.Mixing;
import org.snn4j.transfer.mixing.SlidingReplacement;

/** He et al.'s replacement probability over a whole training, and which samples it replaces given the recorded draws. */
public final class SlidingVerifier implements GoldenVerifier {
    @Override
    public String kind() {
        return "schedules";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().startsWith("he_sliding_");
    }

    @Override
    public void verify(GoldenCase golden) {
        if (golden.parameter("no_sliding_training").asBoolean()) {
            AbruptReplacement mixing = new AbruptReplacement(AbruptReplacement.Config.DEFAULTS);
            verify(golden, mixing, mixing::probability);
        } else {
            SlidingReplacement mixing = new SlidingReplacement(
                    new SlidingReplacement.Config(golden.parameter("power").asDouble(), 1));
            verify(golden, mixing, mixing::probability);
        }
    }

    private static void verify(GoldenCase golden, Mixing mixing, ToDoubleFunction<Progress> probability) {
        int epochs = golden.parameter("epochs").asInt();
        int batches = golden.parameter("batches").asInt();
        int listed = (int) golden.array("out_p").shape()[1];
        double[] p = new double[epochs * listed];
        for (int i = 0; i < p.length; i++) {
            p[i] = probability.applyAsDouble(new Progress(i / listed, epochs, i % listed, batches));
        }
        GoldenAssert.close(golden, "out_p", p);
        if (golden.has("draw_u")) {
            GoldenAssert.exact(golden, "out_replaced", replaced(golden, mixing, epochs, batches));
        }
    }

    private static long[] replaced(GoldenCase golden, Mixing mixing, int epochs, int batches) {
        RandomGenerator draws = replaying(golden.array("draw_u").doubles());
        int samples = (int) golden.array("draw_u").shape()[1];
        int steps = 1;
        long[] replaced = new long[epochs * samples];
        for (int epoch = 0; epoch < epochs; epoch++) {
            int[] first = mixing.replaceFrom(samples, steps, new Progress(epoch, epochs, 0, batches), draws);
            for (int n = 0; n < samples; n++) {
                replaced[epoch * samples + n] = first[n] == 0 ? 1 : 0;
            }
        }
        return replaced;
    }

    /** A generator that gives recorded numbers. */
    private static RandomGenerator replaying(double[] recorded) {
        var draws = Arrays.stream(recorded).iterator();
        return new RandomGenerator() {
            @Override
            public double nextDouble() {
                return draws.next();
            }

            @Override
            public long nextLong() {
                throw new UnsupportedOperationException("only doubles were recorded");
            }
        };
    }
}
