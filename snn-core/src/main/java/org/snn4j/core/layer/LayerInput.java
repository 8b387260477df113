package org.snn4j.core.layer;

import java.util.Arrays;
import org.snn4j.core.Check;

/**
 * What is known of the array that a layer reads.
 *
 * @param shape shape of one row: [H, W, C] or [F]
 * @param levels how many distinct values it can hold: 2 for spikes, 5 for spikes pooled 2x2; 0 for any number
 * @param wantsGradient whether the gradient of the array is read
 */
public record LayerInput(long[] shape, int levels, boolean wantsGradient) {
    /** Levels that a byte can tell apart. */
    private static final int MOST_LEVELS = 256;

    public LayerInput {
        shape = shape.clone();
        Check.atLeast(levels, 0, "levels");
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    /** True if a packed copy is smaller than the array. */
    boolean packable() {
        return levels > 1 && levels <= MOST_LEVELS;
    }

    /** Levels after the mean over that many values. */
    public static int pooled(int levels, long area) {
        long pooled = levels == 0 ? 0 : area * (levels - 1) + 1;
        return pooled > MOST_LEVELS ? 0 : (int) pooled;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LayerInput that
                && Arrays.equals(shape, that.shape)
                && levels == that.levels
                && wantsGradient == that.wantsGradient;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shape) + levels;
    }

    @Override
    public String toString() {
        return "LayerInput(" + Arrays.toString(shape) + ", " + levels + " levels)";
    }
}
