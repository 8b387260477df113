package org.snn4j.core.kernel;

import java.util.ArrayList;
import java.util.List;

/** Large arrays that kernels use again from call to call: making and clearing them takes as long as much of the arithmetic. */
final class Workspace {
    /** Arrays kept: as many as one kernel holds at a time. */
    private static final int KEPT = 12;

    private final List<float[]> free = new ArrayList<>();

    /** An array of at least that length with any contents; give it back with {@link #giveBack}. */
    synchronized float[] take(int length) {
        int best = -1;
        for (int i = 0; i < free.size(); i++) {
            int size = free.get(i).length;
            if (size >= length && (best < 0 || size < free.get(best).length)) {
                best = i;
            }
        }
        return best >= 0 ? free.remove(best) : new float[length];
    }

    /** Values of the arrays kept. */
    synchronized long values() {
        return free.stream().mapToLong(array -> array.length).sum();
    }

    /** Keeps the largest arrays for later. */
    synchronized void giveBack(float[]... arrays) {
        free.addAll(List.of(arrays));
        free.sort((a, b) -> Integer.compare(b.length, a.length));
        while (free.size() > KEPT) {
            free.remove(KEPT);
        }
    }
}
