package org.snn4j.transfer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.transfer.Progress;

class DistillationTest {
    private static final double LN3 = Math.log(3);

    @TestFactory
    java.util.stream.Stream<DynamicTest> contractWhereTheSourceLearns() {
        return ObjectiveContract.of(distillation(Stream.TARGET, 2, 0))
                .withSignalGradientsTimes(key -> key.stream() == Stream.SOURCE ? 1 : 0)
                .tests();
    }

    @Test
    void valueAndGradientAreThoseComputedByHand() {
        // tau = 2: the teacher's softmax of (ln 3, 0) is (3/4, 1/4), the student's of (0, 0) is (1/2, 1/2).
        ObjectiveValue value = logits(new double[][][] {{{2 * LN3, 0}}}, new double[][][] {{{0, 0}}})
                .evaluate(distillation(Stream.SOURCE, 2, 0));
        double divergence = 0.75 * Math.log(1.5) + 0.25 * Math.log(0.5);
        assertThat(value.value()).isCloseTo(4 * divergence, within(1e-12));
        Case.assertGradient(value, Stream.TARGET, "logits", 4 * (0.5 - 0.75) / 2, 4 * (0.5 - 0.25) / 2);
        assertThat(value.gradients()).containsOnlyKeys(SignalKey.logits(Stream.TARGET));
    }

    @Test
    void sameOutputsHaveNothingToLearn() {
        double[][][] same = {{{1, 2, -3}}, {{0, 4, 1}}};
        ObjectiveValue value = logits(same, same).evaluate(distillation(Stream.SOURCE, 4, 20));
        assertThat(value.value()).isCloseTo(0, within(1e-12));
        Case.assertGradient(value, Stream.TARGET, "logits", new double[6]);
    }

    @Test
    void weightFallsFromOneToNothingInTheMiddle() {
        Distillation phased = distillation(Stream.SOURCE, 4, 20);
        assertThat(phased.share(new Progress(0, 10, 0, 1))).isCloseTo(1, within(1e-4));
        assertThat(phased.share(new Progress(5, 10, 0, 1))).isEqualTo(0.5);
        // p = 0.6: 1 / (1 + e^2)
        assertThat(phased.share(new Progress(6, 10, 0, 1))).isCloseTo(1 / (1 + Math.exp(2)), within(1e-12));
        assertThat(phased.share(new Progress(9, 10, 99, 100))).isLessThan(1e-4);
        assertThat(distillation(Stream.SOURCE, 4, 0).share(new Progress(9, 10, 0, 1)))
                .isEqualTo(1);
    }

    @Test
    void valueFollowsTheWeight() {
        Case early = logits(new double[][][] {{{1, 0}}}, new double[][][] {{{0, 1}}});
        double whole = early.evaluate(distillation(Stream.SOURCE, 1, 0)).value();
        assertThat(early.epoch(5, 10)
                        .evaluate(distillation(Stream.SOURCE, 1, 20))
                        .value())
                .isCloseTo(whole / 2, within(1e-12));
    }

    @Test
    void illegalNumbersAreNamedWithTheirRange() {
        assertThatThrownBy(() -> distillation(Stream.SOURCE, 0, 0))
                .hasMessage("temperature is 0.0, must be greater than 0.0");
    }

    private static Case logits(double[][][] source, double[][][] target) {
        return Case.signal(Stream.SOURCE, "logits", source).and(Stream.TARGET, "logits", target);
    }

    private static Distillation distillation(Stream teacher, double temperature, double steepness) {
        return new Distillation(new Distillation.Config(1, teacher, temperature, 0.5, steepness));
    }
}
