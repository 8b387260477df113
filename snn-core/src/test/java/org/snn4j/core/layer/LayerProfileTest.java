package org.snn4j.core.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snn4j.core.kernel.KernelListener;
import org.snn4j.core.layer.LayerListener.Direction;

class LayerProfileTest {
    private long now;
    private final LayerProfile profile = new LayerProfile(() -> now);

    private void work(String layer, Direction direction, long nanoseconds) {
        profile.began(layer, direction);
        now += nanoseconds;
        profile.ended(layer, direction);
    }

    @Test
    void timesAddUpByLayerAndDirection() {
        work("conv1", Direction.FORWARD, 5);
        now += 100;
        work("head", Direction.FORWARD, 7);
        work("conv1", Direction.BACKWARD, 11);
        work("conv1", Direction.FORWARD, 13);
        assertThat(profile.layers())
                .containsExactly(
                        Map.entry("conv1", new LayerProfile.Entry(18, 11, Map.of())),
                        Map.entry("head", new LayerProfile.Entry(7, 0, Map.of())));
    }

    @Test
    void densityIsTheMeanOfWhatWasMeasured() {
        profile.began("conv1", Direction.FORWARD);
        profile.chosen(KernelListener.FORWARD, "sparse", 0.1);
        profile.chosen(KernelListener.FORWARD, "sparse", 0.3);
        profile.chosen(KernelListener.FORWARD, "sparse", Double.NaN);
        profile.chosen(KernelListener.FORWARD, "dense", Double.NaN);
        profile.ended("conv1", Direction.FORWARD);
        assertThat(profile.layers().get("conv1").kernels().get(KernelListener.FORWARD))
                .containsExactly(
                        Map.entry("sparse", new LayerProfile.Use(3, 0.2)),
                        Map.entry("dense", new LayerProfile.Use(1, Double.NaN)));
    }

    @Test
    void choiceOutsideOfAnyLayerIsLeftOut() {
        profile.chosen(KernelListener.FORWARD, "sparse", 0.1);
        assertThat(profile.layers()).isEmpty();
    }

    @Test
    void resetForgets() {
        work("conv1", Direction.FORWARD, 5);
        profile.reset();
        assertThat(profile.layers()).isEmpty();
    }
}
