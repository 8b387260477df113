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

    /** Takes the values of maps that begin {@code margin} lines and columns earlier; 0 where those end. */
    void copyFrom(MapsView source, int margin) {
        int length = Math.min(width, source.width - margin) * channels;
        float[] line = new float[width * channels];
        float[] empty = new float[line.length];
        for (int i = 0; i < rows * height; i++) {
            int y = i % height + margin;
            if (y < source.height) {
                int from = ((i / height * source.height + y) * source.width + margin) * channels;
                source.view.read(from, line, 0, length);
            }
            view.write(i * line.length, y < source.height ? line : empty, 0, line.length);
        }
    }
}
