package org.snn4j.data.simulate;

import org.snn4j.core.Check;
import org.snn4j.data.image.Picture;

/**
 * How a sensor looks at a picture.
 *
 * @param width columns of the sensor
 * @param height rows of the sensor
 * @param scale pixels of the sensor per pixel of the picture, &gt; 0
 * @param blur standard deviation of the Gaussian blur of the optics, pixels of the sensor
 * @param surround luminance around the picture, [0, 255]
 * @param negative true if the picture is shown as its negative, 255 - v; the surround is meant as it is seen
 * @param step microseconds between two samples of a motion, at least 1
 */
public record View(int width, int height, double scale, double blur, double surround, boolean negative, int step) {
    /** The default step in microseconds. */
    public static final int STEP = 1000;

    private static final int LARGEST = 1 << 15;
    private static final double WHITE = 255;

    public View {
        Check.inRange(width, 1, LARGEST, "width");
        Check.inRange(height, 1, LARGEST, "height");
        Check.greaterThan(scale, 0, "scale");
        Check.atLeast(blur, 0, "blur");
        Check.inRange(surround, 0, WHITE, "surround");
        Check.atLeast(step, 1, "step");
    }

    /** Sharp, with black around the picture, a sample per millisecond. */
    public static View of(int width, int height, double scale) {
        return new View(width, height, scale, 0, 0, false, STEP);
    }

    /** Like {@link #of}, at the largest scale at which the whole picture lies on the sensor. */
    public static View whole(int width, int height, Picture picture) {
        return of(width, height, Math.min(width / (double) picture.width(), height / (double) picture.height()));
    }
}
