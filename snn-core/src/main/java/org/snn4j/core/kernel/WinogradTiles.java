package org.snn4j.core.kernel;

import java.util.Arrays;

/**
 * Maps of some frames cut into tiles, each transformed in two dimensions: 36 planes of [tiles, channels].
 *
 * <p>Rows of a plane and the planes themselves are a little longer than needed, so that they do not all begin at the same place of a cache.
 */
final class WinogradTiles {
    private static final int SKEW = WinogradLoops.COLUMNS;

    final int tilesDown;
    final int tilesAcross;
    final int channels;
    /** Distance of the rows of a plane. */
    final int rowStride;
    /** Distance of the planes. */
    final int planeStride;
    /** The planes. */
    final float[] values;

    private final WinogradLoops loops;
    private final int tilesPerFrame;

    /**
     * @param most frames there can be at a time
     * @param height rows of the maps that the convolution writes; tiles cover these
     */
    WinogradTiles(WinogradLoops loops, Workspace workspace, int most, int height, int width, int channels) {
        this.loops = loops;
        this.tilesDown = ceil(height, Winograd.TILE);
        this.tilesAcross = ceil(width, Winograd.TILE);
        this.tilesPerFrame = tilesDown * tilesAcross;
        this.channels = channels;
        this.rowStride = columns(channels) + SKEW;
        this.planeStride = rows(most) * rowStride + SKEW;
        this.values = workspace.take(Math.multiplyExact(Winograd.PLANES, planeStride) + HeapAlignment.FIRST);
    }

    /** Where a plane begins. */
    int place(int plane) {
        return HeapAlignment.FIRST + plane * planeStride;
    }

    /** Values of one frame in all planes, for channels in and out together. */
    static long length(int height, int width, int channels) {
        return (long) Winograd.PLANES * ceil(height, Winograd.TILE) * ceil(width, Winograd.TILE) * channels;
    }

    static int ceil(int length, int unit) {
        return (length + unit - 1) / unit;
    }

    /** Channels filled up to what a product of matrices takes. */
    static int columns(int channels) {
        return ceil(channels, WinogradLoops.COLUMNS) * WinogradLoops.COLUMNS;
    }

    /** Tiles of that many frames, filled up to what a product of matrices takes. */
    int rows(int frames) {
        return ceil(tiles(frames), WinogradLoops.ROWS) * WinogradLoops.ROWS;
    }

    int tiles(int frames) {
        return frames * tilesPerFrame;
    }

    /**
     * Cuts and transforms maps.
     *
     * @param transform INPUT: tiles of 6 that overlap by 2; OUTPUT_GRADIENT: tiles of 4 side by side
     * @param first first frame of the maps
     * @param padding zeros in front of the maps
     */
    void read(Winograd transform, HeapView maps, int height, int width, int first, int frames, int padding) {
        int side = transform.in;
        int lineLength = (tilesAcross * Winograd.TILE + side - Winograd.TILE) * channels;
        Parallel.forEach(frames * tilesDown, task -> {
            int frame = task / tilesDown;
            int line = task % tilesDown;
            float[] lines = TaskArrays.take(0, side * lineLength);
            for (int k = 0; k < side; k++) {
                int y = line * Winograd.TILE + k - padding;
                int from = k * lineLength;
                int left = y >= 0 && y < height ? padding * channels : lineLength;
                int fitting = Math.max(0, Math.min(width * channels, lineLength - left));
                Arrays.fill(lines, from, from + left, 0f);
                if (fitting > 0) {
                    maps.read(((first + frame) * height + y) * width * channels, lines, from + left, fitting);
                }
                Arrays.fill(lines, from + left + fitting, from + lineLength, 0f);
            }
            float[] columns = TaskArrays.take(1, Winograd.SIDE * lineLength);
            loops.transform(transform, lines, 0, lineLength, columns, 0, lineLength, lineLength);
            spread(transform, columns, lineLength, (frame * tilesDown + line) * tilesAcross);
        });
    }

    private void spread(Winograd transform, float[] columns, int lineLength, int firstTile) {
        for (int v = 0; v < Winograd.SIDE; v++) {
            for (int x = 0; x < tilesAcross; x++) {
                int from = v * lineLength + x * Winograd.TILE * channels;
                int to = place(v * Winograd.SIDE) + (firstTile + x) * rowStride;
                loops.transform(transform, columns, from, channels, values, to, planeStride, channels);
            }
        }
    }

    /** Transforms products back and writes the maps; {@code bias} may be null. */
    void write(HeapView maps, int height, int width, int first, int frames, float[] bias) {
        int lineLength = tilesAcross * Winograd.TILE * channels;
        Parallel.forEach(frames * tilesDown, task -> {
            int frame = task / tilesDown;
            int line = task % tilesDown;
            float[] columns = TaskArrays.take(0, Winograd.SIDE * lineLength);
            gather(columns, lineLength, (frame * tilesDown + line) * tilesAcross);
            float[] lines = TaskArrays.take(1, Winograd.TILE * lineLength);
            loops.transform(Winograd.OUTPUT, columns, 0, lineLength, lines, 0, lineLength, lineLength);
            if (bias != null) {
                addBias(lines, Winograd.TILE * lineLength, bias);
            }
            for (int k = 0; k < Winograd.TILE; k++) {
                int y = line * Winograd.TILE + k;
                if (y < height) {
                    maps.write(
                            ((first + frame) * height + y) * width * channels, lines, k * lineLength, width * channels);
                }
            }
        });
    }

    private void gather(float[] columns, int lineLength, int firstTile) {
        for (int v = 0; v < Winograd.SIDE; v++) {
            for (int x = 0; x < tilesAcross; x++) {
                int from = place(v * Winograd.SIDE) + (firstTile + x) * rowStride;
                int to = v * lineLength + x * Winograd.TILE * channels;
                loops.transform(Winograd.OUTPUT, values, from, planeStride, columns, to, channels, channels);
            }
        }
    }

    private void addBias(float[] lines, int length, float[] bias) {
        for (int at = 0; at < length; at += channels) {
            for (int c = 0; c < channels; c++) {
                lines[at + c] += bias[c];
            }
        }
    }
}
