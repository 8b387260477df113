package org.example.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Parameters;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.network.Signals;
import org.snn4j.transfer.Mixture;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.objective.ObjectiveInput;
import org.snn4j.transfer.objective.ObjectiveValue;

class ConfidencePenaltyTest {
    private static final SignalKey LOGITS = SignalKey.logits(Stream.TARGET);

    private final ConfidencePenalty penalty = new ConfidencePenalty(ConfidencePenalty.Config.DEFAULTS);

    /** K = 2, mean logits (log 3, 0): p = (3/4, 1/4), L = 3/4 log(3/4) + 1/4 log(1/4). */
    @Test
    void theValueIsTheNegativeEntropy() {
        INDArray logits =
                Nd4j.createFromArray(new double[] {2 * Math.log(3), 0, 0, 0}).reshape(2, 1, 2);
        assertThat(evaluate(logits).value()).isCloseTo(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25), within(1e-12));
    }

    @Test
    void equalLogitsGiveTheLeastValueAndNoGradient() {
        ObjectiveValue value = evaluate(Nd4j.valueArrayOf(
                new long[] {3, 2, 4}, 5.0, Nd4j.createFromArray(0.0).dataType()));
        assertThat(value.value()).isCloseTo(-Math.log(4), within(1e-12));
        assertThat(value.gradients().get(LOGITS).norm2Number().doubleValue()).isCloseTo(0, within(1e-12));
    }

    @Test
    void theGradientAgreesWithCentralDifferences() {
        INDArray logits = Nd4j.createFromArray(
                        new Seeds(1).stream("logits").doubles(24, -2, 2).toArray())
                .reshape(3, 2, 4);
        INDArray before = logits.dup();
        INDArray gradient = evaluate(logits).gradients().get(LOGITS);
        assertThat(logits).isEqualTo(before);
        assertThat(gradient.shape()).containsExactly(3, 2, 4);
        double step = 1e-5;
        for (long i = 0; i < logits.length(); i++) {
            INDArray up = logits.dup().putScalar(i, logits.getDouble(i) + step);
            INDArray down = logits.dup().putScalar(i, logits.getDouble(i) - step);
            double expected = (evaluate(up).value() - evaluate(down).value()) / (2 * step);
            assertThat(gradient.getDouble(i)).as("logit " + i).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void largeLogitsDoNotOverflow() {
        ObjectiveValue value = evaluate(
                Nd4j.createFromArray(new double[] {1000, 0, -1000, 999}).reshape(1, 2, 2));
        assertThat(value.value()).isCloseTo(0, within(1e-12));
    }

    @Test
    void itReadsTheLogitsOfItsStream() {
        assertThat(new ConfidencePenalty(new ConfidencePenalty.Config(0.5, Stream.SOURCE)).reads())
                .containsExactly(SignalKey.logits(Stream.SOURCE));
        assertThat(new ConfidencePenalty(new ConfidencePenalty.Config(0.5, Stream.SOURCE)).weight())
                .isEqualTo(0.5);
    }

    private ObjectiveValue evaluate(INDArray logits) {
        int samples = (int) logits.size(1);
        int steps = (int) logits.size(0);
        ObjectiveInput input = new ObjectiveInput(
                new Signals(Map.of(LOGITS, logits)),
                new int[samples],
                new Mixture(new int[samples], steps),
                new Progress(0, 1, 0, 1));
        return penalty.evaluate(input, Parameters.none());
    }
}
