package org.snn4j.core.kernel;

/**
 * Windows of an average pooling over channels-last maps.
 *
 * @param height rows of a window
 * @param width columns of a window
 * @param channels values of a pixel
 * @param line values of a row of the large map
 */
record PoolWindow(int height, int width, int channels, int line) {
    /** Values of a row of the small map. */
    int pooledLine() {
        return line / channels / width * channels;
    }

    float share() {
        return 1f / (height * width);
    }
}
