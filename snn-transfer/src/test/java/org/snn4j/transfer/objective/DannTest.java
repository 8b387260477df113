package org.snn4j.transfer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Stream;
import org.snn4j.transfer.Progress;

class DannTest {
    @TestFactory
    java.util.stream.Stream<DynamicTest> contractWithReversedGradients() {
        return ObjectiveContract.of(dann(0.7, Dann.Schedule.CONSTANT))
                .withSignalGradientsTimes(key -> -0.7)
                .tests();
    }

    @Test
    void valueAndGradientsAreThoseComputedByHand() {
        // Hidden unit max(0, x), output 2 h - ln 3: the source's 0 gives -ln 3 and p = 1/4, the target's ln 3 gives ln
        // 3 and p = 3/4.
        double ln3 = Math.log(3);
        ObjectiveValue value = Case.signal(Stream.SOURCE, "feature.spikes", new double[][][] {{{0}}})
                .and(Stream.TARGET, "feature.spikes", new double[][][] {{{ln3}}})
                .parameter("dann-hidden-weights", Nd4j.createFromArray(new double[][] {{1}}))
                .parameter("dann-hidden-bias", Nd4j.createFromArray(0.0))
                .parameter("dann-weights", Nd4j.createFromArray(new double[][] {{2}}))
                .parameter("dann-bias", Nd4j.createFromArray(-ln3))
                .evaluate(new Dann(new Dann.Config(1, "feature.spikes", "dann", 1, 0.5, Dann.Schedule.CONSTANT)));
        assertThat(value.value()).isCloseTo(-Math.log(0.75), within(1e-12));
        // dL/dz = (1/4 - 0)/2 and (3/4 - 1)/2; z = 2 h, h = x only where x > 0; reversed by -0.5
        Case.assertGradient(value, Stream.SOURCE, "feature.spikes", 0);
        Case.assertGradient(value, Stream.TARGET, "feature.spikes", -0.5 * 2 * -0.125);
        assertThat(Flat.of(value.parameterGradients().get("dann-weights")))
                .containsExactly(new double[] {-0.125 * ln3}, within(1e-12));
        assertThat(Flat.of(value.parameterGradients().get("dann-bias")))
                .containsExactly(new double[] {0}, within(1e-12));
        assertThat(Flat.of(value.parameterGradients().get("dann-hidden-weights")))
                .containsExactly(new double[] {-0.25 * ln3}, within(1e-12));
        assertThat(Flat.of(value.parameterGradients().get("dann-hidden-bias")))
                .containsExactly(new double[] {-0.25}, within(1e-12));
    }

    @Test
    void reversalRisesFromNothingToAlmostAll() {
        Dann rising = dann(2, Dann.Schedule.RISING);
        assertThat(rising.reversal(new Progress(0, 10, 0, 1))).isZero();
        // p = 0.1: 2 / (1 + 1/e) - 1 = tanh(1/2)
        assertThat(rising.reversal(new Progress(1, 10, 0, 1))).isCloseTo(2 * Math.tanh(0.5), within(1e-12));
        assertThat(rising.reversal(new Progress(9, 10, 9, 10))).isBetween(1.99, 2.0);
        assertThat(dann(2, Dann.Schedule.CONSTANT).reversal(new Progress(0, 10, 0, 1)))
                .isEqualTo(2);
    }

    @Test
    void illegalNumbersAreNamedWithTheirRange() {
        assertThatThrownBy(() -> dann(-1, Dann.Schedule.RISING)).hasMessage("reversal is -1.0, must be at least 0.0");
        assertThatThrownBy(() -> new Dann.Config(1, "feature.spikes", "dann", 0, 1, Dann.Schedule.RISING))
                .hasMessage("hidden is 0, must be at least 1");
    }

    private static Dann dann(double reversal, Dann.Schedule schedule) {
        return new Dann(new Dann.Config(1, "feature.spikes", "dann", 3, reversal, schedule));
    }
}
