package org.snn4j.data.simulate;

import java.util.Arrays;
import org.snn4j.data.image.Picture;

/**
 * A picture on the grid of the sensor: the mean luminance over the area of each sensor pixel, blurred by the optics. Seen between two places of the grid,
 * it is interpolated linearly, which for a picture of the sensor's own scale is again the mean over the area of the pixel.
 */
final class Canvas {
    /** Standard deviations after which the blur is cut off. */
    private static final double BLUR_REACH = 3;

    private static final float WHITE = 255;

    private final View view;
    private final int left;
    private final int top;
    private final int columns;
    private final int rows;
    private final float[] luminance;

    Canvas(Picture picture, View view, boolean mirrored) {
        this.view = view;
        int margin = 1 + (int) Math.ceil(BLUR_REACH * view.blur());
        double width = picture.width() * view.scale();
        double height = picture.height() * view.scale();
        left = (int) Math.floor((view.width() - width) / 2) - margin;
        top = (int) Math.floor((view.height() - height) / 2) - margin;
        columns = (int) Math.ceil((view.width() + width) / 2) + margin - left;
        rows = (int) Math.ceil((view.height() + height) / 2) + margin - top;
        float[] source = Luminance.of(picture);
        if (view.negative()) {
            negatei(source);
        }
        if (mirrored) {
            mirrori(source, picture.width());
        }
        double[][] across = coverage(columns, left - (view.width() - width) / 2, picture.width());
        double[][] down = coverage(rows, top - (view.height() - height) / 2, picture.height());
        luminance = project(source, picture.width(), across, down);
        if (view.blur() > 0) {
            blur();
        }
    }

    private static void negatei(float[] source) {
        for (int i = 0; i < source.length; i++) {
            source[i] = WHITE - source[i];
        }
    }

    private static void mirrori(float[] source, int width) {
        for (int row = 0; row < source.length; row += width) {
            for (int x = 0; x < width / 2; x++) {
                float other = source[row + width - 1 - x];
                source[row + width - 1 - x] = source[row + x];
                source[row + x] = other;
            }
        }
    }

    /** Part of each cell that each of {@code length} picture pixels covers; cell 0 begins {@code start} cells after the picture. */
    private double[][] coverage(int cells, double start, int length) {
        double[][] parts = new double[cells][length];
        for (int cell = 0; cell < cells; cell++) {
            double from = (start + cell) / view.scale();
            double to = (start + cell + 1) / view.scale();
            for (int i = Math.max(0, (int) Math.floor(from)); i < Math.min(length, (int) Math.ceil(to)); i++) {
                parts[cell][i] = Math.max(0, Math.min(to, i + 1) - Math.max(from, i)) * view.scale();
            }
        }
        return parts;
    }

    private float[] project(float[] source, int width, double[][] across, double[][] down) {
        int height = source.length / width;
        double[][] narrow = new double[height][columns];
        for (int y = 0; y < height; y++) {
            for (int column = 0; column < columns; column++) {
                double sum = 0;
                for (int x = 0; x < width; x++) {
                    sum += across[column][x] * (source[y * width + x] - view.surround());
                }
                narrow[y][column] = sum;
            }
        }
        float[] target = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double sum = view.surround();
                for (int y = 0; y < height; y++) {
                    sum += down[row][y] * narrow[y][column];
                }
                target[row * columns + column] = (float) sum;
            }
        }
        return target;
    }

    private void blur() {
        int reach = (int) Math.ceil(BLUR_REACH * view.blur());
        double[] weights = new double[2 * reach + 1];
        for (int i = 0; i < weights.length; i++) {
            double distance = (i - reach) / view.blur();
            weights[i] = Math.exp(-distance * distance / 2);
        }
        double sum = Arrays.stream(weights).sum();
        float[] line = new float[Math.max(columns, rows)];
        for (int row = 0; row < rows; row++) {
            blur(row * columns, 1, columns, weights, sum, line);
        }
        for (int column = 0; column < columns; column++) {
            blur(column, columns, rows, weights, sum, line);
        }
    }

    private void blur(int start, int stride, int length, double[] weights, double sum, float[] line) {
        int reach = weights.length / 2;
        for (int i = 0; i < length; i++) {
            double value = 0;
            for (int j = 0; j < weights.length; j++) {
                value += weights[j] * luminance[start + stride * clamp(i + j - reach, length)];
            }
            line[i] = (float) (value / sum);
        }
        for (int i = 0; i < length; i++) {
            luminance[start + stride * i] = line[i];
        }
    }

    private static int clamp(int place, int length) {
        return Math.max(0, Math.min(length - 1, place));
    }

    /** Luminance of all pixels of the sensor while the picture lies {@code x} to the right and {@code y} below the centre. */
    void look(double x, double y, float[] target) {
        int startColumn = (int) Math.floor(-x);
        int startRow = (int) Math.floor(-y);
        float right = (float) (-x - startColumn);
        float low = (float) (-y - startRow);
        int width = view.width();
        for (int row = 0; row < view.height(); row++) {
            int above = columns * clamp(row + startRow - top, rows);
            int below = columns * clamp(row + startRow + 1 - top, rows);
            int column = clamp(startColumn - left, columns);
            float before = luminance[above + column] + low * (luminance[below + column] - luminance[above + column]);
            for (int i = 0; i < width; i++) {
                column = clamp(i + startColumn + 1 - left, columns);
                float after = luminance[above + column] + low * (luminance[below + column] - luminance[above + column]);
                target[row * width + i] = before + right * (after - before);
                before = after;
            }
        }
    }
}
