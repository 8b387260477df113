package org.snn4j.core.kernel;

/** Spikes of a block of neurons, or their gradients, that only their means over windows leave. Used by one thread at a time. */
final class PooledSpikes {
    private final BlockLoops loops;
    private final PoolWindow window;
    private final HeapView block;
    private final int pooledRow;
    private final float[] zeros;

    PooledSpikes(BlockLoops loops, PoolWindow window, BlockCut cut) {
        this.loops = loops;
        this.window = window;
        this.block = HeapView.allocate(cut.block());
        this.pooledRow = cut.row() / window.band() * window.pooledLine();
        this.zeros = new float[window.band()];
    }

    /** Values of the block: position 0 is where it starts. */
    HeapView block() {
        return block;
    }

    private int pooledPosition(int row, int at) {
        return row * pooledRow + at / window.band() * window.pooledLine();
    }

    /** Writes the means of the windows between two positions of a row; rows of the map that fill no window are left out. */
    void average(int row, int start, int end, HeapView pooled) {
        for (int at = start; at + window.band() <= end; at += window.band()) {
            loops.average(window, block, at - start, pooled, pooledPosition(row, at));
        }
    }

    /** Reads the gradients of the windows between two positions of a row; what is in no window gets 0. */
    void spread(int row, int start, int end, HeapView pooledGradient) {
        int at = start;
        for (; at + window.band() <= end; at += window.band()) {
            loops.spread(window, pooledGradient, pooledPosition(row, at), block, at - start);
        }
        block.write(at - start, zeros, 0, end - at);
    }
}
