package org.snn4j.transfer.mixing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.transfer.Progress;

/** {@link NoMixing}, {@link SlidingReplacement} and {@link AbruptReplacement}. */
class ReplacementTest {
    private static final Progress HALFWAY = new Progress(5, 10, 0, 4);

    @Test
    void noMixingLeavesEverythingAndDrawsNothing() {
        RandomGenerator random = new Seeds(1).stream("mixing");
        assertThat(new NoMixing().replaceFrom(3, 10, HALFWAY, random)).containsExactly(10, 10, 10);
        assertThat(random.nextLong()).isEqualTo(new Seeds(1).stream("mixing").nextLong());
    }

    @Test
    void slidingProbabilityIsTheCubeOfTheProgress() {
        SlidingReplacement sliding = new SlidingReplacement(SlidingReplacement.Config.DEFAULTS);
        assertThat(sliding.probability(new Progress(0, 10, 0, 4))).isZero();
        assertThat(sliding.probability(HALFWAY)).isCloseTo(0.125, within(1e-15));
        assertThat(sliding.probability(new Progress(9, 10, 3, 4))).isCloseTo(Math.pow(39.0 / 40, 3), within(1e-15));
    }

    @Test
    void slidingMayEndBeforeTraining() {
        SlidingReplacement sliding = new SlidingReplacement(new SlidingReplacement.Config(3, 0.5));
        assertThat(sliding.probability(new Progress(2, 10, 2, 4))).isCloseTo(0.125, within(1e-15));
        assertThat(sliding.probability(HALFWAY)).isEqualTo(1);
        assertThat(sliding.probability(new Progress(9, 10, 0, 4))).isEqualTo(1);
    }

    @Test
    void slidingReplacesWholeSequencesAtItsProbability() {
        SlidingReplacement sliding = new SlidingReplacement(SlidingReplacement.Config.DEFAULTS);
        int[] first = sliding.replaceFrom(20_000, 7, HALFWAY, new Seeds(1).stream("mixing"));
        assertThat(IntStream.of(first).distinct().sorted().toArray()).containsExactly(0, 7);
        // five standard deviations of a share of 0.125 among 20,000
        assertThat(IntStream.of(first).filter(step -> step == 0).count() / 20_000.0)
                .isCloseTo(0.125, within(0.012));
    }

    @Test
    void abruptReplacementShowsImagesForOneEpochMoreThanHalf() {
        AbruptReplacement abrupt = new AbruptReplacement(AbruptReplacement.Config.DEFAULTS);
        RandomGenerator random = new Seeds(1).stream("mixing");
        assertThat(IntStream.range(0, 300)
                        .filter(epoch -> abrupt.probability(new Progress(epoch, 300, 0, 65)) == 0)
                        .count())
                .isEqualTo(151);
        assertThat(abrupt.replaceFrom(2, 10, HALFWAY, random)).containsExactly(10, 10);
        assertThat(abrupt.replaceFrom(2, 10, new Progress(6, 10, 0, 4), random)).containsExactly(0, 0);
    }

    @Test
    void illegalNumbersAreNamedWithTheirRange() {
        assertThatThrownBy(() -> new SlidingReplacement.Config(0, 1))
                .hasMessage("power is 0.0, must be greater than 0.0");
        assertThatThrownBy(() -> new SlidingReplacement.Config(3, 1.5)).hasMessage("end is 1.5, must be in [0.0, 1.0]");
        assertThatThrownBy(() -> new AbruptReplacement.Config(-0.1)).hasMessage("after is -0.1, must be in [0.0, 1.0]");
    }
}
