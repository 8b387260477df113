package org.snn4j.data.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;

class PackedSampleTest {
    private static byte[] bytes(PackedSample sample) {
        ByteBuffer packed = sample.packed();
        byte[] bytes = new byte[packed.remaining()];
        packed.get(bytes);
        return bytes;
    }

    private static float[] readBack(float[] values) {
        PackedSample packed = PackedSample.of(values);
        float[] target = new float[values.length + 2];
        Arrays.fill(target, 9);
        PackedSample.unpacked(packed.form(), values.length, bytes(packed)).copyTo(target, 1, 1);
        assertThat(target[0]).isEqualTo(9);
        assertThat(target[values.length + 1]).isEqualTo(9);
        return Arrays.copyOfRange(target, 1, values.length + 1);
    }

    @Test
    void fewCountsAmongManyZerosTakeABitForEachValueAndAByteForEachCount() {
        float[] values = new float[1000];
        values[3] = 2;
        values[999] = 255;
        PackedSample packed = PackedSample.of(values);

        assertThat(packed.bytes()).isEqualTo(16 * 8 + 2);
        assertThat(packed.mostBytes()).isEqualTo(1000);
        assertThat(readBack(values)).isEqualTo(values);
    }

    @Test
    void whatIsAlmostACountAmongZerosSurvivesBitForBit() {
        for (float value :
                new float[] {256, -1, -0f, 0.5f, 1e10f, 0x1p31f, -0x1p31f, Float.NaN, Float.NEGATIVE_INFINITY}) {
            float[] values = new float[200];
            values[1] = 3;
            values[70] = value;
            float[] back = readBack(values);
            for (int i = 0; i < values.length; i++) {
                assertThat(Float.floatToRawIntBits(back[i])).isEqualTo(Float.floatToRawIntBits(values[i]));
            }
        }
    }

    @Test
    void everyKindOfValueSurvivesBitForBit() {
        RandomGenerator random = new Seeds(1).stream("values");
        for (int length : new int[] {1, 63, 64, 65, 127, 500}) {
            for (double zeros : new double[] {0, 0.5, 0.99, 1}) {
                for (int kind = 0; kind < 4; kind++) {
                    float[] values = new float[length];
                    for (int i = 0; i < length; i++) {
                        values[i] = random.nextDouble() < zeros ? 0 : value(kind, random);
                    }
                    float[] back = readBack(values);
                    for (int i = 0; i < length; i++) {
                        assertThat(Float.floatToRawIntBits(back[i])).isEqualTo(Float.floatToRawIntBits(values[i]));
                    }
                }
            }
        }
    }

    private static float value(int kind, RandomGenerator random) {
        return switch (kind) {
            case 0 -> random.nextInt(256);
            case 1 -> random.nextInt(256) / 255f;
            case 2 -> random.nextInt(8) == 0 ? -0f : 0.5f + random.nextInt(256);
            default -> Float.intBitsToFloat(random.nextInt());
        };
    }

    @Test
    void bytesThatNoSampleIsPackedToAreRefused() {
        assertThatThrownBy(() -> PackedSample.unpacked(6, 1, new byte[1])).hasMessageContaining("form is 6");
        assertThatThrownBy(() -> PackedSample.unpacked(0, 3, new byte[2])).hasMessageContaining("2 bytes");
        assertThatThrownBy(() -> PackedSample.unpacked(1, 3, new byte[7])).hasMessageContaining("7 bytes");
        byte[] behind = new byte[9];
        behind[0] = 1 << 3;
        assertThatThrownBy(() -> PackedSample.unpacked(1, 3, behind)).hasMessageContaining("9 bytes");
        byte[] missing = new byte[9];
        missing[0] = 3;
        assertThatThrownBy(() -> PackedSample.unpacked(1, 3, missing)).hasMessageContaining("9 bytes");
    }
}
