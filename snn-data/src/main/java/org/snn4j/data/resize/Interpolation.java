package org.snn4j.data.resize;

/** How output pixels are computed from input pixels, axis by axis. */
public enum Interpolation {
    /** Linear, first and last pixel centres coincide: source position {@code i*(in-1)/(out-1)}. PyTorch: bilinear, align_corners=true. */
    BILINEAR_ALIGNED {
        @Override
        AxisWeights weights(int in, int out) {
            float scale = out > 1 ? (in - 1) / (float) (out - 1) : 0;
            return linear(in, out, scale, 0);
        }
    },
    /**
     * Linear, pixel borders coincide: source position {@code (i+1/2)*in/out - 1/2}, not below 0. PyTorch: bilinear,
     * align_corners=false.
     */
    BILINEAR {
        @Override
        AxisWeights weights(int in, int out) {
            return linear(in, out, in / (float) out, 0.5);
        }
    },
    /**
     * As {@link #BILINEAR}, with the triangle widened by {@code in/out} when shrinking. PyTorch with antialias=true; Pillow's
     * BILINEAR.
     */
    BILINEAR_ANTIALIASED {
        @Override
        AxisWeights weights(int in, int out) {
            return triangle(in, out);
        }
    },
    /** The pixel at {@code floor(i*in/out)}, computed in single precision as PyTorch's "nearest" does. */
    NEAREST {
        @Override
        AxisWeights weights(int in, int out) {
            float scale = (float) in / out;
            int[] first = new int[out];
            double[][] weights = new double[out][];
            for (int i = 0; i < out; i++) {
                first[i] = Math.min((int) Math.floor(i * scale), in - 1);
                weights[i] = new double[] {1};
            }
            return new AxisWeights(first, weights);
        }
    };

    /** Weights that turn {@code in} pixels into {@code out}; both at least 1. */
    abstract AxisWeights weights(int in, int out);

    /** The scale is rounded to single precision and the position is not, as in PyTorch's fused arithmetic. */
    private static AxisWeights linear(int in, int out, float scale, double centre) {
        int[] first = new int[out];
        double[][] weights = new double[out][];
        for (int i = 0; i < out; i++) {
            double position = Math.max(0, (double) scale * (i + centre) - centre);
            first[i] = Math.min((int) position, in - 1);
            double fraction = position - first[i];
            weights[i] = first[i] < in - 1 ? new double[] {1 - fraction, fraction} : new double[] {1};
        }
        return new AxisWeights(first, weights);
    }

    private static AxisWeights triangle(int in, int out) {
        double scale = in / (double) out;
        double support = Math.max(scale, 1);
        int[] first = new int[out];
        double[][] weights = new double[out][];
        for (int i = 0; i < out; i++) {
            double centre = (i + 0.5) * scale;
            first[i] = Math.max((int) (centre - support + 0.5), 0);
            int end = Math.min((int) (centre + support + 0.5), in);
            weights[i] = new double[end - first[i]];
            double sum = 0;
            for (int j = 0; j < weights[i].length; j++) {
                double distance = Math.abs((first[i] + j - centre + 0.5) / support);
                weights[i][j] = Math.max(0, 1 - distance);
                sum += weights[i][j];
            }
            for (int j = 0; j < weights[i].length; j++) {
                weights[i][j] /= sum;
            }
        }
        return new AxisWeights(first, weights);
    }
}
