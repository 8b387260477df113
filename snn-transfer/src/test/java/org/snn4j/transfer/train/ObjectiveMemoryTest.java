package org.snn4j.transfer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.transfer.method.MethodValue;

class ObjectiveMemoryTest {
    private static final SignalKey LOGITS = SignalKey.logits(Stream.TARGET);

    private INDArray working;

    /** 2 * factor everywhere, by way of an array of its own. */
    private MethodValue value(float factor) {
        working = Nd4j.valueArrayOf(new long[] {3, 4}, factor);
        return new MethodValue(1, Map.of(), Map.of(LOGITS, working.mul(2)), Map.of("w", working.add(working)));
    }

    @Test
    void gradientsAreThoseOfTheMethodAtEveryStep() {
        try (ObjectiveMemory memory = new ObjectiveMemory()) {
            for (int step = 1; step <= 5; step++) {
                float factor = step;
                MethodValue value = memory.evaluate(() -> value(factor));
                INDArray expected = Nd4j.valueArrayOf(new long[] {3, 4}, 2f * step);
                assertThat(value.gradients().get(LOGITS)).isEqualTo(expected);
                assertThat(value.parameterGradients().get("w")).isEqualTo(expected);
            }
        }
    }

    @Test
    void workingArraysLieInTheMemoryAndGradientsDoNot() {
        try (ObjectiveMemory memory = new ObjectiveMemory()) {
            MethodValue value = memory.evaluate(() -> value(1));
            assertThat(working.isAttached()).isTrue();
            assertThat(value.gradients().get(LOGITS).isAttached()).isFalse();
        }
        assertThat(Nd4j.create(2).isAttached()).isFalse();
    }

    @Test
    void gradientsOfTheStepBeforeAreFreed() {
        try (ObjectiveMemory memory = new ObjectiveMemory()) {
            INDArray first = memory.evaluate(() -> value(1)).gradients().get(LOGITS);
            assertThat(first.wasClosed()).isFalse();
            INDArray second = memory.evaluate(() -> value(2)).gradients().get(LOGITS);
            assertThat(first.wasClosed()).isTrue();
            memory.close();
            assertThat(second.wasClosed()).isTrue();
        }
    }
}
