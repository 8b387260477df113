package org.snn4j.data.inject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.data.mix.SampleMixing;
import org.snn4j.data.mix.SampleMixingContract;

class RegisteredSampleMixingsTest {
    @TestFactory
    Stream<DynamicTest> everyRegisteredMixingHoldsTheContractWithItsDefaults() {
        return RegisteredComponents.holding(SampleMixing.class, SampleMixingContract.class, mixing -> () -> mixing);
    }

    @Test
    void everyRegisteredMixingNamesItsReference() {
        List<ComponentSpec> mixings = RegisteredComponents.of(SampleMixing.class);
        assertThat(mixings)
                .extracting(ComponentSpec::name)
                .containsExactlyInAnyOrder("none", "mix-up", "cut-mix", "event-mix");
        assertThat(mixings).allMatch(spec -> spec.reference().isPresent());
    }
}
