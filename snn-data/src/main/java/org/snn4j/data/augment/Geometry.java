package org.snn4j.data.augment;

import java.util.Arrays;
import org.snn4j.data.FrameShape;

/** Moves all planes of a sample alike. */
final class Geometry {
    private static final int OUTSIDE = -1;

    private Geometry() {}

    /** Mirrors left and right. */
    static void flipi(float[] frames, int offset, FrameShape shape) {
        int width = shape.width();
        for (int row = offset; row < offset + shape.length(); row += width) {
            for (int left = row, right = row + width - 1; left < right; left++, right--) {
                float value = frames[left];
                frames[left] = frames[right];
                frames[right] = value;
            }
        }
    }

    /**
     * Moves by some rows and columns, down and right where positive.
     *
     * @param circular what leaves on one side comes back on the other; otherwise zeros come in
     */
    static void movei(float[] frames, int offset, FrameShape shape, int rows, int columns, boolean circular) {
        if (rows == 0 && columns == 0) {
            return;
        }
        int height = shape.height();
        int width = shape.width();
        float[] plane = new float[height * width];
        for (int start = offset; start < offset + shape.length(); start += plane.length) {
            System.arraycopy(frames, start, plane, 0, plane.length);
            for (int y = 0; y < height; y++) {
                int from = circular ? Math.floorMod(y - rows, height) : y - rows;
                int target = start + y * width;
                if (from < 0 || from >= height) {
                    Arrays.fill(frames, target, target + width, 0);
                } else {
                    moveRow(plane, from * width, frames, target, width, columns, circular);
                }
            }
        }
    }

    /**
     * Shows at each pixel the nearest pixel of an affine map about the middle of the plane, zero where that lies outside: at offset (X, Y) from the
     * middle what was at (xx X + xy Y, yx X + yy Y), X to the right, Y down.
     */
    static void warpi(float[] frames, int offset, FrameShape shape, double xx, double xy, double yx, double yy) {
        int height = shape.height();
        int width = shape.width();
        int[] source = new int[height * width];
        double middleX = (width - 1) / 2.0;
        double middleY = (height - 1) / 2.0;
        for (int i = 0; i < source.length; i++) {
            double right = i % width - middleX;
            double down = i / width - middleY;
            double x = Math.rint(xx * right + xy * down + middleX);
            double y = Math.rint(yx * right + yy * down + middleY);
            boolean inside = x >= 0 && x < width && y >= 0 && y < height;
            source[i] = inside ? (int) y * width + (int) x : OUTSIDE;
        }
        float[] plane = new float[source.length];
        for (int start = offset; start < offset + shape.length(); start += plane.length) {
            System.arraycopy(frames, start, plane, 0, plane.length);
            for (int i = 0; i < plane.length; i++) {
                frames[start + i] = source[i] == OUTSIDE ? 0 : plane[source[i]];
            }
        }
    }

    /** Turns about the middle, counter-clockwise where positive. */
    static void rotatei(float[] frames, int offset, FrameShape shape, double degrees) {
        double cosine = Math.cos(Math.toRadians(degrees));
        double sine = Math.sin(Math.toRadians(degrees));
        warpi(frames, offset, shape, cosine, -sine, sine, cosine);
    }

    /** Shears rows against each other: at Y rows below the middle shows what was tan(degrees) Y columns further right. */
    static void sheari(float[] frames, int offset, FrameShape shape, double degrees) {
        warpi(frames, offset, shape, 1, Math.tan(Math.toRadians(degrees)), 0, 1);
    }

    /** Sets a rectangle of every plane to 0; limits are half-open. */
    static void cleari(float[] frames, int offset, FrameShape shape, int top, int bottom, int left, int right) {
        int plane = shape.height() * shape.width();
        for (int start = offset; start < offset + shape.length(); start += plane) {
            for (int y = top; y < bottom; y++) {
                Arrays.fill(frames, start + y * shape.width() + left, start + y * shape.width() + right, 0);
            }
        }
    }

    private static void moveRow(
            float[] source, int from, float[] frames, int target, int width, int columns, boolean circular) {
        for (int x = 0; x < width; x++) {
            int column = circular ? Math.floorMod(x - columns, width) : x - columns;
            frames[target + x] = column < 0 || column >= width ? 0 : source[from + column];
        }
    }
}
