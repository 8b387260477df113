package org.snn4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CheckTest {
    @Test
    void legalValuesPassThrough() {
        assertThat(Check.greaterThan(1.5, 1, "tau")).isEqualTo(1.5);
        assertThat(Check.atLeast(1.0, 1, "tau")).isEqualTo(1.0);
        assertThat(Check.inRange(0, 0, 1, "share")).isEqualTo(0);
        assertThat(Check.inRange(1, 0, 1, "share")).isEqualTo(1);
        assertThat(Check.finite(-3, "rest")).isEqualTo(-3);
        assertThat(Check.atLeast(2, 2, "steps")).isEqualTo(2);
        assertThat(Check.notBlank("a", "name")).isEqualTo("a");
        assertThat(Check.notNull("a", "name")).isEqualTo("a");
    }

    @Test
    void refusalsNameTheValueTheArgumentAndTheRange() {
        refuses(() -> Check.greaterThan(1, 1, "tau"), "tau is 1.0, must be greater than 1.0");
        refuses(() -> Check.atLeast(0.9, 1, "tau"), "tau is 0.9, must be at least 1.0");
        refuses(() -> Check.inRange(1.1, 0, 1, "share"), "share is 1.1, must be in [0.0, 1.0]");
        refuses(() -> Check.atLeast(1, 2, "steps"), "steps is 1, must be at least 2");
        refuses(() -> Check.notBlank(" ", "name"), "name is empty");
        refuses(() -> Check.notBlank(null, "name"), "name is empty");
        assertThatThrownBy(() -> Check.notNull(null, "name"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("name is missing");
    }

    @Test
    void notANumberAndInfinityAreNeverLegal() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> Check.greaterThan(value, -1, "x")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Check.atLeast(value, -1, "x")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Check.inRange(value, -1, 1, "x")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Check.finite(value, "x")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
