package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

class VectorMemoryTest {
    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();

    @Test
    void vectorsAreReadAndWrittenAtPositionsCountedInFloats() {
        ByteBuffer bytes = ByteBuffer.allocateDirect(3 * LANES * Float.BYTES).order(ByteOrder.nativeOrder());
        for (int i = 0; i < LANES; i++) {
            bytes.putFloat((1 + i) * Float.BYTES, i + 0.5f);
        }
        Object memory = VectorMemory.of(bytes);
        VectorMemory.store(VectorMemory.load(memory, 1).mul(2), memory, LANES + 1);
        for (int i = 0; i < LANES; i++) {
            assertThat(bytes.getFloat((1 + i) * Float.BYTES)).isEqualTo(i + 0.5f);
            assertThat(bytes.getFloat((LANES + 1 + i) * Float.BYTES)).isEqualTo(2 * i + 1);
        }
        assertThat(bytes.getFloat(0)).isZero();
        assertThat(bytes.getFloat((2 * LANES + 1) * Float.BYTES)).isZero();
    }
}
