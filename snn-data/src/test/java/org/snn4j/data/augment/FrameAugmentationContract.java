package org.snn4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.FrameShape;

/** What every {@link FrameAugmentation} must hold; implement it in a test class of your own. */
public interface FrameAugmentationContract {
    /** Shape of the samples that the suite uses. */
    FrameShape SHAPE = new FrameShape(3, 2, 8, 7);

    /** The augmentation under test. */
    FrameAugmentation augmentation();

    @Test
    default void theSameDrawsGiveTheSameSample() {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(augmented(seed)).isEqualTo(augmented(seed));
        }
    }

    @Test
    default void nothingOutsideTheSampleIsTouched() {
        float[] frames = new float[SHAPE.length() + 9];
        Arrays.fill(frames, 7);
        for (int seed = 0; seed < 20; seed++) {
            augmentation().augmenti(frames, 4, SHAPE, new Seeds(seed).stream("augmentation"));
        }
        assertThat(Arrays.copyOf(frames, 4)).containsOnly(7);
        assertThat(Arrays.copyOfRange(frames, 4 + SHAPE.length(), frames.length))
                .containsOnly(7);
    }

    @Test
    default void allPlanesAreChangedAlike() {
        int plane = SHAPE.height() * SHAPE.width();
        for (int seed = 0; seed < 20; seed++) {
            float[] frames = augmented(seed);
            for (int start = plane; start < frames.length; start += plane) {
                assertThat(Arrays.copyOfRange(frames, start, start + plane)).isEqualTo(Arrays.copyOf(frames, plane));
            }
        }
    }

    private float[] augmented(long seed) {
        float[] frames = new float[SHAPE.length()];
        int plane = SHAPE.height() * SHAPE.width();
        for (int i = 0; i < frames.length; i++) {
            frames[i] = 1 + i % plane;
        }
        augmentation().augmenti(frames, 0, SHAPE, new Seeds(seed).stream("augmentation"));
        return frames;
    }
}
