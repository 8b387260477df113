package org.snn4j.transfer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Stream;

/** {@link CrossEntropy}, {@link StepCrossEntropy} and {@link Tet} on one sample with T = 2, K = 3 and label 0. */
class ClassificationTest {
    private static final double LN2 = Math.log(2);
    private static final double LN3 = Math.log(3);
    /** softmax: (1/3, 1/3, 1/3), then (1/2, 1/4, 1/4). */
    private static final double[][][] LOGITS = {{{0, 0, 0}}, {{LN2, 0, 0}}};

    @Test
    void crossEntropyIsThatOfTheMeanLogits() {
        ObjectiveValue value = logits(LOGITS).evaluate(new CrossEntropy(CrossEntropy.Config.DEFAULTS));
        double sum = Math.sqrt(2) + 2;
        assertThat(value.value()).isCloseTo(Math.log(sum) - LN2 / 2, within(1e-12));
        double first = (Math.sqrt(2) / sum - 1) / 2;
        Case.assertGradient(value, Stream.TARGET, "logits", first, 0.5 / sum, 0.5 / sum, first, 0.5 / sum, 0.5 / sum);
    }

    @Test
    void stepCrossEntropyIsTheMeanOverSteps() {
        ObjectiveValue value = logits(LOGITS).evaluate(new StepCrossEntropy(StepCrossEntropy.Config.DEFAULTS));
        assertThat(value.value()).isCloseTo((LN3 + LN2) / 2, within(1e-12));
        Case.assertGradient(value, Stream.TARGET, "logits", -1.0 / 3, 1.0 / 6, 1.0 / 6, -0.25, 0.125, 0.125);
    }

    @Test
    void tetAddsTheSquaredDistanceToTheTarget() {
        ObjectiveValue value = logits(LOGITS).evaluate(tet(0.1, 1, StepWeighting.NONE, StepWeighting.NONE));
        double second = ((LN2 - 1) * (LN2 - 1) + 2) / 3;
        assertThat(value.value()).isCloseTo(0.9 * (LN3 + LN2) / 2 + 0.1 * (1 + second) / 2, within(1e-12));
        double step = 0.1 / 2 * 2 / 3;
        Case.assertGradient(
                value,
                Stream.TARGET,
                "logits",
                -0.3 - step,
                0.15 - step,
                0.15 - step,
                -0.225 + step * (LN2 - 1),
                0.1125 - step,
                0.1125 - step);
    }

    @Test
    void tetWithLambdaZeroEqualsStepCrossEntropy() {
        ObjectiveValue tet = logits(LOGITS).evaluate(tet(0, 1, StepWeighting.NONE, StepWeighting.NONE));
        assertThat(tet).isEqualTo(logits(LOGITS).evaluate(new StepCrossEntropy(StepCrossEntropy.Config.DEFAULTS)));
    }

    @Test
    void learnedWeightsOfTheEventStreamAreOneMinusSigmoid() {
        double eta = Math.log(3);
        ObjectiveValue value = logits(LOGITS)
                .parameter(StepWeighting.PARAMETER, Nd4j.createFromArray(0.0, eta))
                .evaluate(tet(0, 1, StepWeighting.LEARNED, StepWeighting.LEARNED));
        assertThat(value.value()).isCloseTo((0.5 * LN3 + 0.25 * LN2) / 2, within(1e-12));
        assertThat(Flat.of(value.parameterGradients().get(StepWeighting.PARAMETER)))
                .containsExactly(new double[] {-0.25 * LN3 / 2, -0.1875 * LN2 / 2}, within(1e-12));
    }

    @Test
    void fixedWeightsEqualLearnedOnesOfTheSameValue() {
        Case learned = logits(LOGITS).parameter(StepWeighting.PARAMETER, Nd4j.createFromArray(0.0, 0.0));
        ObjectiveValue expected = learned.evaluate(tet(0.1, 0.5, StepWeighting.LEARNED, StepWeighting.LEARNED));
        ObjectiveValue fixed = logits(LOGITS).evaluate(tet(0.1, 0.5, StepWeighting.FIXED, StepWeighting.FIXED));
        assertThat(fixed.value()).isCloseTo(expected.value(), within(1e-15));
        assertThat(fixed.gradients()).isEqualTo(expected.gradients());
        assertThat(fixed.parameterGradients()).isEmpty();
    }

    @Test
    void publishedFixedCoefficientStillTrainsEtaThroughTheSquaredError() {
        ObjectiveValue value = logits(LOGITS)
                .parameter(StepWeighting.PARAMETER, Nd4j.createFromArray(0.0, 0.0))
                .evaluate(tet(0.1, 1, StepWeighting.FIXED, StepWeighting.LEARNED));
        double second = ((LN2 - 1) * (LN2 - 1) + 2) / 3;
        assertThat(Flat.of(value.parameterGradients().get(StepWeighting.PARAMETER)))
                .containsExactly(new double[] {-0.25 * 0.1 / 2, -0.25 * 0.1 / 2 * second}, within(1e-12));
    }

    @Test
    void smoothedLabelGivesAPartToEveryClass() {
        // Label (1 - 0.3 + 0.1, 0.1, 0.1) on softmax (1/2, 1/4, 1/4)
        ObjectiveValue value = logits(new double[][][] {{{LN2, 0, 0}}})
                .evaluate(new CrossEntropy(new CrossEntropy.Config(1, Stream.TARGET, Optional.of(0.3))));
        assertThat(value.value()).isCloseTo(Math.log(4) - 0.8 * LN2, within(1e-12));
        Case.assertGradient(value, Stream.TARGET, "logits", 0.5 - 0.8, 0.25 - 0.1, 0.25 - 0.1);
    }

    @Test
    void everyClassificationTakesSmoothing() {
        ObjectiveValue steps = logits(LOGITS)
                .evaluate(new StepCrossEntropy(new StepCrossEntropy.Config(1, Stream.TARGET, Optional.of(0.3))));
        assertThat(steps.value()).isCloseTo((LN3 + Math.log(4) - 0.8 * LN2) / 2, within(1e-12));
        ObjectiveValue tet = logits(LOGITS)
                .evaluate(new Tet(new Tet.Config(
                        1, Stream.TARGET, 0, 1, StepWeighting.NONE, StepWeighting.NONE, 0.5, Optional.of(0.3))));
        assertThat(tet).isEqualTo(steps);
    }

    @TestFactory
    java.util.stream.Stream<DynamicTest> smoothedCrossEntropyKeepsTheContract() {
        return ObjectiveContract.of(new CrossEntropy(new CrossEntropy.Config(1, Stream.TARGET, Optional.of(0.1))))
                .tests();
    }

    @Test
    void smoothingByNothingIsNone() {
        ObjectiveValue none = logits(LOGITS).evaluate(new CrossEntropy(CrossEntropy.Config.DEFAULTS));
        assertThat(logits(LOGITS)
                        .evaluate(new CrossEntropy(new CrossEntropy.Config(1, Stream.TARGET, Optional.of(0.0)))))
                .isEqualTo(none);
        assertThatThrownBy(() -> new CrossEntropy.Config(1, Stream.TARGET, Optional.of(1.5)))
                .hasMessage("smoothing is 1.5, must be in [0.0, 1.0]");
    }

    @Test
    void aPredictorThatKnowsTheLabelsHasNoLoss() {
        ObjectiveValue value = logits(new double[][][] {{{1000, -1000, 0}}, {{1000, -1000, 0}}})
                .evaluate(new StepCrossEntropy(StepCrossEntropy.Config.DEFAULTS));
        assertThat(value.value()).isZero();
    }

    @Test
    void labelBeyondTheLogitsIsRefused() {
        assertThatThrownBy(() -> logits(LOGITS).labels(3).evaluate(new CrossEntropy(CrossEntropy.Config.DEFAULTS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("label is 3, must be in [0, 3)");
    }

    @Test
    void illegalNumbersAreNamedWithTheirRange() {
        assertThatThrownBy(() -> tet(1.5, 1, StepWeighting.NONE, StepWeighting.NONE))
                .hasMessage("lambda is 1.5, must be in [0.0, 1.0]");
        assertThatThrownBy(() -> new CrossEntropy.Config(-1, Stream.SOURCE, Optional.empty()))
                .hasMessage("weight is -1.0, must be at least 0.0");
    }

    private static Case logits(double[][][] values) {
        return Case.signal(Stream.TARGET, "logits", values);
    }

    private static Tet tet(double lambda, double target, StepWeighting entropy, StepWeighting error) {
        return new Tet(new Tet.Config(1, Stream.TARGET, lambda, target, entropy, error, 0.5, Optional.empty()));
    }
}
