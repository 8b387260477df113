package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Windows of an average pooling over channels-last maps.
 *
 * @param height rows of a window
 * @param width columns of a window
 * @param channels values of a pixel
 * @param line values of a row of the large map
 */
record PoolWindow(int height, int width, int channels, int line) {
    /** @param large the array before pooling (or its gradient): [rows, H, W, C] */
    static PoolWindow of(INDArray large, int height, int width) {
        int channels = Math.toIntExact(large.size(3));
        return new PoolWindow(height, width, channels, Math.multiplyExact(Math.toIntExact(large.size(2)), channels));
    }

    /** Values of the rows of the large map that a row of windows covers. */
    int band() {
        return Math.multiplyExact(height, line);
    }

    /** Values of a row of the small map. */
    int pooledLine() {
        return line / channels / width * channels;
    }

    float share() {
        return 1f / (height * width);
    }
}
