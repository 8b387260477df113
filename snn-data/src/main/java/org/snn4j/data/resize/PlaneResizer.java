package org.snn4j.data.resize;

import org.snn4j.core.Reference;

/** Resizes float planes [H, W], stored row by row, the way PyTorch's {@code interpolate} does; columns first, then rows. */
@Reference(
        title = "PyTorch",
        link = "https://pytorch.org/docs/stable/generated/torch.nn.functional.interpolate.html",
        equation = "torch.nn.functional.interpolate")
public final class PlaneResizer {
    private final Size from;
    private final Size to;
    private final int[] firstColumn;
    private final float[][] columnWeights;
    private final int[] firstRow;
    private final float[][] rowWeights;

    /** @param from size of every plane given to {@link #resize}   @param to size of every result */
    public PlaneResizer(Interpolation interpolation, Size from, Size to) {
        this.from = from;
        this.to = to;
        AxisWeights columns = interpolation.weights(from.width(), to.width());
        AxisWeights rows = interpolation.weights(from.height(), to.height());
        firstColumn = columns.first();
        columnWeights = columns.singlePrecision();
        firstRow = rows.first();
        rowWeights = rows.singlePrecision();
    }

    /** Size of the planes it takes. */
    public Size from() {
        return from;
    }

    /** Size of the planes it makes. */
    public Size to() {
        return to;
    }

    /** Resizes {@code planes} consecutive planes; {@code source} and {@code target} must not be the same array. */
    public void resize(float[] source, int sourceOffset, float[] target, int targetOffset, int planes) {
        float[] narrowed = new float[from.height() * to.width()];
        for (int plane = 0; plane < planes; plane++) {
            resizeColumns(source, sourceOffset + plane * from.pixels(), narrowed);
            resizeRows(narrowed, target, targetOffset + plane * to.pixels());
        }
    }

    private void resizeColumns(float[] source, int offset, float[] target) {
        for (int y = 0; y < from.height(); y++) {
            int row = offset + y * from.width();
            for (int x = 0; x < to.width(); x++) {
                float sum = 0;
                float[] weights = columnWeights[x];
                for (int j = 0; j < weights.length; j++) {
                    sum += weights[j] * source[row + firstColumn[x] + j];
                }
                target[y * to.width() + x] = sum;
            }
        }
    }

    private void resizeRows(float[] source, float[] target, int offset) {
        int width = to.width();
        for (int y = 0; y < to.height(); y++) {
            float[] weights = rowWeights[y];
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int j = 0; j < weights.length; j++) {
                    sum += weights[j] * source[(firstRow[y] + j) * width + x];
                }
                target[offset + y * width + x] = sum;
            }
        }
    }
}
