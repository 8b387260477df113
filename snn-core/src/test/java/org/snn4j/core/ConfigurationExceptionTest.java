package org.snn4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationExceptionTest {
    @Test
    void theMessageHoldsEveryProblemOnALineOfItsOwn() {
        ConfigurationException exception = new ConfigurationException(List.of("a: wrong", "b: missing"));
        assertThat(exception.problems()).containsExactly("a: wrong", "b: missing");
        assertThat(exception.getMessage().lines()).containsExactly("a: wrong", "b: missing");
        assertThat(new ConfigurationException("c: unknown").problems()).containsExactly("c: unknown");
    }
}
