package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.core.Seeds;

class RowSumsTest {
    private final RandomGenerator random = new Seeds(3).stream("row sums");

    @Test
    void plainLoopsAddEachListedRowTimesItsFactor() {
        float[] matrix = {0, 1, 2, 3, 4, 5, 6, 7};
        float[] target = {9, 10, 20, 30, 9};
        new JavaRowSums().add(matrix, 1, new int[] {5, 0, 3, 5}, new float[] {100, 2, 0.5f, 100}, 1, 3, target, 1, 3);
        assertThat(target).containsExactly(9, 10 + 2 * 1 + 0.5f * 4, 20 + 2 * 2 + 0.5f * 5, 30 + 2 * 3 + 0.5f * 6, 9);
    }

    @Test
    void emptyListChangesNothing() {
        float[] target = {1, 2};
        new JavaRowSums().add(new float[4], 0, new int[2], new float[2], 1, 1, target, 0, 2);
        assertThat(target).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 8, 15, 16, 17, 31, 32, 64, 100, 128, 255, 256, 257, 512, 600})
    void vectorsGiveTheBitsOfPlainLoops(int length) {
        assumeTrue(VectorApi.present(), "Java was started without --add-modules " + VectorApi.MODULE);
        RowSums vectors = VectorApi.rowSums().orElseThrow();
        int rows = 23;
        float[] matrix = new float[rows * length + 5];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = (float) random.nextGaussian();
        }
        int[] starts = random.ints(40, 0, rows).map(row -> row * length).toArray();
        float[] factors = new float[starts.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = (float) random.nextGaussian();
        }
        float[] expected = new float[length + 2];
        Arrays.fill(expected, 0.3f);
        float[] actual = expected.clone();
        new JavaRowSums().add(matrix, 5, starts, factors, 2, 39, expected, 1, length);
        vectors.add(matrix, 5, starts, factors, 2, 39, actual, 1, length);
        assertThat(actual).containsExactly(expected);
        assertThat(actual[0]).isEqualTo(0.3f);
        assertThat(actual[1]).isNotEqualTo(0.3f);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 17, 48, 96, 100})
    void scatteredVectorsGiveTheBitsOfPlainLoops(int length) {
        assumeTrue(VectorApi.present(), "Java was started without --add-modules " + VectorApi.MODULE);
        float[] matrix = new float[9 * length + 5];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = (float) random.nextGaussian();
        }
        int[] starts = random.ints(30, 0, 9).map(row -> row * length).toArray();
        int[] places = random.ints(30, 0, 50).toArray();
        float[] factors = new float[starts.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = (float) random.nextGaussian();
        }
        float[] expected = new float[length + 53];
        float[] actual = expected.clone();
        new JavaRowSums().scatter(matrix, 5, starts, factors, places, 1, 28, expected, 2, length);
        VectorApi.rowSums().orElseThrow().scatter(matrix, 5, starts, factors, places, 1, 28, actual, 2, length);
        assertThat(actual).containsExactly(expected);
        assertThat(expected).startsWith(0, 0).endsWith(0).isNotEqualTo(new float[length + 53]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 31, 32, 63, 64, 65, 96, 128, 200})
    void marksAllValuesThatAreNotZero(int count) {
        List<RowSums> implementations = new ArrayList<>(List.of(new JavaRowSums()));
        VectorApi.rowSums().ifPresent(implementations::add);
        float[] choices = {0, -0f, 0, 0, 1, -0.25f, Float.NaN, Float.MIN_VALUE};
        ByteBuffer values = ByteBuffer.allocateDirect((count + 3) * Float.BYTES).order(ByteOrder.nativeOrder());
        BitSet expected = new BitSet();
        for (int i = 0; i < count + 3; i++) {
            int choice = random.nextInt(choices.length);
            values.putFloat(i * Float.BYTES, choices[choice]);
            if (i >= 3) {
                expected.set(i - 3, choice >= 4);
            }
        }
        for (RowSums sums : implementations) {
            long[] words = new long[(count + 63) / 64];
            Arrays.fill(words, -1);
            sums.mark(values, 3, count, words);
            assertThat(BitSet.valueOf(words)).as(sums.name()).isEqualTo(expected);
            int[] places = new int[count + 1];
            int first = count / 3;
            int n = NonZeros.list(words, first, count, places, 1);
            assertThat(Arrays.stream(places, 1, n))
                    .containsExactlyElementsOf(
                            expected.stream().filter(i -> i >= first).boxed().toList());
        }
    }
}
