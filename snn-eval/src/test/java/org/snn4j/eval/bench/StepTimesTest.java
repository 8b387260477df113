package org.snn4j.eval.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.snn4j.core.layer.LayerListener.Direction;
import org.snn4j.core.layer.LayerProfile;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.train.StepPart;
import org.snn4j.transfer.train.StopSignal;

class StepTimesTest {
    private final LayerProfile profile = new LayerProfile();
    private final StopSignal stop = new StopSignal();
    private final StepTimes times =
            new StepTimes(new BenchSettings(2, 3, Optional.empty(), Optional.empty()), profile, stop);

    private void step(long forward) {
        profile.began("conv1", Direction.FORWARD);
        profile.ended("conv1", Direction.FORWARD);
        times.partDone(StepPart.FORWARD, forward);
        times.batchDone("train", new Progress(0, 1, 0, 5), 1);
    }

    @Test
    void warmUpCountsNeitherForPartsNorForLayers() {
        step(1_000_000_000);
        step(1_000_000_000);
        assertThat(profile.layers()).isEmpty();
        step(1_000_000);
        step(2_000_000);
        step(6_000_000);
        assertThat(times.parts().get("forward")).isEqualTo(3, within(1e-9));
        assertThat(profile.layers()).containsOnlyKeys("conv1");
        assertThat(times.step().least()).isLessThanOrEqualTo(times.step().most());
    }

    @Test
    void trainingIsStoppedAfterTheLastStepThatCounts() {
        for (int i = 0; i < 4; i++) {
            step(1);
        }
        assertThat(stop.raised()).isFalse();
        step(1);
        assertThat(stop.raised()).isTrue();
    }
}
