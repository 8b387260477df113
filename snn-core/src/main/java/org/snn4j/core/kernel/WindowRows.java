package org.snn4j.core.kernel;

/** The rows of weights that the windows of one output line meet. */
final class WindowRows {
    /** Where the listed rows begin, for a window whose offset is 0. */
    final int[] starts;
    /** What the listed rows are multiplied with. */
    final float[] factors;

    private final int[] from;
    private final int[] to;
    private final int[] offsets;

    WindowRows(int windows, int[] starts, float[] factors) {
        this.starts = starts;
        this.factors = factors;
        from = new int[windows];
        to = new int[windows];
        offsets = new int[windows];
    }

    /** A window meets the rows listed in [from, to), each shifted by an offset. */
    void set(int window, int from, int to, int offset) {
        this.from[window] = from;
        this.to[window] = to;
        this.offsets[window] = offset;
    }

    int windows() {
        return from.length;
    }

    int from(int window) {
        return from[window];
    }

    int to(int window) {
        return to[window];
    }

    int offset(int window) {
        return offsets[window];
    }
}
