package org.snn4j.data.resize;

import org.snn4j.core.Reference;

/**
 * Resizes 8-bit grey pictures with alpha as Pillow does in mode LA: grey is multiplied by alpha before and divided by it after the
 * resize.
 *
 * <p>Alpha is resized plainly. Grey vanishes where no alpha is near, and is brighter than a plain resize at the border of what has
 * alpha. Published
 * code meets this by accident: two-channel event frames (OFF, ON) become a picture (grey, alpha).
 */
@Reference(
        title = "Pillow",
        link = "https://github.com/python-pillow/Pillow",
        equation = "Image.resize, modes LA and La")
public final class PremultipliedResizer {
    private final PictureResizer resizer;

    public PremultipliedResizer(Size from, Size to) {
        resizer = new PictureResizer(from, to, 2);
    }

    /** @param greyAlpha [H, W, 2] unsigned bytes, not changed   @return [H', W', 2], a new array */
    public byte[] resize(byte[] greyAlpha) {
        byte[] premultiplied = greyAlpha.clone();
        for (int i = 0; i + 1 < premultiplied.length; i += 2) {
            int product = (premultiplied[i] & 0xff) * (premultiplied[i + 1] & 0xff) + 128;
            premultiplied[i] = (byte) (((product >> 8) + product) >> 8);
        }
        byte[] result = resizer.resize(premultiplied);
        for (int i = 0; i < result.length; i += 2) {
            int alpha = result[i + 1] & 0xff;
            if (alpha != 0 && alpha != 255) {
                result[i] = (byte) Math.min(255, 255 * (result[i] & 0xff) / alpha);
            }
        }
        return result;
    }
}
