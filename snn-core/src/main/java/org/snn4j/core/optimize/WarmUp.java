package org.snn4j.core.optimize;

import org.snn4j.core.Check;

/** Linear rise of the learning rate from {@code start} over the first {@code epochs}, after which the schedule takes over. */
record WarmUp(int epochs, double start) {
    static void check(int epochs, double start) {
        Check.atLeast(epochs, 0, "warm-up-epochs");
        Check.atLeast(start, 0, "warm-up-rate");
    }

    boolean covers(int epoch) {
        return epoch < epochs;
    }

    double rate(double base, int epoch) {
        return start + epoch * (base - start) / epochs;
    }
}
