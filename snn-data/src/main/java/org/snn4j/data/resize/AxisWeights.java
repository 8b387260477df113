package org.snn4j.data.resize;

/**
 * Sparse weights of one axis: {@code out[i] = sum_j weights[i][j] * in[first[i] + j]}; each row sums to 1.
 *
 * @param first first input position of each output position
 * @param weights weights of the input positions from there on, by output position
 */
record AxisWeights(int[] first, double[][] weights) {
    int length() {
        return first.length;
    }

    /** The weights in single precision, one array for all rows. */
    float[][] singlePrecision() {
        float[][] result = new float[weights.length][];
        for (int i = 0; i < weights.length; i++) {
            result[i] = new float[weights[i].length];
            for (int j = 0; j < weights[i].length; j++) {
                result[i][j] = (float) weights[i][j];
            }
        }
        return result;
    }
}
