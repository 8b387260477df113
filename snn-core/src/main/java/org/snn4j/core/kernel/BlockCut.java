package org.snn4j.core.kernel;

/**
 * How the values of rows are cut, by their shape alone: a row into parts, which are tasks; a part into blocks whose working arrays stay in the
 * second-level cache; a block into tiles that begin at channel 0 and are as long as the arrays with a value per channel.
 *
 * @param row values of a row
 * @param channels length of the last axis
 * @param tile values of a tile
 * @param block values of a block
 * @param part values of a part
 */
record BlockCut(int row, int channels, int tile, int block, int part) {
    private static final int TILE = 512;
    private static final int BLOCK = 8192;
    private static final int BLOCKS_PER_PART = 4;
    /** A tile of a multiple of so many values leaves no rest to loops over vectors. */
    private static final int LANES = 16;
    /** Values that a block of all steps should have at most. */
    private static final int WORK = 1 << 17;

    /**
     * The cut of rows of pixels.
     *
     * @param steps values that are kept of each position of a block
     * @param band values that no block divides, a multiple of the channels; 0 for blocks of whole tiles
     */
    static BlockCut of(int row, int channels, int steps, int band) {
        int unit = channels;
        while (unit % LANES != 0 && unit < TILE) {
            unit *= 2;
        }
        unit = Math.min(row, unit);
        int tile = Math.min(row, unit * Math.max(1, TILE / unit));
        int whole = band == 0 ? tile : band;
        int block = whole * Math.max(1, Math.min(BLOCK, WORK / steps) / whole);
        return new BlockCut(row, channels, tile, Math.min(row, block), Math.min(row, block * BLOCKS_PER_PART));
    }

    int tilesPerBlock() {
        return (block + tile - 1) / tile;
    }

    int partsPerRow() {
        return (row + part - 1) / part;
    }

    int from(int index) {
        return index * part;
    }

    int to(int index) {
        return Math.min(row, (index + 1) * part);
    }

    /** Repeats a value per channel over a tile. */
    float[] tiled(double[] perChannel) {
        float[] tiled = new float[tile];
        for (int i = 0; i < tile; i++) {
            tiled[i] = (float) perChannel[i % channels];
        }
        return tiled;
    }

    /** Adds the values of a tile to those of their channels. */
    void fold(double[] tiled, double[] perChannel) {
        for (int i = 0, c = 0; i < tile; i++) {
            perChannel[c] += tiled[i];
            c = c + 1 == channels ? 0 : c + 1;
        }
    }

    /** Moves sums over a tile to double precision and begins them again. */
    static void drain(float[] sums, double[] totals) {
        for (int i = 0; i < sums.length; i++) {
            totals[i] += sums[i];
            sums[i] = 0;
        }
    }
}
