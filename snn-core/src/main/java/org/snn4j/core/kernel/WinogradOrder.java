package org.snn4j.core.kernel;

/** An order of the steps of a Winograd convolution: maps to tiles, products of tiles, and back. */
interface WinogradOrder {
    /** output = input * weights + bias; {@code bias} may be null. */
    void convolve(MapsView input, WinogradWeights weights, int padding, float[] bias, MapsView output);

    /** The gradient of the transformed weights; the caller gives its memory back. */
    WinogradWeightSums weightSums(MapsView input, MapsView gradient, int padding);
}
