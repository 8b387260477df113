package org.snn4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PictureTest {
    private static final Offset<Float> EXACT = Offset.offset(1e-6f);

    private static float[] hsv(int red, int green, int blue) {
        return Hsv.planes(new Picture(1, 1, 3, new byte[] {(byte) red, (byte) green, (byte) blue}));
    }

    @Test
    void valuesAreUnsigned() {
        Picture picture = new Picture(1, 2, 3, new byte[] {0, 1, 2, (byte) 128, (byte) 255, 5});

        assertThat(picture.value(0, 1, 0)).isEqualTo(128);
        assertThat(picture.value(0, 1, 1)).isEqualTo(255);
    }

    @Test
    void wrongSizesAreRefused() {
        assertThatThrownBy(() -> new Picture(2, 2, 1, new byte[3])).hasMessage("pixels has 3 bytes, must have 4");
        assertThatThrownBy(() -> new Picture(0, 2, 1, new byte[0])).hasMessageContaining("height is 0");
        assertThatThrownBy(() -> new Picture(1, 1, 2, new byte[2])).hasMessageContaining("channels is 2");
    }

    @Test
    void equalPixelsAreEqualPictures() {
        assertThat(new Picture(1, 2, 1, new byte[] {1, 2}))
                .isEqualTo(new Picture(1, 2, 1, new byte[] {1, 2}))
                .hasSameHashCodeAs(new Picture(1, 2, 1, new byte[] {1, 2}))
                .isNotEqualTo(new Picture(2, 1, 1, new byte[] {1, 2}))
                .isNotEqualTo(new Picture(1, 2, 1, new byte[] {1, 3}));
    }

    @Test
    void huesGoRoundTheCircleBySixths() {
        assertThat(hsv(255, 0, 0)).containsExactly(new float[] {0, 1, 1}, EXACT);
        assertThat(hsv(0, 255, 0)).containsExactly(new float[] {1 / 3f, 1, 1}, EXACT);
        assertThat(hsv(0, 0, 255)).containsExactly(new float[] {2 / 3f, 1, 1}, EXACT);
        assertThat(hsv(255, 0, 255)).containsExactly(new float[] {5 / 6f, 1, 1}, EXACT);
        // Half of full saturation: (204 - 102)/204.
        assertThat(hsv(204, 102, 102)).containsExactly(new float[] {0, 0.5f, 0.8f}, EXACT);
    }

    @Test
    void greyHasNeitherHueNorSaturation() {
        assertThat(hsv(51, 51, 51)).containsExactly(new float[] {0, 0, 0.2f}, EXACT);
        assertThat(hsv(0, 0, 0)).containsExactly(0, 0, 0);
    }

    @Test
    void greyPicturesHaveNoHuePlanes() {
        assertThatThrownBy(() -> Hsv.planes(new Picture(1, 1, 1, new byte[1]))).hasMessage("channels is 1, must be 3");
    }
}
