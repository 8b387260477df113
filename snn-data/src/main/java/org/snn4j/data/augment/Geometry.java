package org.snn4j.data.augment;

import java.util.Arrays;
import org.snn4j.data.FrameShape;

/** Moves all planes of a sample alike. */
final class Geometry {
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

    private static void moveRow(
            float[] source, int from, float[] frames, int target, int width, int columns, boolean circular) {
        for (int x = 0; x < width; x++) {
            int column = circular ? Math.floorMod(x - columns, width) : x - columns;
            frames[target + x] = column < 0 || column >= width ? 0 : source[from + column];
        }
    }
}
