package org.snn4j.data.encode;

import org.snn4j.data.image.Picture;

/** Small steps that the image encoders share. */
final class Planes {
    /** Polarities of an event frame, which a still image takes the place of. */
    static final int POLARITIES = 2;

    private Planes() {}

    /** V of hue, saturation, value: max(R, G, B) of each pixel; grey as it is. */
    static byte[] value(Picture picture) {
        byte[] values = new byte[picture.height() * picture.width()];
        for (int i = 0; i < values.length; i++) {
            int largest = 0;
            for (int c = 0; c < picture.channels(); c++) {
                largest = Math.max(largest, picture.pixels()[i * picture.channels() + c] & 0xFF);
            }
            values[i] = (byte) largest;
        }
        return values;
    }

    /** One channel of each pixel, the last one where a picture has fewer. */
    static byte[] channel(Picture picture, int channel) {
        byte[] values = new byte[picture.height() * picture.width()];
        int used = Math.min(channel, picture.channels() - 1);
        for (int i = 0; i < values.length; i++) {
            values[i] = picture.pixels()[i * picture.channels() + used];
        }
        return values;
    }

    /** 8-bit values as fractions of 255. */
    static float[] fractions(byte[] values) {
        float[] plane = new float[values.length];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (values[i] & 0xFF) / 255f;
        }
        return plane;
    }

    /** The same plane {@code count} times. */
    static float[] copies(float[] plane, int count) {
        float[] frame = new float[Math.multiplyExact(plane.length, count)];
        for (int i = 0; i < count; i++) {
            System.arraycopy(plane, 0, frame, i * plane.length, plane.length);
        }
        return frame;
    }
}
