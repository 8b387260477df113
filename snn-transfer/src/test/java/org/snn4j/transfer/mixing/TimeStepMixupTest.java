package org.snn4j.transfer.mixing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.core.Seeds;
import org.snn4j.transfer.Progress;

class TimeStepMixupTest {
    private static final Progress ANY = new Progress(3, 10, 1, 4);
    private static final int MANY = 40_000;

    /** Computed from the equation for the expected ratio, to the printed digits. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.030030, 0.019252, 0.016323",
        "0.2, 0.063441, 0.041020, 0.034860",
        "0.3, 0.101140, 0.066056, 0.056291",
        "0.4, 0.144456, 0.095497, 0.081655",
        "0.5, 0.195446, 0.131178, 0.112647",
        "0.6, 0.257538, 0.176321, 0.152285",
        "0.7, 0.337040, 0.237299, 0.206673",
        "0.8, 0.447392, 0.329209, 0.290737",
        "0.9, 0.624340, 0.499755, 0.454373"
    })
    void triggerProbabilityIsSolvedFromTheExpectedRatio(
            double ratio, double sixSteps, double tenSteps, double twelveSteps) {
        assertThat(TimeStepMixup.triggerProbability(ratio, 6)).isCloseTo(sixSteps, within(5.1e-7));
        assertThat(TimeStepMixup.triggerProbability(ratio, 10)).isCloseTo(tenSteps, within(5.1e-7));
        assertThat(TimeStepMixup.triggerProbability(ratio, 12)).isCloseTo(twelveSteps, within(5.1e-7));
    }

    @Test
    void expectedRatioAgreesWithItsClosedForm() {
        double p = 0.3;
        double closed = 1 - (1 - p) * (1 - Math.pow(1 - p, 8)) / p / 8;
        assertThat(TimeStepMixup.expectedRatio(p, 8)).isCloseTo(closed, within(1e-14));
    }

    @Test
    void observedRatioIsTheExpectedOne() {
        int[] first = mixup(0.3).replaceFrom(MANY, 10, ANY, random());
        double observed = IntStream.of(first)
                .mapToDouble(step -> (10 - step) / 10.0)
                .average()
                .orElseThrow();
        // one deviation of a single ratio is below 0.4, so that of the mean is below 0.002
        assertThat(observed).isCloseTo(0.3, within(0.008));
    }

    @Test
    void firstStepsAreGeometricallyDistributed() {
        double p = TimeStepMixup.triggerProbability(0.5, 4);
        int[] first = mixup(0.5).replaceFrom(MANY, 4, ANY, random());
        for (int t = 0; t <= 4; t++) {
            int step = t;
            double share = IntStream.of(first).filter(value -> value == step).count() / (double) MANY;
            double expected = Math.pow(1 - p, t) * (t < 4 ? p : 1);
            assertThat(share).as("share of samples replaced from step %d on", t).isCloseTo(expected, within(0.012));
        }
    }

    @Test
    void ratioZeroEqualsNoMixingDownToTheDraws() {
        RandomGenerator random = random();
        assertThat(mixup(0).replaceFrom(5, 10, ANY, random))
                .isEqualTo(new NoMixing().replaceFrom(5, 10, ANY, random()));
        assertThat(random.nextLong()).isEqualTo(random().nextLong());
    }

    @Test
    void ratioOneReplacesEverything() {
        assertThat(mixup(1).replaceFrom(3, 10, ANY, random())).containsExactly(0, 0, 0);
    }

    @Test
    void drawsGoSampleBySampleUpToTheTrigger() {
        double p = TimeStepMixup.triggerProbability(0.5, 10);
        int[] first = mixup(0.5).replaceFrom(6, 10, ANY, random());
        RandomGenerator replay = random();
        for (int step : first) {
            for (int t = 0; t < step; t++) {
                assertThat(replay.nextDouble()).isGreaterThanOrEqualTo(p);
            }
            if (step < 10) {
                assertThat(replay.nextDouble()).isLessThan(p);
            }
        }
    }

    @Test
    void illegalRatioIsNamedWithItsRange() {
        assertThatThrownBy(() -> new TimeStepMixup.Config(1.2)).hasMessage("ratio is 1.2, must be in [0.0, 1.0]");
    }

    private static TimeStepMixup mixup(double ratio) {
        return new TimeStepMixup(new TimeStepMixup.Config(ratio));
    }

    private static RandomGenerator random() {
        return new Seeds(5).stream("mixing");
    }
}
