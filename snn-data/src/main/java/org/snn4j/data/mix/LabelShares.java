package org.snn4j.data.mix;

import org.snn4j.data.FrameShape;

/** Share of a sample's own class in the label of a mixture, by what the mixture shows. */
public final class LabelShares {
    private static final int KERNEL = 3;

    private LabelShares() {}

    /**
     * By events: r_own/(r_own + r_partner), r_own the part of the sample's events outside the mask, r_partner the part of the partner's inside.
     *
     * <p>A sample without events shows nothing (r = 0), and 1 is returned if neither shows anything. Difference from the source, which computes 0/0
     * in both cases and trains on NaN.
     *
     * @param sample values [T, C, H, W], none negative
     * @param partner values of the same shape
     * @param mask [T, H, W], true where the partner is shown, in all channels
     */
    public static double byEvents(float[] sample, float[] partner, boolean[] mask, FrameShape shape) {
        double own = 1 - inside(sample, mask, shape, 1);
        double other = inside(partner, mask, shape, 0);
        return own + other == 0 ? 1 : own / (own + other);
    }

    /** The part of the sum inside the mask; {@code ofNothing} if the sum is 0. */
    private static double inside(float[] values, boolean[] mask, FrameShape shape, double ofNothing) {
        int plane = shape.height() * shape.width();
        double sum = 0;
        double masked = 0;
        for (int i = 0; i < shape.length(); i++) {
            if (!(values[i] >= 0)) {
                throw new IllegalArgumentException(
                        "value " + i + " of a sample is " + values[i] + ", must be at least 0 to be counted as events");
            }
            sum += values[i];
            if (mask[i / plane / shape.channels() * plane + i % plane]) {
                masked += values[i];
            }
        }
        return sum == 0 ? ofNothing : masked / sum;
    }

    /**
     * By distance: d_partner^2/(d_own^2 + d_partner^2), d the mean squared difference from the mixture after averaging 3x3 pixels (zeros outside the
     * frame count); 1 if both are 0.
     */
    public static double byDistance(float[] sample, float[] partner, float[] mixture, FrameShape shape) {
        double own = distance(sample, mixture, shape);
        double other = distance(partner, mixture, shape);
        double sum = own * own + other * other;
        return sum == 0 ? 1 : other * other / sum;
    }

    private static double distance(float[] a, float[] b, FrameShape shape) {
        int height = shape.height();
        int width = shape.width();
        double sum = 0;
        for (int i = 0; i < shape.length(); i++) {
            int y = i / width % height;
            int x = i % width;
            double difference = 0;
            for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
                for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                    int at = i + (row - y) * width + column - x;
                    difference += a[at] - b[at];
                }
            }
            difference /= KERNEL * KERNEL;
            sum += difference * difference;
        }
        return sum / shape.length();
    }
}
