package org.snn4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ParametersTest {
    @Test
    void namesKeepTheirOrder() {
        Map<String, INDArray> values = new LinkedHashMap<>();
        values.put("z", Nd4j.scalar(1.0));
        values.put("a", Nd4j.scalar(2.0));
        Parameters parameters = new Parameters(values);
        values.clear();
        assertThat(parameters.names()).containsExactly("z", "a");
        assertThat(parameters.scalar("a")).isEqualTo(2.0);
    }

    @Test
    void laterChangesOfTheArrayAreSeen() {
        INDArray array = Nd4j.createFromArray(1.0, 2.0);
        Parameters parameters = new Parameters(Map.of("w", array));
        array.putScalar(0, 5);
        assertThat(parameters.get("w").getDouble(0)).isEqualTo(5);
    }

    @Test
    void anUnknownNameIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> new Parameters(Map.of("w", Nd4j.scalar(1.0))).get("v"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no parameter 'v'; known: [w]");
        assertThat(Parameters.none().names()).isEmpty();
    }

    @Test
    void namesCannotBeChanged() {
        assertThatThrownBy(() ->
                        new Parameters(Map.of("w", Nd4j.scalar(1.0))).names().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
