package org.snn4j.core.kernel;

/**
 * Arrays that a thread uses again from task to task, so that they stay in its cache. Their contents are undefined.
 *
 * <p>A task takes each slot once at a time; what it took is gone with its end. Who takes a slot must know which ones the classes that it calls take: {@link SparsePixels}
 * 2 and 3, and 0 to 2 of the integers; {@link SparseProduct} 0 and 1, of the integers 0; {@link ProductTiles} 0; {@link WinogradTiles} 0 and 1; {@link WinogradTaps} 0, 1 and 4.
 */
final class TaskArrays {
    private static final int SLOTS = 5;

    private static final ThreadLocal<float[][]> ARRAYS = ThreadLocal.withInitial(() -> new float[SLOTS][0]);

    private static final ThreadLocal<int[][]> INTS = ThreadLocal.withInitial(() -> new int[SLOTS][0]);

    private TaskArrays() {}

    /** An array of at least that length. */
    static int[] ints(int slot, int length) {
        int[][] arrays = INTS.get();
        if (arrays[slot].length < length) {
            arrays[slot] = new int[length];
        }
        return arrays[slot];
    }

    /** An array of at least that length. */
    static float[] take(int slot, int length) {
        float[][] arrays = ARRAYS.get();
        if (arrays[slot].length < length) {
            arrays[slot] = new float[length];
        }
        return arrays[slot];
    }
}
