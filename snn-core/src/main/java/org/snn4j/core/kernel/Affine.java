package org.snn4j.core.kernel;

/**
 * A map z = scale*y + shift per channel, one for each group of rows. Groups are equal, consecutive blocks of the fold: one per stream, or one
 * per stream and time step.
 *
 * @param scale [groups][channels]
 * @param shift [groups][channels]
 */
public record Affine(double[][] scale, double[][] shift) {
    /** Number of groups. */
    public int groups() {
        return scale.length;
    }
}
