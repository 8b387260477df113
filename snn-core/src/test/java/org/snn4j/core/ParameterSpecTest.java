package org.snn4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ParameterSpecTest {
    private static final int DRAWS = 20_000;

    @Test
    void lengthIsTheProductOfTheShape() {
        assertThat(ParameterSpec.constant("w", 0, 2, 3, 4).length()).isEqualTo(24);
        assertThat(ParameterSpec.constant("w", 0, 1).length()).isEqualTo(1);
    }

    @Test
    void onlyArraysOfSeveralAxesDecay() {
        assertThat(ParameterSpec.constant("bias", 0, 10).decays()).isFalse();
        assertThat(ParameterSpec.uniform("weight", 1, 10, 5).decays()).isTrue();
        assertThat(ParameterSpec.normal("weight", 1, 10, 5).decays()).isTrue();
    }

    @Test
    void constantsDrawTheirValue() {
        assertThat(draws(ParameterSpec.constant("tau", 2.5, 1))).containsOnly(2.5);
    }

    /** Uniform in [-b, b): mean 0, variance b^2/3; tolerances are 5 standard errors of 20,000 draws. */
    @Test
    void uniformsStayInsideTheirBound() {
        double[] values = draws(ParameterSpec.uniform("w", 3, 1));
        assertThat(DoubleStream.of(values).allMatch(value -> value >= -3 && value < 3))
                .isTrue();
        assertThat(mean(values)).isCloseTo(0, within(5 * Math.sqrt(3.0 / DRAWS)));
        assertThat(variance(values)).isCloseTo(3, within(5 * 3 * Math.sqrt(0.8 / DRAWS)));
    }

    /** The variance of a sample variance of a normal is 2 sigma^4/n. */
    @Test
    void normalsHaveTheirDeviation() {
        double[] values = draws(ParameterSpec.normal("w", 0.5, 1));
        assertThat(mean(values)).isCloseTo(0, within(5 * 0.5 / Math.sqrt(DRAWS)));
        assertThat(variance(values)).isCloseTo(0.25, within(5 * 0.25 * Math.sqrt(2.0 / DRAWS)));
    }

    @Test
    void theShapeCannotBeChangedFromOutside() {
        long[] shape = {2, 3};
        ParameterSpec spec = ParameterSpec.constant("w", 0, shape);
        shape[0] = 100;
        spec.shape()[1] = 100;
        assertThat(spec.shape()).containsExactly(2, 3);
    }

    @Test
    void aParameterHasAName() {
        assertThatThrownBy(() -> ParameterSpec.constant("", 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter name is empty");
    }

    private static double[] draws(ParameterSpec spec) {
        RandomGenerator random = new Seeds(1).stream("draws");
        return DoubleStream.generate(() -> spec.start().draw(random))
                .limit(DRAWS)
                .toArray();
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
    }
}
