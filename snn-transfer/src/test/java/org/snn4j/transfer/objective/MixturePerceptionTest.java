package org.snn4j.transfer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;

/** {@link Mag} and {@link Mrp} with one feature; weight ln 3 makes sigmoid(1 * w) = 3/4. */
class MixturePerceptionTest {
    private static final double W = Math.log(3);

    @Test
    void magIsTheMeanCrossEntropyOfTheStepLabels() {
        ObjectiveValue value = head("mag", feature(1, 1)).replacedFrom(1).evaluate(new Mag(Mag.Config.DEFAULTS));
        assertThat(value.value()).isCloseTo(-(Math.log(0.25) + Math.log(0.75)) / 2, within(1e-12));
        Case.assertGradient(value, Stream.SOURCE, "feature.spikes", 0.375 * W, -0.125 * W);
        assertThat(value.parameterGradients().get("mag-weights").getDouble(0)).isCloseTo(0.25, within(1e-12));
        assertThat(value.parameterGradients().get("mag-bias").getDouble(0)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void magOfAnUndecidedHeadIsLnTwo() {
        Case untrained = feature(5, -2)
                .parameter("mag-weights", Nd4j.createFromArray(new double[][] {{0}}))
                .parameter("mag-bias", Nd4j.createFromArray(0.0));
        assertThat(untrained
                        .replacedFrom(1)
                        .evaluate(new Mag(Mag.Config.DEFAULTS))
                        .value())
                .isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void mrpIsTheSquaredErrorOfTheEstimatedRatio() {
        ObjectiveValue value = head("mrp", feature(0, 2)).replacedFrom(1).evaluate(new Mrp(Mrp.Config.DEFAULTS));
        assertThat(value.value()).isCloseTo(0.0625, within(1e-12));
        double slope = 2 * 0.25 * 0.75 * 0.25;
        Case.assertGradient(value, Stream.SOURCE, "feature.spikes", slope * W / 2, slope * W / 2);
        assertThat(value.parameterGradients().get("mrp-weights").getDouble(0)).isCloseTo(slope, within(1e-12));
        assertThat(value.parameterGradients().get("mrp-bias").getDouble(0)).isCloseTo(slope, within(1e-12));
    }

    @Test
    void headStartsWithinTheInverseRootOfItsWidth() {
        Mag mag = new Mag(new Mag.Config(1, "encoding.spikes", "guide"));
        ToyBatch shapes = ToyBatch.of(mag, 1);
        assertThat(mag.parameters(shapes))
                .extracting(ParameterSpec::name)
                .containsExactly("guide-weights", "guide-bias");
        ParameterSpec weights = mag.parameters(shapes).get(0);
        assertThat(weights.shape()).containsExactly(1, 4);
        assertThat(new Seeds(1).stream("start").doubles(100).map(u -> weights.start()
                        .draw(new Seeds((long) (u * 1e9)).stream("draw"))))
                .allSatisfy(start -> assertThat(start).isBetween(-0.5, 0.5));
    }

    @Test
    void featureOfAnotherWidthIsRefused() {
        Case narrow = head("mag", Case.signal(Stream.SOURCE, "feature.spikes", new double[2][1][3]));
        assertThatThrownBy(() -> narrow.evaluate(new Mag(Mag.Config.DEFAULTS)))
                .hasMessageContaining("one per feature, 3");
    }

    private static Case feature(double first, double second) {
        return Case.signal(Stream.SOURCE, "feature.spikes", new double[][][] {{{first}}, {{second}}});
    }

    private static Case head(String name, Case input) {
        return input.parameter(name + "-weights", Nd4j.createFromArray(new double[][] {{W}}))
                .parameter(name + "-bias", Nd4j.createFromArray(0.0));
    }
}
