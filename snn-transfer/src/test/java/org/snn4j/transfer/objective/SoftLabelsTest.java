package org.snn4j.transfer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Parameters;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.network.Signals;
import org.snn4j.data.mix.SoftLabels;
import org.snn4j.transfer.Mixture;
import org.snn4j.transfer.Progress;

/** Objectives on samples of two classes. */
class SoftLabelsTest {
    private static final SignalKey LOGITS = SignalKey.logits(Stream.TARGET);
    private static final List<Objective> ALL = List.of(
            new CrossEntropy(CrossEntropy.Config.DEFAULTS),
            new StepCrossEntropy(StepCrossEntropy.Config.DEFAULTS),
            new Tet(Tet.Config.DEFAULTS));

    /** Two steps, two samples, three classes. */
    private final INDArray logits = Nd4j.createFromArray(
                    0.3, -1.0, 0.2, /**/ 1.5, 0.1, -0.4, /**/ 0.7, 0.6, -0.9, /**/ -0.2, 0.8, 2.0)
            .reshape(2, 2, 3);

    @Test
    void theLossIsThatOfBothClassesByTheirShares() {
        for (Objective objective : ALL) {
            ObjectiveValue own = evaluate(objective, SoftLabels.whole(new int[] {0, 1}));
            ObjectiveValue other = evaluate(objective, SoftLabels.whole(new int[] {2, 0}));
            ObjectiveValue soft =
                    evaluate(objective, new SoftLabels(new int[] {0, 1}, new int[] {2, 0}, new double[] {0.3, 0.3}));
            assertThat(soft.value()).isCloseTo(0.3 * own.value() + 0.7 * other.value(), within(1e-14));
            INDArray expected = own.gradients()
                    .get(LOGITS)
                    .mul(0.3)
                    .add(other.gradients().get(LOGITS).mul(0.7));
            assertThat(Flat.of(soft.gradients().get(LOGITS))).containsExactly(Flat.of(expected), within(1e-14));
        }
    }

    @Test
    void gradientsAgreeWithCentralDifferences() {
        SoftLabels labels = new SoftLabels(new int[] {0, 1}, new int[] {2, 1}, new double[] {0.25, 0.6});
        for (Objective objective : ALL) {
            INDArray gradient = evaluate(objective, labels).gradients().get(LOGITS);
            for (long i = 0; i < logits.length(); i++) {
                double at = logits.getDouble(i);
                logits.putScalar(i, at + 1e-5);
                double above = evaluate(objective, labels).value();
                logits.putScalar(i, at - 1e-5);
                double below = evaluate(objective, labels).value();
                logits.putScalar(i, at);
                // error of the quotient: 1e-10 times the third derivative, and 1e-16/1e-5 of rounding
                assertThat(gradient.getDouble(i)).isCloseTo((above - below) / 2e-5, within(1e-9));
            }
        }
    }

    @Test
    void aShareOfOneIsTheWholeLabelBitByBit() {
        for (Objective objective : ALL) {
            assertThat(evaluate(objective, new SoftLabels(new int[] {0, 1}, new int[] {2, 2}, new double[] {1, 1})))
                    .isEqualTo(evaluate(objective, SoftLabels.whole(new int[] {0, 1})));
        }
    }

    @Test
    void aPartnersLabelBeyondTheLogitsIsRefused() {
        SoftLabels labels = new SoftLabels(new int[] {0, 1}, new int[] {0, 3}, new double[] {1, 0.5});
        assertThatThrownBy(() -> evaluate(ALL.get(0), labels)).hasMessageContaining("label is 3, must be in [0, 3)");
    }

    private ObjectiveValue evaluate(Objective objective, SoftLabels labels) {
        assertThat(objective.takesSoftLabels()).isTrue();
        ObjectiveInput input = new ObjectiveInput(
                new Signals(Map.of(LOGITS, logits)),
                labels,
                new Mixture(new int[] {2, 2}, 2),
                new Progress(0, 1, 0, 1));
        return objective.evaluate(input, new Parameters(Map.of()));
    }
}
