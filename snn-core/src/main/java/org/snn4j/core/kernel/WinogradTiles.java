package org.snn4j.core.kernel;

import java.util.Arrays;

/**
 * Maps of some frames cut into tiles, each transformed in two dimensions: a plane for each product of a tile, of [tiles, channels].
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

    private final Winograd form;
    private final WinogradLoops loops;
    private final int tilesPerFrame;

    /**
     * @param most frames there can be at a time
     * @param height rows of the maps that the convolution writes; tiles cover these
     */
    WinogradTiles(
            Winograd form, WinogradLoops loops, Workspace workspace, int most, int height, int width, int channels) {
        this.form = form;
        this.loops = loops;
        this.tilesDown = form.tiles(height);
        this.tilesAcross = form.tiles(width);
        this.tilesPerFrame = tilesDown * tilesAcross;
        this.channels = channels;
        this.rowStride = columns(channels) + SKEW;
        this.planeStride = rows(most) * rowStride + SKEW;
        this.values = workspace.take(Math.multiplyExact(form.planes, planeStride) + HeapAlignment.FIRST);
    }

    /** Where a plane begins. */
    int place(int plane) {
        return HeapAlignment.FIRST + plane * planeStride;
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
     * @param step INPUT: tiles that overlap by 2; OUTPUT_GRADIENT: tiles side by side
     * @param first first frame of the maps
     * @param padding zeros in front of the maps
     */
    void read(Winograd.Step step, HeapView maps, int height, int width, int first, int frames, int padding) {
        int side = form.in(step);
        int lineLength = (tilesAcross * form.tile + side - form.tile) * channels;
        Parallel.forEach(frames * tilesDown, task -> {
            int frame = task / tilesDown;
            int line = task % tilesDown;
            float[] lines = TaskArrays.take(0, side * lineLength);
            for (int k = 0; k < side; k++) {
                int y = line * form.tile + k - padding;
                int from = k * lineLength;
                int left = y >= 0 && y < height ? padding * channels : lineLength;
                int fitting = Math.max(0, Math.min(width * channels, lineLength - left));
                Arrays.fill(lines, from, from + left, 0f);
                if (fitting > 0) {
                    maps.read(((first + frame) * height + y) * width * channels, lines, from + left, fitting);
                }
                Arrays.fill(lines, from + left + fitting, from + lineLength, 0f);
            }
            float[] columns = TaskArrays.take(1, form.side * lineLength);
            loops.transform(form, step, lines, 0, lineLength, columns, 0, lineLength, lineLength);
            spread(step, columns, lineLength, (frame * tilesDown + line) * tilesAcross);
        });
    }

    private void spread(Winograd.Step step, float[] columns, int lineLength, int firstTile) {
        for (int v = 0; v < form.side; v++) {
            for (int x = 0; x < tilesAcross; x++) {
                int from = v * lineLength + x * form.tile * channels;
                int to = place(v * form.side) + (firstTile + x) * rowStride;
                loops.transform(form, step, columns, from, channels, values, to, planeStride, channels);
            }
        }
    }

    /** Transforms products back and writes the maps; {@code bias} may be null. */
    void write(HeapView maps, int height, int width, int first, int frames, float[] bias) {
        int lineLength = tilesAcross * form.tile * channels;
        Parallel.forEach(frames * tilesDown, task -> {
            int frame = task / tilesDown;
            int line = task % tilesDown;
            float[] columns = TaskArrays.take(0, form.side * lineLength);
            gather(columns, lineLength, (frame * tilesDown + line) * tilesAcross);
            float[] lines = TaskArrays.take(1, form.tile * lineLength);
            loops.transform(form, Winograd.Step.OUTPUT, columns, 0, lineLength, lines, 0, lineLength, lineLength);
            if (bias != null) {
                addBias(lines, form.tile * lineLength, bias);
            }
            for (int k = 0; k < form.tile; k++) {
                int y = line * form.tile + k;
                if (y < height) {
                    maps.write(
                            ((first + frame) * height + y) * width * channels, lines, k * lineLength, width * channels);
                }
            }
        });
    }

    private void gather(float[] columns, int lineLength, int firstTile) {
        for (int v = 0; v < form.side; v++) {
            for (int x = 0; x < tilesAcross; x++) {
                int from = place(v * form.side) + (firstTile + x) * rowStride;
                int to = v * lineLength + x * form.tile * channels;
                loops.transform(form, Winograd.Step.OUTPUT, values, from, planeStride, columns, to, channels, channels);
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
