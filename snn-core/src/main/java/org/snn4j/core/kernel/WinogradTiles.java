package org.snn4j.core.kernel;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Lines of maps cut into tiles, each transformed in two dimensions: a plane for each product of a tile, of [tiles, channels]. Lines of tiles are counted
 * over all frames.
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

    /**
     * @param memory gives an array of at least some length
     * @param most lines of tiles there can be at a time
     * @param tiled maps that the convolution writes; tiles cover these
     */
    WinogradTiles(WinogradLoops loops, IntFunction<float[]> memory, int most, MapsView tiled, int channels) {
        this.form = tiled.form();
        this.loops = loops;
        this.tilesDown = form.tiles(tiled.height);
        this.tilesAcross = form.tiles(tiled.width);
        this.channels = channels;
        this.rowStride = columns(channels) + SKEW;
        this.planeStride = rows(most) * rowStride + SKEW;
        this.values = memory.apply(Math.multiplyExact(form.planes, planeStride) + HeapAlignment.FIRST);
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

    /** Tiles of that many lines, filled up to what a product of matrices takes. */
    int rows(int lines) {
        return ceil(tiles(lines), WinogradLoops.ROWS) * WinogradLoops.ROWS;
    }

    int tiles(int lines) {
        return lines * tilesAcross;
    }

    /**
     * Cuts and transforms a line of maps.
     *
     * @param step INPUT: tiles that overlap by 2; OUTPUT_GRADIENT: tiles side by side
     * @param padding zeros in front of the maps
     * @param line line of tiles of the maps
     * @param place line that it becomes here
     */
    void read(Winograd.Step step, MapsView maps, int padding, int line, int place) {
        int side = form.in(step);
        int lineLength = (tilesAcross * form.tile + side - form.tile) * channels;
        float[] lines = TaskArrays.take(0, side * lineLength);
        int length = maps.width * channels;
        for (int k = 0; k < side; k++) {
            int y = line % tilesDown * form.tile + k - padding;
            int from = k * lineLength;
            int left = y >= 0 && y < maps.height ? padding * channels : lineLength;
            int fitting = Math.max(0, Math.min(length, lineLength - left));
            Arrays.fill(lines, from, from + left, 0f);
            if (fitting > 0) {
                maps.view.read((line / tilesDown * maps.height + y) * length, lines, from + left, fitting);
            }
            Arrays.fill(lines, from + left + fitting, from + lineLength, 0f);
        }
        float[] columns = TaskArrays.take(1, form.side * lineLength);
        loops.transform(form, step, lines, 0, lineLength, columns, 0, lineLength, lineLength);
        spread(step, columns, lineLength, place * tilesAcross);
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

    /**
     * Transforms the products of a line back and writes them.
     *
     * @param place line here
     * @param line line of tiles of the maps that it becomes
     * @param bias may be null
     */
    void write(int place, MapsView maps, int line, float[] bias) {
        int lineLength = tilesAcross * form.tile * channels;
        float[] columns = TaskArrays.take(0, form.side * lineLength);
        gather(columns, lineLength, place * tilesAcross);
        float[] lines = TaskArrays.take(1, form.tile * lineLength);
        loops.transform(form, Winograd.Step.OUTPUT, columns, 0, lineLength, lines, 0, lineLength, lineLength);
        if (bias != null) {
            addBias(lines, form.tile * lineLength, bias);
        }
        int length = maps.width * channels;
        int top = line % tilesDown * form.tile;
        for (int k = 0; k < Math.min(form.tile, maps.height - top); k++) {
            maps.view.write((line / tilesDown * maps.height + top + k) * length, lines, k * lineLength, length);
        }
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
