package org.snn4j.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.FrameShape;
import org.snn4j.data.cache.PackedSample;

class MemoryFramesTest {
    private static final FrameShape SHAPE = new FrameShape(2, 1, 1, 3);

    private static long packedBytes(float... values) {
        return PackedSample.of(values).bytes();
    }

    private static float[] unpacked(float... values) {
        float[] target = new float[values.length];
        PackedSample.of(values).copyTo(target, 0, 1);
        return target;
    }

    @Test
    void countsAndPixelFractionsTakeAByteEach() {
        assertThat(packedBytes(0, 1, 255)).isEqualTo(3);
        assertThat(packedBytes(0, 1 / 255f, 128 / 255f, 1)).isEqualTo(4);
    }

    @Test
    void otherValuesTakeFourBytes() {
        assertThat(packedBytes(0, 0.5f)).isEqualTo(8);
        assertThat(packedBytes(0, 256)).isEqualTo(8);
        assertThat(packedBytes(0, -1)).isEqualTo(8);
        assertThat(packedBytes(0, Float.NaN)).isEqualTo(8);
    }

    @Test
    void packingKeepsEveryBit() {
        for (float[] values : List.of(
                new float[] {0, 7, 255},
                new float[] {0, 3 / 255f, 254 / 255f},
                new float[] {0.1f, -2, 300},
                new float[] {-0f, 1},
                new float[] {Float.NaN, Float.POSITIVE_INFINITY})) {
            assertThat(unpacked(values)).isEqualTo(values);
        }
    }

    @Test
    void allFractionsOfAByteSurvive() {
        float[] values = new float[256];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 255f;
        }
        assertThat(packedBytes(values)).isEqualTo(256);
        assertThat(unpacked(values)).isEqualTo(values);
    }

    @Test
    void aStillImageIsReadAtEveryStep() {
        MemoryFrames frames = MemoryFrames.ofStills(
                SHAPE, List.of("a", "b"), new int[] {1}, List.of("x"), i -> new float[] {1, 2, 0.5f});
        float[] target = new float[8];
        frames.read(0, target, 1);

        assertThat(target).containsExactly(0, 1, 2, 0.5f, 1, 2, 0.5f, 0);
        assertThat(frames.shape()).isEqualTo(SHAPE);
        assertThat(frames.label(0)).isEqualTo(1);
        assertThat(frames.id(0)).isEqualTo("x");
    }

    @Test
    void aSequenceIsReadAsItWasEncoded() {
        MemoryFrames frames = MemoryFrames.ofSequences(
                SHAPE, List.of("a"), new int[] {0, 0}, List.of("x", "y"), i -> new float[] {i, 1, 2, 3, 4, 5});
        float[] target = new float[6];
        frames.read(1, target, 0);

        assertThat(target).containsExactly(1, 1, 2, 3, 4, 5);
        assertThat(frames.size()).isEqualTo(2);
    }

    @Test
    void wrongLengthsAndLabelsAreRefused() {
        assertThatThrownBy(() ->
                        MemoryFrames.ofSequences(SHAPE, List.of("a"), new int[] {0}, List.of("x"), i -> new float[5]))
                .hasMessageContaining("sample 0 has 5 values, must have 6");
        assertThatThrownBy(() ->
                        MemoryFrames.ofSequences(SHAPE, List.of("a"), new int[] {1}, List.of("x"), i -> new float[6]))
                .hasMessageContaining("label is 1");
        assertThatThrownBy(() ->
                        MemoryFrames.ofSequences(SHAPE, List.of("a"), new int[] {0}, List.of(), i -> new float[6]))
                .hasMessageContaining("ids has 0 entries");
    }

    @Test
    void whatDoesNotFitTheHeapIsRefusedWithNumbersAndAdvice() {
        MemoryBudget budget = new MemoryBudget(() -> 1000L << 20);

        budget.require(800L << 20, "frames", "lower data.share");
        assertThatThrownBy(() -> budget.require(801L << 20, "5 recordings", "lower data.share"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "5 recordings need 839909376 bytes (801 MB)",
                        "838860800 bytes (800 MB)",
                        "lower data.share",
                        "-Xmx");
    }

    @Test
    void theCacheIsTheFirstOfItsPlacesThatIsNamed() {
        assertThat(CacheFolder.path(Map.of("SNN4J_CACHE", "/a", "XDG_CACHE_HOME", "/b"), "/home/me"))
                .isEqualTo(Path.of("/a"));
        assertThat(CacheFolder.path(Map.of("XDG_CACHE_HOME", "/b"), "/home/me")).isEqualTo(Path.of("/b/snn4j"));
        assertThat(CacheFolder.path(Map.of(), "/home/me")).isEqualTo(Path.of("/home/me/.cache/snn4j"));
    }
}
