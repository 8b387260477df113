package org.snn4j.data.image;

import org.snn4j.core.Reference;

/** Hue, saturation and value of red, green and blue, all in [0, 1]. */
@Reference(
        title =
                "He et al., An Efficient Knowledge Transfer Strategy for Spiking Neural Networks from Static to Event Domain (AAAI 2024)",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "rgb_hsv.py, RGB_HSV.rgb_to_hsv")
public final class Hsv {
    /** Keeps the quotients finite, as in the source. */
    private static final float EPSILON = 1e-8f;

    private static final int SECTORS = 6;

    private Hsv() {}

    /**
     * Planes H, S, V of a colour picture, [3, H, W].
     *
     * <p>V = max, S = (max - min)/(max + eps), H = sector + difference of the two other channels/(max - min + eps), by sixths of the circle, 0
     * where all three are equal; of equal maxima red goes before green before blue.
     */
    public static float[] planes(Picture picture) {
        if (picture.channels() != 3) {
            throw new IllegalArgumentException("channels is " + picture.channels() + ", must be 3");
        }
        int plane = picture.height() * picture.width();
        float[] hsv = new float[3 * plane];
        byte[] pixels = picture.pixels();
        for (int i = 0; i < plane; i++) {
            float red = (pixels[3 * i] & 0xFF) / 255f;
            float green = (pixels[3 * i + 1] & 0xFF) / 255f;
            float blue = (pixels[3 * i + 2] & 0xFF) / 255f;
            float max = Math.max(red, Math.max(green, blue));
            float range = max - Math.min(red, Math.min(green, blue));
            hsv[i] = hue(red, green, blue, max, range);
            hsv[plane + i] = range / (max + EPSILON);
            hsv[2 * plane + i] = max;
        }
        return hsv;
    }

    private static float hue(float red, float green, float blue, float max, float range) {
        if (range == 0) {
            return 0;
        }
        float quotient = range + EPSILON;
        float sectors;
        if (red == max) {
            sectors = (green - blue) / quotient;
        } else if (green == max) {
            sectors = 2 + (blue - red) / quotient;
        } else {
            sectors = 4 + (red - green) / quotient;
        }
        return (sectors < 0 ? sectors + SECTORS : sectors) / SECTORS;
    }
}
