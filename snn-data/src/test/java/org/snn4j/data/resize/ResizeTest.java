package org.snn4j.data.resize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResizeTest {
    /** Single precision sums of a few products. */
    private static final Offset<Float> TOLERANCE = within(1e-6f);

    @Test
    void alignedBilinearKeepsFirstAndLastPixel() {
        // positions 0, 0.5, 1, 1.5, 2 of (0, 2, 6)
        assertThat(row(Interpolation.BILINEAR_ALIGNED, 5, 0, 2, 6))
                .containsExactly(new float[] {0, 1, 2, 4, 6}, TOLERANCE);
    }

    @Test
    void bilinearMeasuresFromPixelBorders() {
        // positions max(0, -0.25), 0.25, 0.75, 1.25 of (0, 4)
        assertThat(row(Interpolation.BILINEAR, 4, 0, 4)).containsExactly(new float[] {0, 1, 3, 4}, TOLERANCE);
    }

    @Test
    void bilinearWithoutAntialiasingSkipsPixelsWhenShrinking() {
        // positions 0.5 and 2.5 of (0, 2, 6, 8)... the weights are 1/2 and 1/2 of two neighbours
        assertThat(row(Interpolation.BILINEAR, 2, 0, 2, 6, 8)).containsExactly(new float[] {1, 7}, TOLERANCE);
    }

    @Test
    void antialiasingWidensTheTriangleWhenShrinking() {
        // centre 1, half width 2: distances 0.25, 0.25, 0.75 give weights 0.75, 0.75, 0.25 over 1.75
        float first = (0.75f * 0 + 0.75f * 2 + 0.25f * 6) / 1.75f;
        float second = (0.25f * 2 + 0.75f * 6 + 0.75f * 8) / 1.75f;
        assertThat(row(Interpolation.BILINEAR_ANTIALIASED, 2, 0, 2, 6, 8))
                .containsExactly(new float[] {first, second}, TOLERANCE);
    }

    @Test
    void nearestTakesTheFloor() {
        assertThat(row(Interpolation.NEAREST, 3, 5, 6, 7, 8, 9)).containsExactly(5, 6, 8);
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void sameSizeChangesNothing(Interpolation interpolation) {
        assertThat(row(interpolation, 4, 3, 1, 4, 1)).containsExactly(3, 1, 4, 1);
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void constantPlaneStaysConstant(Interpolation interpolation) {
        float[] source = new float[2 * 7 * 5];
        Arrays.fill(source, 3);
        float[] target = new float[1 + 2 * 3 * 11];
        new PlaneResizer(interpolation, new Size(7, 5), new Size(3, 11)).resize(source, 0, target, 1, 2);
        assertThat(target[0]).isZero();
        for (int i = 1; i < target.length; i++) {
            assertThat(target[i]).isCloseTo(3, TOLERANCE);
        }
    }

    @Test
    void pictureIsRoundedAfterEachPass() {
        // Columns of (0, 1 / 0, 2) enlarged to 3: middle = (0+1)/2 = 0.5 -> 1, (0+2)/2 = 1; rows to 1: (1+1)/2 = 1, not
        // (0.5+1)/2 = 0.75.
        byte[] result = new PictureResizer(new Size(2, 2), new Size(1, 3), 1).resize(new byte[] {0, 1, 0, 2});
        assertThat(result).containsExactly(0, 1, 2);
    }

    @Test
    void pictureChannelsDoNotMix() {
        byte[] result = new PictureResizer(new Size(1, 2), new Size(1, 1), 3)
                .resize(new byte[] {10, 20, (byte) 255, 30, 40, (byte) 255});
        assertThat(result).containsExactly(20, 30, (byte) 255);
    }

    @Test
    void greyWithoutAlphaVanishes() {
        byte[] greyOnly = {(byte) 255, 0, (byte) 255, 0};
        assertThat(new PremultipliedResizer(new Size(1, 2), new Size(1, 4)).resize(greyOnly))
                .containsOnly(0);
    }

    @Test
    void greyBesideAlphaKeepsItsBrightness() {
        // Pixels (200, 255) and (0, 0): halfway both 100 and 127.5 -> 128 remain, and 255*100/128 = 199: not the 100 of
        // a plain resize.
        byte[] result = new PremultipliedResizer(new Size(1, 2), new Size(1, 1))
                .resize(new byte[] {(byte) 200, (byte) 255, 0, 0});
        assertThat(result).containsExactly((byte) 199, (byte) 128);
    }

    @Test
    void wrongNumberOfPixelsIsNamed() {
        PictureResizer resizer = new PictureResizer(new Size(2, 2), new Size(1, 1), 3);
        assertThatThrownBy(() -> resizer.resize(new byte[4])).hasMessage("pixels has 4 bytes, must have 12 for 2x2x3");
    }

    private static float[] row(Interpolation interpolation, int length, float... values) {
        float[] target = new float[length];
        new PlaneResizer(interpolation, new Size(1, values.length), new Size(1, length))
                .resize(values, 0, target, 0, 1);
        return target;
    }
}
