package org.snn4j.data.simulate;

/**
 * What the pixels of a sensor see over time, as samples: luminance on the scale of an 8-bit picture, [0, 255], row by row.
 *
 * <p>Immutable; may be looked at by several threads.
 */
public interface Scene {
    /** Columns of the sensor. */
    int width();

    /** Rows of the sensor. */
    int height();

    /** Number of samples, at least 2. */
    int samples();

    /** Time of a sample in microseconds; 0 for the first, later for each following one. */
    long time(int sample);

    /** Writes the luminance of all pixels at a sample to {@code target}, which has width*height elements. */
    void look(int sample, float[] target);
}
