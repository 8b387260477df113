package org.snn4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.FrameShape;

/** One plane of two rows: 1 2 3 over 4 5 6. */
class AugmentationTest {
    private static final FrameShape SHAPE = new FrameShape(1, 1, 2, 3);

    private static float[] sample() {
        return new float[] {1, 2, 3, 4, 5, 6};
    }

    private static Set<List<Float>> outcomes(FrameAugmentation augmentation) {
        RandomGenerator random = new Seeds(1).stream("augmentation");
        Set<List<Float>> outcomes = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            float[] frames = sample();
            augmentation.augmenti(frames, 0, SHAPE, random);
            outcomes.add(List.of(frames[0], frames[1], frames[2], frames[3], frames[4], frames[5]));
        }
        return outcomes;
    }

    @Test
    void noAugmentationLeavesTheSampleAndDrawsNothing() {
        RandomGenerator random = new Seeds(1).stream("augmentation");
        float[] frames = sample();
        new NoAugmentation(NoAugmentation.Config.DEFAULTS).augmenti(frames, 0, SHAPE, random);

        assertThat(frames).isEqualTo(sample());
        assertThat(random.nextLong())
                .isEqualTo(new Seeds(1).stream("augmentation").nextLong());
    }

    @Test
    void aShiftByOnePixelRollsBothAxes() {
        Set<List<Float>> outcomes = outcomes(new Shift(new Shift.Config(1, 0)));

        // Rows: 0 or 1 (up and down are the same of two); columns: -1, 0, 1.
        assertThat(outcomes)
                .containsExactlyInAnyOrder(
                        List.of(1f, 2f, 3f, 4f, 5f, 6f),
                        List.of(3f, 1f, 2f, 6f, 4f, 5f),
                        List.of(2f, 3f, 1f, 5f, 6f, 4f),
                        List.of(4f, 5f, 6f, 1f, 2f, 3f),
                        List.of(6f, 4f, 5f, 3f, 1f, 2f),
                        List.of(5f, 6f, 4f, 2f, 3f, 1f));
    }

    @Test
    void aCropMovesZerosIn() {
        Set<List<Float>> outcomes = outcomes(new Crop(new Crop.Config(1, 0)));

        assertThat(outcomes)
                .hasSize(9)
                .contains(
                        List.of(0f, 0f, 0f, 0f, 1f, 2f),
                        List.of(5f, 6f, 0f, 0f, 0f, 0f),
                        List.of(1f, 2f, 3f, 4f, 5f, 6f));
    }

    @Test
    void aCertainFlipMirrorsLeftAndRight() {
        assertThat(outcomes(new Shift(new Shift.Config(0, 1)))).containsExactly(List.of(3f, 2f, 1f, 6f, 5f, 4f));
        assertThat(outcomes(new Crop(new Crop.Config(0, 1)))).containsExactly(List.of(3f, 2f, 1f, 6f, 5f, 4f));
    }

    @Test
    void withoutMoveAndFlipNothingChanges() {
        assertThat(outcomes(new Shift(new Shift.Config(0, 0)))).containsExactly(List.of(1f, 2f, 3f, 4f, 5f, 6f));
        assertThat(outcomes(new Crop(new Crop.Config(0, 0)))).containsExactly(List.of(1f, 2f, 3f, 4f, 5f, 6f));
    }

    @Test
    void aFlipOfOneHalfHappensAboutHalfTheTime() {
        RandomGenerator random = new Seeds(3).stream("augmentation");
        FrameAugmentation augmentation = new Shift(new Shift.Config(0, 0.5));
        int flipped = 0;
        for (int i = 0; i < 1000; i++) {
            float[] frames = sample();
            augmentation.augmenti(frames, 0, SHAPE, random);
            flipped += frames[0] == 3 ? 1 : 0;
        }
        // Six standard deviations of a fair coin, sqrt(1000)/2.
        assertThat(flipped).isBetween(405, 595);
    }

    @Test
    void aQuarterTurnIsCounterClockwise() {
        // 1 2 3 / 4 5 6 / 7 8 9: the right column comes to the top
        float[] frames = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        Geometry.rotatei(frames, 0, new FrameShape(1, 1, 3, 3), 90);
        assertThat(frames).containsExactly(3, 6, 9, 2, 5, 8, 1, 4, 7);
    }

    @Test
    void aShearMovesRowsAgainstEachOther() {
        // tan 45 degrees = 1: the row above the middle moves to the right by one, the one below to the left; zeros come
        // in
        float[] frames = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        Geometry.sheari(frames, 0, new FrameShape(1, 1, 3, 3), 45);
        assertThat(frames).containsExactly(0, 1, 2, 4, 5, 6, 8, 9, 0);
    }

    @Test
    void ndaWithoutAnglesAndRollChangesNothing() {
        assertThat(outcomes(new Nda(new Nda.Config(0, 0, 0, 0)))).containsExactly(List.of(1f, 2f, 3f, 4f, 5f, 6f));
        assertThat(outcomes(new Nda(new Nda.Config(0, 0, 0, 1)))).containsExactly(List.of(3f, 2f, 1f, 6f, 5f, 4f));
    }

    @Test
    void ndaRollsAThirdOfTheTime() {
        RandomGenerator random = new Seeds(3).stream("augmentation");
        FrameAugmentation nda = new Nda(new Nda.Config(1, 0, 0, 0));
        int rolled = 0;
        for (int i = 0; i < 9000; i++) {
            float[] frames = sample();
            nda.augmenti(frames, 0, SHAPE, random);
            rolled += frames[0] == 1 ? 0 : 1;
        }
        // 1/3 roll; of those all but no row (1/3) and no column (1/3) change the first pixel: 1/3 * 8/9 of 9000; six
        // standard deviations of 43
        assertThat(rolled).isBetween(2667 - 260, 2667 + 260);
    }

    @Test
    void aCutoutClearsASquareThatMayReachBeyondTheFrame() {
        Set<List<Float>> outcomes = outcomes(new Cutout(new Cutout.Config(2)));
        // half 1: rows [y - 1, y + 1), columns [x - 1, x + 1)
        assertThat(outcomes)
                .containsExactlyInAnyOrder(
                        List.of(0f, 2f, 3f, 4f, 5f, 6f),
                        List.of(0f, 0f, 3f, 4f, 5f, 6f),
                        List.of(1f, 0f, 0f, 4f, 5f, 6f),
                        List.of(0f, 2f, 3f, 0f, 5f, 6f),
                        List.of(0f, 0f, 3f, 0f, 0f, 6f),
                        List.of(1f, 0f, 0f, 4f, 0f, 0f));
    }

    @Test
    void theCropOfHe2024IsMirroredAfterIt() {
        assertThat(outcomes(new He2024Augmentation(new He2024Augmentation.Config(0, 1, 0))))
                .containsExactly(List.of(3f, 2f, 1f, 6f, 5f, 4f));
        assertThat(outcomes(new He2024Augmentation(new He2024Augmentation.Config(1, 0, 0))))
                .isEqualTo(outcomes(new Crop(new Crop.Config(1, 0))));
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Shift.Config(-1, 0)).hasMessageContaining("pixels is -1");
        assertThatThrownBy(() -> new Shift.Config(1, 1.5)).hasMessageContaining("flip is 1.5");
        assertThatThrownBy(() -> new Crop.Config(-1, 0)).hasMessageContaining("padding is -1");
        assertThatThrownBy(() -> new Nda.Config(1, 30, 90, 0)).hasMessageContaining("shear is 90");
        assertThatThrownBy(() -> new Cutout.Config(1)).hasMessage("length is 1, must be at least 2");
    }
}
