package org.snn4j.data.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.FrameShape;

/**
 * What every {@link SampleMixing} must hold. Implement it in a test class of your own:
 * {@code class MyMixingTest implements SampleMixingContract { public SampleMixing mixing() { ... } }}.
 */
public interface SampleMixingContract {
    /** Shape of the samples of the suite. */
    FrameShape SHAPE = new FrameShape(4, 2, 8, 10);

    /** The mixing under test. */
    SampleMixing mixing();

    @Test
    default void theShareIsAShareAndThePartnerStaysAsItIs() {
        for (int seed = 0; seed < 50; seed++) {
            float[] sample = sample(2 * seed);
            float[] partner = sample(2 * seed + 1);
            float[] before = partner.clone();
            assertThat(mixing().mixi(sample, partner, SHAPE, new Seeds(seed).stream("mixing")))
                    .isBetween(0.0, 1.0);
            assertThat(partner).isEqualTo(before);
        }
    }

    @Test
    default void valuesLieBetweenThoseOfBothSamples() {
        for (int seed = 0; seed < 50; seed++) {
            float[] own = sample(2 * seed);
            float[] partner = sample(2 * seed + 1);
            float[] mixed = own.clone();
            mixing().mixi(mixed, partner, SHAPE, new Seeds(seed).stream("mixing"));
            for (int i = 0; i < mixed.length; i++) {
                assertThat(mixed[i])
                        .isBetween(Math.min(own[i], partner[i]) - 1e-6f, Math.max(own[i], partner[i]) + 1e-6f);
            }
        }
    }

    @Test
    default void theSameDrawsGiveTheSame() {
        float[] once = sample(1);
        float[] again = sample(1);
        double share = mixing().mixi(once, sample(2), SHAPE, new Seeds(3).stream("mixing"));
        assertThat(mixing().mixi(again, sample(2), SHAPE, new Seeds(3).stream("mixing")))
                .isEqualTo(share);
        assertThat(once).isEqualTo(again);
    }

    @Test
    default void aSampleMixedWithItselfStaysAsItIs() {
        for (int seed = 0; seed < 20; seed++) {
            float[] sample = sample(seed);
            mixing().mixi(sample, sample(seed), SHAPE, new Seeds(seed).stream("mixing"));
            float[] expected = sample(seed);
            for (int i = 0; i < sample.length; i++) {
                assertThat(sample[i]).isBetween(expected[i] - 1e-6f, expected[i] + 1e-6f);
            }
        }
    }

    @Test
    default void aMixingThatSaysItDoesNothingDoesNothingAndDrawsNothing() {
        if (mixing().mixes()) {
            return;
        }
        float[] sample = sample(1);
        RandomGenerator none = () -> {
            throw new AssertionError("drawn, though nothing is mixed");
        };
        assertThat(mixing().mixi(sample, sample(2), SHAPE, none)).isEqualTo(1);
        assertThat(sample).isEqualTo(sample(1));
    }

    @Test
    default void samplesWithoutEventsHaveAShare() {
        for (int seed = 0; seed < 20; seed++) {
            float[] empty = new float[SHAPE.length()];
            assertThat(mixing().mixi(empty, sample(1), SHAPE, new Seeds(seed).stream("mixing")))
                    .isBetween(0.0, 1.0);
            Arrays.fill(empty, 0);
            assertThat(mixing().mixi(sample(1), empty, SHAPE, new Seeds(seed).stream("mixing")))
                    .isBetween(0.0, 1.0);
            assertThat(mixing().mixi(new float[SHAPE.length()], empty, SHAPE, new Seeds(seed).stream("mixing")))
                    .isBetween(0.0, 1.0);
        }
    }

    private static float[] sample(int seed) {
        RandomGenerator random = new Seeds(seed).stream("sample");
        float[] values = new float[SHAPE.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, random.nextInt(-4, 4));
        }
        return values;
    }
}
