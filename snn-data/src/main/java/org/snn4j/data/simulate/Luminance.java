package org.snn4j.data.simulate;

import org.snn4j.data.image.Picture;

/** Luminance of pictures: grey as it is, colour by the weights of ITU-R BT.601. */
final class Luminance {
    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    private Luminance() {}

    /** All pixels, row by row, in [0, 255]. */
    static float[] of(Picture picture) {
        float[] luminance = new float[picture.height() * picture.width()];
        for (int i = 0; i < luminance.length; i++) {
            int row = i / picture.width();
            int column = i % picture.width();
            luminance[i] = picture.channels() == 1
                    ? picture.value(row, column, 0)
                    : RED * picture.value(row, column, 0)
                            + GREEN * picture.value(row, column, 1)
                            + BLUE * picture.value(row, column, 2);
        }
        return luminance;
    }
}
