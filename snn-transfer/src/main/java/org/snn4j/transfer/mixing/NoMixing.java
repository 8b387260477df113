package org.snn4j.transfer.mixing;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.snn4j.core.Reference;
import org.snn4j.transfer.Progress;

/** Leaves the source stream as it is; draws nothing. */
@Reference(title = "Control condition: the source stream unmixed")
public final class NoMixing implements Mixing {
    @Inject
    public NoMixing() {}

    @Override
    public int[] replaceFrom(int samples, int steps, Progress progress, RandomGenerator random) {
        return untouched(samples, steps);
    }

    @Override
    public boolean replaces() {
        return false;
    }

    static int[] untouched(int samples, int steps) {
        int[] first = new int[samples];
        Arrays.fill(first, steps);
        return first;
    }
}
