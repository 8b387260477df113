package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;
import org.snn4j.core.Views;
import org.snn4j.core.kernel.PackedRows.Form;

class PackedRowsTest {
    /** Less than a block, two blocks, a little more, several tasks and a rest. */
    private static final int[] LENGTHS = {1, 31, 64, 1000, 8192, 8193, 150_001};

    private final RandomGenerator random = new Seeds(4).stream("packed rows test");

    private float[] values(int length, IntFunction<Float> value) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = value.apply(i);
        }
        return values;
    }

    private static int[] bits(INDArray array) {
        float[] values = array.dup('c').data().asFloat();
        return bits(values);
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return bits;
    }

    /** Packs, unpacks over an array full of something else, compares bits. */
    private static void assertKept(PackedRows packed, float[] values, Form form) {
        packed.pack(Nd4j.createFromArray(values));
        INDArray target = Nd4j.valueArrayOf(new long[] {values.length}, -7f);
        packed.unpack(target);
        assertThat(bits(target)).isEqualTo(bits(values));
        assertThat(packed.form()).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.1, 0.5, 0.9, 1})
    void spikesTakeABitEach(double density) {
        try (PackedRows packed = new PackedRows()) {
            for (int length : LENGTHS) {
                assertKept(packed, values(length, i -> random.nextDouble() < density ? 1f : 0f), Form.SPIKES);
            }
            assertThat(packed.bytes()).isEqualTo(PackedRows.spikeBytes(150_001)).isLessThan(150_001 * 4L / 30);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 1})
    void pooledSpikesTakeAByteEach(double density) {
        try (PackedRows packed = new PackedRows()) {
            for (int length : LENGTHS) {
                float[] values =
                        values(length, i -> random.nextDouble() < density ? 0.25f * (1 + random.nextInt(4)) : 0f);
                values[0] = 0.5f;
                assertKept(packed, values, Form.CODES);
            }
            assertThat(packed.bytes()).isEqualTo(PackedRows.spikeBytes(150_001) + PackedRows.codeBytes(150_001));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.9})
    void manyDistinctValuesAreKeptBesideTheBits(double density) {
        try (PackedRows packed = new PackedRows()) {
            float[] values = values(150_001, i -> random.nextDouble() < density ? (float) random.nextGaussian() : 0f);
            assertKept(packed, values, Form.VALUES);
        }
    }

    @Test
    void valuesWithoutZerosAreCopied() {
        try (PackedRows packed = new PackedRows()) {
            assertKept(packed, values(150_001, i -> 1 + random.nextFloat()), Form.DENSE);
        }
    }

    @Test
    void twoHundredAndFiftySixDistinctValuesHaveCodesAndOneMoreHasNot() {
        try (PackedRows packed = new PackedRows()) {
            assertKept(packed, values(20_000, i -> i % 3 == 0 ? 1f + i % 255 : 0f), Form.CODES);
            assertKept(packed, values(20_000, i -> i % 3 == 0 ? 1f + i % 256 : 0f), Form.VALUES);
        }
    }

    @Test
    void everyBitPatternComesBack() {
        try (PackedRows packed = new PackedRows()) {
            float[] special = {
                -0f,
                0f,
                1f,
                -1f,
                Float.MIN_VALUE,
                Float.MAX_VALUE,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                Float.NaN,
                Float.intBitsToFloat(0x7fc00123),
                2f,
                1.0000001f
            };
            assertKept(packed, values(30_000, i -> special[i % special.length]), Form.CODES);
            float[] other = values(30_000, i -> i == 29_999 ? Float.NaN : 0f);
            assertKept(packed, other, Form.CODES);
        }
    }

    @Test
    void arraysOfOtherLengthsAndFormsFollowEachOther() {
        try (PackedRows packed = new PackedRows()) {
            assertKept(packed, values(50_000, i -> 1 + random.nextFloat()), Form.DENSE);
            assertKept(packed, values(70_000, i -> (float) (i % 2)), Form.SPIKES);
            assertKept(packed, values(10, i -> i / 4f), Form.CODES);
            assertKept(packed, values(90_000, i -> i % 5 == 0 ? random.nextFloat() : 0f), Form.VALUES);
        }
    }

    @Test
    void partsOfALongerArrayArePackedAndWritten() {
        try (PackedRows packed = new PackedRows()) {
            float[] values = values(60_000, i -> (float) random.nextInt(3));
            INDArray array = Nd4j.createFromArray(values).reshape(6, 10_000);
            packed.pack(Views.rows(array, 2, 5));
            INDArray target = Nd4j.zeros(6, 10_000);
            packed.unpack(Views.rows(target, 1, 4));
            float[] expected = new float[60_000];
            System.arraycopy(values, 20_000, expected, 10_000, 30_000);
            assertThat(bits(target)).isEqualTo(bits(expected));
        }
    }

    @Test
    void anEmptyArrayTakesNothing() {
        try (PackedRows packed = new PackedRows()) {
            packed.pack(Nd4j.empty(DataType.FLOAT));
            packed.unpack(Nd4j.empty(DataType.FLOAT));
            assertThat(packed.bytes()).isZero();
        }
    }

    @Test
    void aTargetOfAnotherLengthIsRefused() {
        try (PackedRows packed = new PackedRows()) {
            packed.pack(Nd4j.ones(10));
            assertThatThrownBy(() -> packed.unpack(Nd4j.ones(11)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("target has 11 values, must have 10");
        }
    }
}
