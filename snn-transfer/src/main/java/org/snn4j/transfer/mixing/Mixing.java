package org.snn4j.transfer.mixing;

import java.util.random.RandomGenerator;
import org.snn4j.transfer.Progress;

/**
 * Decides from which time step on the source stream shows event frames in place of the image.
 *
 * <p>One number per sample describes every published rule: 0 replaces the whole sequence, T nothing.
 */
public interface Mixing {
    /**
     * @param samples N
     * @param steps T
     * @return for each sample the first 0-based step that shows event frames, in [0, T]; T if none does
     */
    int[] replaceFrom(int samples, int steps, Progress progress, RandomGenerator random);

    /** False if {@link #replaceFrom} always answers T, so that the streams need not be comparable; true otherwise. */
    default boolean replaces() {
        return true;
    }
}
