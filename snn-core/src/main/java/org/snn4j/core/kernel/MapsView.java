package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Channels-last maps of an array, [rows, height, width, channels]. */
final class MapsView {
    final HeapView view;
    final int rows;
    final int height;
    final int width;
    final int channels;

    MapsView(INDArray array) {
        view = HeapView.of(array);
        rows = Math.toIntExact(array.size(0));
        height = Math.toIntExact(array.size(1));
        width = Math.toIntExact(array.size(2));
        channels = Math.toIntExact(array.size(3));
    }

    /** The tiles that cover a map with the fewest products. */
    Winograd form() {
        return Winograd.covering(height, width);
    }
}
