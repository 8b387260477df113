package org.snn4j.core.kernel;

/** Working arrays of one step and tile of the backward pass. */
final class GradientTile {
    /** h - threshold. */
    float[] distance;
    /** Derivative of the spike at that distance. */
    final float[] derivative;
    /** dL/dh from elsewhere. */
    final float[] added;
    /** dL/dh of the step after, which becomes that of this one. */
    float[] carried;
    /** Times {@code carried} it is dL/dv after the reset. */
    float decay;
    /** Sum of dz per position. */
    float[] gradientSum;
    /** Sum of dz*y per position. */
    float[] productSum;

    GradientTile(int length) {
        derivative = new float[length];
        added = new float[length];
    }
}
