package org.snn4j.data.inject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.encode.EventEncoderContract;

class RegisteredEventEncodersTest {
    @TestFactory
    Stream<DynamicTest> everyRegisteredEncoderHoldsTheContractWithItsDefaults() {
        return RegisteredComponents.holding(EventEncoder.class, EventEncoderContract.class, encoder -> () -> encoder);
    }

    @Test
    void everyRegisteredEncoderNamesItsReference() {
        List<ComponentSpec> encoders = RegisteredComponents.of(EventEncoder.class);
        assertThat(encoders)
                .extracting(ComponentSpec::name)
                .containsExactlyInAnyOrder(
                        "count-by-number",
                        "count-by-time",
                        "count-by-time-tonic",
                        "he2024-frames",
                        "binary-by-number",
                        "n-omniglot-frames",
                        "fixed-time-window",
                        "fixed-event-count",
                        "binary-by-time",
                        "voxel-grid",
                        "time-surface",
                        "averaged-time-surface",
                        "event-spike-tensor",
                        "bina-rep",
                        "sub-frames");
        assertThat(encoders).allMatch(spec -> spec.reference().isPresent());
    }
}
