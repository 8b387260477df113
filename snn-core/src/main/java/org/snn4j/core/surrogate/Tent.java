package org.snn4j.core.surrogate;

/** max(0, alpha - alpha^2 |u|), the function behind the triangle's parametrisations. */
final class Tent {
    private final double alpha;

    Tent(double alpha) {
        this.alpha = alpha;
    }

    double primitive(double u) {
        double z = Math.max(-1, Math.min(1, alpha * u));
        return 0.5 + z - z * Math.abs(z) / 2;
    }

    double derivative(double u) {
        return Math.max(0, alpha - alpha * alpha * Math.abs(u));
    }

    void derivatives(float[] u, float[] out, int length) {
        float height = (float) alpha;
        float slope = (float) (alpha * alpha);
        for (int i = 0; i < length; i++) {
            out[i] = Math.max(0, height - slope * Math.abs(u[i]));
        }
    }

    void derivatives(double[] u, double[] out, int length) {
        double height = alpha;
        double slope = alpha * alpha;
        for (int i = 0; i < length; i++) {
            out[i] = Math.max(0, height - slope * Math.abs(u[i]));
        }
    }
}
