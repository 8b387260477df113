package org.snn4j.core.kernel;

/**
 * Winograd's minimal filtering F(m, 3): m outputs of a three-tap filter for m + 2 multiplications instead of 3 m, and its two-dimensional form for
 * 3x3 windows (Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", CVPR 2016, section 4).
 *
 * <p>Two dimensions are the transform of the columns followed by that of the rows.
 */
enum Winograd {
    /** Tiles of 4x4 outputs; points 0, 1, -1, 2, -2 and infinity. A quarter of the multiplications. */
    TILES_OF_4(4, new float[][] {
        {1f / 4, 0, 0},
        {-1f / 6, -1f / 6, -1f / 6},
        {-1f / 6, 1f / 6, -1f / 6},
        {1f / 24, 1f / 12, 1f / 6},
        {1f / 24, -1f / 12, 1f / 6},
        {0, 0, 1}
    }),
    /** Tiles of 6x6 outputs; also the points 1/2 and -1/2. A fifth of the multiplications, twice the rounding error. */
    TILES_OF_6(6, new float[][] {
        {1, 0, 0},
        {-2f / 9, -2f / 9, -2f / 9},
        {-2f / 9, 2f / 9, -2f / 9},
        {1f / 90, 1f / 45, 2f / 45},
        {1f / 90, -1f / 45, 2f / 45},
        {32f / 45, 16f / 45, 8f / 45},
        {32f / 45, -16f / 45, 8f / 45},
        {0, 0, 1}
    });

    /** One-dimensional transforms. */
    enum Step {
        /** Inputs to factors of products: B^T. */
        INPUT,
        /** Products to outputs: A^T. */
        OUTPUT,
        /** Gradients of outputs to those of products: A. */
        OUTPUT_GRADIENT,
        /** Taps to factors of products: G. */
        WEIGHTS,
        /** Gradients of factors to those of taps: G^T. */
        WEIGHTS_GRADIENT
    }

    /** Side of the window. */
    static final int WINDOW = 3;

    /** Side of a tile of outputs. */
    final int tile;
    /** Side of a tile of inputs, and of products. */
    final int side;
    /** Products of a tile, each a plane of its own. */
    final int planes;
    /** G: what each tap gives to each factor of a product. */
    final float[][] weights;

    Winograd(int tile, float[][] weights) {
        this.weights = weights;
        this.tile = tile;
        this.side = tile + WINDOW - 1;
        this.planes = side * side;
    }

    /** The tiles that cover a map with the fewest products. */
    static Winograd covering(int height, int width) {
        return TILES_OF_6.products(height, width) <= TILES_OF_4.products(height, width) ? TILES_OF_6 : TILES_OF_4;
    }

    /** Products of one channel for a map of that size. */
    long products(int height, int width) {
        return (long) planes * tiles(height) * tiles(width);
    }

    /** Tiles that cover a length. */
    int tiles(int length) {
        return (length + tile - 1) / tile;
    }

    /** Values that go into a step. */
    int in(Step step) {
        return switch (step) {
            case INPUT, OUTPUT, WEIGHTS_GRADIENT -> side;
            case OUTPUT_GRADIENT -> tile;
            case WEIGHTS -> WINDOW;
        };
    }

    /** Values that come out of a step. */
    int out(Step step) {
        return switch (step) {
            case INPUT, OUTPUT_GRADIENT, WEIGHTS -> side;
            case OUTPUT -> tile;
            case WEIGHTS_GRADIENT -> WINDOW;
        };
    }
}
