package org.snn4j.transfer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Seeds;
import org.snn4j.core.optimize.AdamW;

class ObjectiveParametersTest {
    private static final AdamW ADAM_W = new AdamW(new AdamW.Config(0.1, 0.9, 0.999, 1e-8, 0.5));

    private static ObjectiveParameters parameters(ParameterSpec... specs) {
        return new ObjectiveParameters(List.of(specs), ADAM_W, DataType.DOUBLE, new Seeds(1));
    }

    /** The first step of Adam moves by the rate against the sign: 1 - 0.1 = 0.9. A vector does not decay. */
    @Test
    void vectorMovesByTheRateAndDoesNotDecay() {
        ObjectiveParameters parameters = parameters(ParameterSpec.constant("eta", 1, 2));
        parameters.update(Map.of("eta", Nd4j.createFromArray(3.0, -0.2)), 0.1);
        assertThat(parameters.values().get("eta").toDoubleVector())
                .containsExactly(new double[] {0.9, 1.1}, within(1e-6));
    }

    /** A matrix also loses 0.1 * 0.5 of its value: 1 * 0.95 - 0.1 = 0.85; without a gradient only that: 0.95. */
    @Test
    void matrixDecaysEvenWithoutGradient() {
        ObjectiveParameters parameters =
                parameters(ParameterSpec.constant("head", 1, 1, 2), ParameterSpec.constant("idle", 1, 1, 1));
        parameters.update(Map.of("head", Nd4j.createFromArray(new double[][] {{3, 3}})), 0.1);
        assertThat(parameters.values().get("head").toDoubleMatrix()[0])
                .containsExactly(new double[] {0.85, 0.85}, within(1e-6));
        assertThat(parameters.values().get("idle").getDouble(0)).isCloseTo(0.95, within(1e-12));
    }

    @Test
    void startValuesDependOnSeedAndNameAlone() {
        ParameterSpec a = ParameterSpec.normal("a", 1, 4, 3);
        ParameterSpec b = ParameterSpec.normal("b", 1, 4, 3);
        assertThat(parameters(b, a).arrays().get("a"))
                .isEqualTo(parameters(a).arrays().get("a"))
                .isNotEqualTo(parameters(b).arrays().get("b"));
    }

    @Test
    void gradientIsNotWrittenTo() {
        var gradient = Nd4j.createFromArray(3.0);
        parameters(ParameterSpec.constant("eta", 1, 1)).update(Map.of("eta", gradient), 0.1);
        assertThat(gradient.getDouble(0)).isEqualTo(3);
    }
}
