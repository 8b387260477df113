package org.snn4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SpikeRatesTest {
    @Test
    void batchesCountByTheirSize() {
        SpikeRates rates = new SpikeRates();
        rates.add(Map.of("conv1", 0.2, "fc", 0.0), 30);
        rates.add(Map.of("conv1", 0.6, "fc", 0.4), 10);
        // conv1: (30*0.2 + 10*0.6)/40 = 0.3; fc: (10*0.4)/40 = 0.1; mean of the layers 0.2
        assertThat(rates.byLayer().get("conv1").value()).isCloseTo(30, within(1e-12));
        assertThat(rates.byLayer().get("fc").value()).isCloseTo(10, within(1e-12));
        assertThat(rates.mean().value()).isCloseTo(20, within(1e-12));
        assertThat(rates.mean().n()).isEqualTo(40);
    }

    @Test
    void silentAndAlwaysFiringLayersAreTheEndsOfTheScale() {
        SpikeRates rates = new SpikeRates();
        for (int batch = 0; batch < 7; batch++) {
            rates.add(Map.of("silent", 0.0, "busy", 1.0), 3);
        }
        assertThat(rates.byLayer().get("silent").value()).isZero();
        assertThat(rates.byLayer().get("busy").value()).isEqualTo(100);
    }

    @Test
    void refusesOtherLayersAndImpossibleRates() {
        SpikeRates rates = new SpikeRates();
        rates.add(Map.of("conv1", 0.2), 1);
        assertThatThrownBy(() -> rates.add(Map.of("conv2", 0.2), 1)).hasMessageContaining("conv2");
        assertThatThrownBy(() -> rates.add(Map.of("conv1", 1.2), 1)).hasMessageContaining("spike rate of conv1 is 1.2");
        assertThatThrownBy(() -> new SpikeRates().mean()).isInstanceOf(IllegalStateException.class);
    }
}
