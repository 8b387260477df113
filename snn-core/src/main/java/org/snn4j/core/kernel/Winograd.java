package org.snn4j.core.kernel;

/**
 * One-dimensional transforms of Winograd's minimal filtering F(4, 3): four outputs of a three-tap filter for six multiplications instead of twelve,
 * with the points 0, 1, -1, 2, -2 and infinity (Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", CVPR 2016, section 4.3).
 *
 * <p>Two dimensions are the transform of the columns followed by that of the rows.
 */
enum Winograd {
    /** Six inputs to six factors of products: B^T. */
    INPUT(6, 6),
    /** Six products to four outputs: A^T. */
    OUTPUT(6, 4),
    /** Gradients of four outputs to those of six products: A. */
    OUTPUT_GRADIENT(4, 6),
    /** Three taps to six factors of products: G. */
    WEIGHTS(3, 6),
    /** Gradients of six factors to those of three taps: G^T. */
    WEIGHTS_GRADIENT(6, 3);

    /** Side of a tile of outputs. */
    static final int TILE = 4;
    /** Side of a tile of inputs, and of products. */
    static final int SIDE = 6;
    /** Products of a tile, each a plane of its own. */
    static final int PLANES = SIDE * SIDE;
    /** Side of the window. */
    static final int WINDOW = 3;

    /** Values that go into a transform. */
    final int in;
    /** Values that come out. */
    final int out;

    Winograd(int in, int out) {
        this.in = in;
        this.out = out;
    }
}
