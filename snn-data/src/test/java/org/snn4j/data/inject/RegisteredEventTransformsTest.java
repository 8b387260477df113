package org.snn4j.data.inject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.data.transform.EventTransform;
import org.snn4j.data.transform.EventTransformContract;

class RegisteredEventTransformsTest {
    @TestFactory
    Stream<DynamicTest> everyRegisteredTransformHoldsTheContractWithItsDefaults() {
        return RegisteredComponents.holding(
                EventTransform.class, EventTransformContract.class, transform -> () -> transform);
    }

    @Test
    void everyRegisteredTransformNamesItsReference() {
        List<ComponentSpec> transforms = RegisteredComponents.of(EventTransform.class);
        assertThat(transforms)
                .extracting(ComponentSpec::name)
                .containsExactlyInAnyOrder(
                        "crop",
                        "flip",
                        "roll",
                        "rotate",
                        "scale",
                        "time-jitter",
                        "drop-random",
                        "drop-by-time",
                        "drop-by-area",
                        "event-drop",
                        "refractory-filter",
                        "background-activity-filter",
                        "hot-pixel-filter",
                        "merge-polarity");
        assertThat(transforms).allMatch(spec -> spec.reference().isPresent());
    }
}
