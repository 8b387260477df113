package org.snn4j.core.surrogate;

/**
 * Replaces the derivative of the Heaviside step in the backward pass.
 *
 * <p>The argument u is the distance to the threshold, h - threshold. {@link #derivative(double)} must be the derivative of
 * {@link #primitive(double)}; contract tests hold both together.
 */
public interface SurrogateGradient {
    /** The smooth function whose derivative is used; defined up to a constant. */
    double primitive(double u);

    /** d primitive / du. */
    double derivative(double u);

    /** Writes derivative(u[i]) to out[i] for the first {@code length} values; both may be the same array. Override for speed only. */
    default void derivatives(float[] u, float[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = (float) derivative(u[i]);
        }
    }

    /** Writes derivative(u[i]) to out[i] for the first {@code length} values; both may be the same array. Override for speed only. */
    default void derivatives(double[] u, double[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = derivative(u[i]);
        }
    }
}
