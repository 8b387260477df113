package org.snn4j.data.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.FrameShape;

class SampleMixingTest {
    private static final FrameShape ROW = new FrameShape(1, 1, 1, 4);

    @Test
    void labelsFollowTheEventsThatAreStillShown() {
        // own: 4 events, 1 under the mask, so 3/4 shown; partner: 6 events, 3 under the mask: 1/2 shown; (3/4)/(3/4 +
        // 1/2) = 0.6
        double share = LabelShares.byEvents(
                new float[] {1, 1, 2, 0}, new float[] {0, 3, 1, 2}, new boolean[] {false, true, false, false}, ROW);
        assertThat(share).isCloseTo(0.6, within(1e-15));
    }

    @Test
    void aMaskCoversAllChannelsOfItsStep() {
        // two steps, two channels, one pixel; the mask shows the partner at step 1: own 1 + 2 of 10 left, partner 3 + 4
        // of 10 shown
        FrameShape shape = new FrameShape(2, 2, 1, 1);
        double share = LabelShares.byEvents(
                new float[] {1, 2, 3, 4}, new float[] {1, 2, 3, 4}, new boolean[] {false, true}, shape);
        assertThat(share).isCloseTo(0.3, within(1e-15));
    }

    @Test
    void whoShowsNothingHasNoShare() {
        float[] empty = new float[4];
        float[] full = {1, 1, 1, 1};
        boolean[] half = {true, true, false, false};
        assertThat(LabelShares.byEvents(empty, full, half, ROW)).isZero();
        assertThat(LabelShares.byEvents(full, empty, half, ROW)).isEqualTo(1);
        assertThat(LabelShares.byEvents(empty, empty, half, ROW)).isEqualTo(1);
        assertThatThrownBy(() -> LabelShares.byEvents(new float[] {1, -2, 0, 0}, full, half, ROW))
                .hasMessage("value 1 of a sample is -2.0, must be at least 0 to be counted as events");
    }

    @Test
    void labelsFollowTheDistanceFromTheMixture() {
        // one pixel of a 1x1 frame: 3x3 means are the value/9; own 1, partner 4, mixture 2: distances 1/81 and 4/81;
        // 16/(1 + 16)
        FrameShape pixel = new FrameShape(1, 1, 1, 1);
        double share = LabelShares.byDistance(new float[] {1}, new float[] {4}, new float[] {2}, pixel);
        assertThat(share).isCloseTo(16.0 / 17, within(1e-12));
        assertThat(LabelShares.byDistance(new float[] {1}, new float[] {1}, new float[] {1}, pixel))
                .isEqualTo(1);
    }

    @Test
    void mixUpWeighsValuesAndLabelAlike() {
        float[] sample = {8, 0, 4, 4};
        double share = new MixUp(new MixUp.Config(1, 1)).mixi(sample, new float[] {0, 8, 4, 0}, ROW, draws(0.5, 0.25));
        assertThat(share).isEqualTo(0.25);
        assertThat(sample).containsExactly(2, 6, 4, 1);
    }

    @Test
    void cutMixPastesARectangleAtAllStepsAndMeasuresWhatIsLeft() {
        // lambda 0.75: sides of half the frame: 2 of 4 columns and (int) 0.5 = 0 of 1 row would paste nothing, so a
        // frame of 4x4
        FrameShape shape = new FrameShape(2, 1, 4, 4);
        float[] sample = new float[32];
        float[] partner = new float[32];
        Arrays.fill(partner, 1);
        // middle at row 0, column 2: rows [-1, 1) cut to [0, 1), columns [1, 3): area 2 of 16
        double share = new CutMix(new CutMix.Config(1, 1)).mixi(sample, partner, shape, draws(0.5, 0.75, 0, 2));
        assertThat(share).isEqualTo(14 / 16.0);
        float[] expected = new float[32];
        for (int i : new int[] {1, 2, 17, 18}) {
            expected[i] = 1;
        }
        assertThat(sample).isEqualTo(expected);
    }

    @Test
    void gaussianMaskHasItsShare() {
        FrameShape shape = new FrameShape(5, 2, 9, 7);
        int shown = 0;
        int expected = 0;
        for (int seed = 0; seed < 50; seed++) {
            double outside = new Seeds(seed).stream("outside").nextDouble();
            boolean[] mask = GaussianMask.draw(shape, 3, outside, new Seeds(seed).stream("mask"));
            int inside = 0;
            for (boolean part : mask) {
                inside += part ? 1 : 0;
            }
            int place = (int) (mask.length * outside);
            assertThat(inside).isLessThanOrEqualTo(mask.length - place);
            shown += inside;
            expected += mask.length - place;
        }
        // Equal densities at the limit are all left out, such as those that are 0 in single precision.
        assertThat((double) shown / expected).isBetween(0.9, 1.0);
    }

    @Test
    void eventMixPastesThePartnerUnderItsMask() {
        FrameShape shape = new FrameShape(3, 2, 5, 5);
        for (EventMix.Label label : EventMix.Label.values()) {
            EventMix mixing = new EventMix(new EventMix.Config(1, 1, 3, label));
            float[] sample = new float[shape.length()];
            float[] partner = new float[shape.length()];
            Arrays.fill(sample, 1);
            Arrays.fill(partner, 2);
            double share = mixing.mixi(sample, partner, shape, new Seeds(8).stream("mixing"));
            int pasted = 0;
            for (float value : sample) {
                pasted += value == 2 ? 1 : 0;
            }
            assertThat(pasted).isBetween(1, sample.length - 1);
            double part = (double) pasted / sample.length;
            if (label == EventMix.Label.EVENTS) {
                assertThat(share).isCloseTo(1 - part, within(1e-12));
            }
        }
    }

    @Test
    void samplesAreMixedWithTheirProbability() {
        int mixed = 0;
        MixUp mixing = new MixUp(new MixUp.Config(1, 0.3));
        for (int seed = 0; seed < 1000; seed++) {
            mixed += mixing.mixi(new float[4], new float[4], ROW, new Seeds(seed).stream("mixing")) < 1 ? 1 : 0;
        }
        // 0.3 of 1000 within 4 standard deviations of 14.5
        assertThat((double) mixed).isCloseTo(300, within(58.0));
    }

    @Test
    void betaDrawsHaveTheirMeanAndVariance() {
        for (double a : new double[] {0.05, 0.2, 1, 3.5}) {
            RandomGenerator random = new Seeds(2).stream("beta");
            double sum = 0;
            double squares = 0;
            int count = 20_000;
            for (int i = 0; i < count; i++) {
                double value = BetaDraw.draw(a, random);
                assertThat(value).isBetween(0.0, 1.0);
                sum += value;
                squares += (value - 0.5) * (value - 0.5);
            }
            // variance 1/(4(2a + 1)); 4 standard errors of the mean, and 5 % of the variance, more than 4 of its own
            double variance = 1 / (4 * (2 * a + 1));
            assertThat(sum / count).isCloseTo(0.5, within(4 * Math.sqrt(variance / count)));
            assertThat(squares / count).isCloseTo(variance, within(0.05 * variance));
        }
    }

    @Test
    void aBatchIsMixedWithAPermutationOfItselfAsItWas() {
        int[] labels = {0, 1, 2, 3, 4};
        boolean[][] met = new boolean[5][5];
        for (int seed = 0; seed < 200; seed++) {
            float[][] samples = new float[5][];
            for (int n = 0; n < 5; n++) {
                samples[n] = new float[] {n, n, n, n};
            }
            SoftLabels soft = BatchMixing.mixi(
                    new MixUp(new MixUp.Config(1, 1)), samples, labels, ROW, new Seeds(seed).stream("batch"));
            assertThat(soft.own()).isEqualTo(labels);
            assertThat(soft.other()).containsExactlyInAnyOrder(labels);
            for (int n = 0; n < 5; n++) {
                met[n][soft.other(n)] = true;
                double expected = soft.share(n) * n + (1 - soft.share(n)) * soft.other(n);
                assertThat(samples[n][0]).isCloseTo((float) expected, within(1e-6f));
            }
        }
        assertThat(met).isDeepEqualTo(new boolean[][] {
            {true, true, true, true, true},
            {true, true, true, true, true},
            {true, true, true, true, true},
            {true, true, true, true, true},
            {true, true, true, true, true}
        });
    }

    @Test
    void wholeLabelsAreWhole() {
        assertThat(SoftLabels.whole(new int[] {3, 1}).areWhole()).isTrue();
        assertThat(new SoftLabels(new int[] {3}, new int[] {1}, new double[] {0.5}).areWhole())
                .isFalse();
        assertThatThrownBy(() -> new SoftLabels(new int[] {3}, new int[] {1}, new double[] {1.5}))
                .hasMessage("share is 1.5, must be in [0.0, 1.0]");
        assertThatThrownBy(() -> new SoftLabels(new int[] {3}, new int[2], new double[] {1}))
                .hasMessageContaining("have 1, 2 and 1 entries");
    }

    /** Hands out these draws in order, also as whole numbers. */
    private static RandomGenerator draws(double... draws) {
        return new RandomGenerator() {
            private int next;

            @Override
            public double nextDouble() {
                return draws[next++];
            }

            @Override
            public int nextInt(int bound) {
                return (int) draws[next++];
            }

            @Override
            public long nextLong() {
                throw new AssertionError("a draw that was not expected");
            }
        };
    }
}
