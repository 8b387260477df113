package org.snn4j.transfer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalShapes;

/** The terms between the streams, on numbers small enough for a pencil. */
class AlignmentTest {
    private static final String SPIKES = "feature.spikes";
    private static final double[][] A = {{1, 0}, {0, 1}, {-1, -1}};
    private static final double[][] B = {{1, 0}, {-1, 0}, {0, 0}};
    /** CKA(A, B) = 2 / (2 sqrt(10) + 1e-7), CKA(A, A) = 10 / (10 + 1e-7); see LinearCkaTest. */
    private static final double AB = 2 / (2 * Math.sqrt(10) + 1e-7);

    private static final double AA = 10 / (10 + 1e-7);

    @Test
    void temporalCkaIsTheMeanDistanceOfTheSteps() {
        assertThat(pair(new double[][][] {A, A}, new double[][][] {A, B})
                        .labels(0, 0, 0)
                        .evaluate(temporalCka())
                        .value())
                .isCloseTo(1 - (AA + AB) / 2, within(1e-12));
    }

    @Test
    void ckaComparesSumsOverTime() {
        double[][] half = {{0.5, 0}, {0, 0.5}, {-0.5, -0.5}};
        Cka cka = new Cka(new Cka.Config(1, SPIKES, CkaForm.GRAM, Cka.OverTime.SUM));
        double[][][] zerosThenB = {new double[3][2], B};
        assertThat(pair(new double[][][] {half, half}, zerosThenB)
                        .labels(0, 0, 0)
                        .evaluate(cka)
                        .value())
                .isCloseTo(1 - AB, within(1e-12));
    }

    @Test
    void heAlignmentWeighsEachStepByItsSigmoid() {
        ObjectiveValue value = pair(new double[][][] {A, A}, new double[][][] {A, B})
                .labels(0, 0, 0)
                .parameter(StepWeighting.PARAMETER, Nd4j.createFromArray(0.0, Math.log(3)))
                .evaluate(he(StepWeighting.LEARNED, 0));
        assertThat(value.value()).isCloseTo((0.5 * (1 - AA) + 0.75 * (1 - AB)) / 2, within(1e-12));
        assertThat(Flat.of(value.parameterGradients().get(StepWeighting.PARAMETER)))
                .containsExactly(new double[] {0.25 * (1 - AA) / 2, 0.1875 * (1 - AB) / 2}, within(1e-12));
    }

    @Test
    void heAlignmentWithoutWeightsEqualsTemporalCka() {
        Case pair = pair(new double[][][] {A, A}, new double[][][] {A, B}).labels(0, 0, 0);
        ObjectiveValue expected = pair.evaluate(temporalCka());
        ObjectiveValue unweighted = pair.evaluate(he(StepWeighting.NONE, 0));
        assertThat(unweighted.value()).isCloseTo(expected.value(), within(1e-15));
        assertThat(unweighted.gradients()).isEqualTo(expected.gradients());
        assertThat(pair.evaluate(he(StepWeighting.FIXED, 1)).value()).isCloseTo(expected.value(), within(1e-15));
    }

    @Test
    void alignmentAndEventClassificationShareTheirCoefficients() {
        He2024Alignment alignment = new He2024Alignment(He2024Alignment.Config.DEFAULTS);
        Tet events = new Tet(new Tet.Config(
                1, Stream.TARGET, 1e-3, 0.5, StepWeighting.LEARNED, StepWeighting.LEARNED, 0, Optional.empty()));
        SignalShapes shapes = ToyBatch.of(temporalCka(), 1);
        assertThat(alignment.parameters(shapes)).singleElement().satisfies(spec -> {
            assertThat(spec.name())
                    .isEqualTo("step-coefficients")
                    .isEqualTo(events.parameters(shapes).get(0).name());
            assertThat(spec.shape()).containsExactly(shapes.steps());
            assertThat(spec.start().draw(null)).isEqualTo(1.0);
            assertThat(spec.decays()).isFalse();
        });
    }

    @Test
    void wrongNumberOfCoefficientsIsRefused() {
        Case pair =
                pair(new double[][][] {A, A}, new double[][][] {A, B}).parameter(StepWeighting.PARAMETER, Nd4j.ones(3));
        assertThatThrownBy(() -> pair.evaluate(he(StepWeighting.LEARNED, 0))).hasMessageContaining("has 3 values");
    }

    @Test
    void mseComparesTimeMeansAndTmseSteps() {
        Case pair = pair(new double[][][] {{{1, 0}}, {{3, 0}}}, new double[2][1][2]);
        ObjectiveValue mse = pair.evaluate(mse(Mse.TimeMean.ALWAYS));
        assertThat(mse.value()).isCloseTo(2, within(1e-12));
        Case.assertGradient(mse, Stream.SOURCE, SPIKES, 1, 0, 1, 0);
        Case.assertGradient(mse, Stream.TARGET, SPIKES, -1, 0, -1, 0);
        ObjectiveValue tmse = pair.evaluate(new Tmse(new Tmse.Config(1, SPIKES)));
        assertThat(tmse.value()).isCloseTo(2.5, within(1e-12));
        Case.assertGradient(tmse, Stream.SOURCE, SPIKES, 0.5, 0, 1.5, 0);
    }

    @Test
    void publishedMseSkipsTheTimeMeanOfSmallBatchesOnly() {
        Case one = pair(new double[][][] {{{1, 0}}, {{3, 0}}}, new double[2][1][2]);
        assertThat(one.evaluate(mse(Mse.TimeMean.ABOVE_TWO_SAMPLES)).value()).isCloseTo(2.5, within(1e-12));
        Case three = pair(new double[][][] {A, B}, new double[2][3][2]).labels(0, 0, 0);
        assertThat(three.evaluate(mse(Mse.TimeMean.ABOVE_TWO_SAMPLES)))
                .isEqualTo(three.evaluate(mse(Mse.TimeMean.ALWAYS)));
    }

    @Test
    void mmdIsTheSquaredDistanceOfTheMeans() {
        double[][][] source = {{{4, 0}, {0, 2}}, {{4, 0}, {0, 2}}};
        ObjectiveValue value =
                pair(source, new double[2][2][2]).labels(0, 0).evaluate(new Mmd(new Mmd.Config(1, SPIKES)));
        assertThat(value.value()).isCloseTo(5, within(1e-12));
        Case.assertGradient(value, Stream.SOURCE, SPIKES, 1, 0.5, 1, 0.5, 1, 0.5, 1, 0.5);
    }

    @Test
    void streamsOfDifferentShapeAreRefusedWhereValuesAreCompared() {
        Case pair = pair(new double[2][1][2], new double[2][1][3]);
        assertThatThrownBy(() -> pair.evaluate(mse(Mse.TimeMean.ALWAYS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("source/feature.spikes")
                .hasMessageContaining("must be equal");
    }

    private static Case pair(double[][][] source, double[][][] target) {
        return Case.signal(Stream.SOURCE, SPIKES, source).and(Stream.TARGET, SPIKES, target);
    }

    private static TemporalCka temporalCka() {
        return new TemporalCka(new TemporalCka.Config(1, SPIKES, CkaForm.GRAM));
    }

    private static He2024Alignment he(StepWeighting weights, double coefficient) {
        return new He2024Alignment(new He2024Alignment.Config(1, SPIKES, weights, coefficient));
    }

    private static Mse mse(Mse.TimeMean timeMean) {
        return new Mse(new Mse.Config(1, SPIKES, timeMean));
    }
}
