package org.snn4j.transfer;

/**
 * Which frames of the source stream are event frames.
 *
 * @param replaceFrom for each sample the first 0-based step that shows event frames; {@code steps} if none does
 * @param steps T
 */
public record Mixture(int[] replaceFrom, int steps) {
    public Mixture {
        replaceFrom = replaceFrom.clone();
        for (int first : replaceFrom) {
            if (first < 0 || first > steps) {
                throw new IllegalArgumentException(
                        "first replaced step is " + first + ", must be in [0, " + steps + "]");
            }
        }
    }

    @Override
    public int[] replaceFrom() {
        return replaceFrom.clone();
    }

    /** True if sample n shows an event frame at step t. */
    public boolean isEvent(int t, int n) {
        return t >= replaceFrom[n];
    }

    /** Share of event frames of sample n, in [0, 1]. */
    public double ratio(int n) {
        return (double) (steps - replaceFrom[n]) / steps;
    }
}
