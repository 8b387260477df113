package org.snn4j.core.kernel;

/** An order of the steps of a Winograd convolution: maps to tiles, products of tiles, and back. */
interface WinogradOrder {
    /** output = input * weights + bias; {@code bias} may be null. */
    void convolve(MapsView input, WinogradTaps weights, int padding, float[] bias, MapsView output);

    /** The gradient of the weights, [out, in, 3, 3]. */
    void weightGradient(MapsView input, MapsView gradient, int padding, HeapView weightGradient);
}
