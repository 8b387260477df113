package org.snn4j.data.transform;

import java.util.random.RandomGenerator;

/** How much of a change is made. */
public enum Amount {
    /** As much as is written. */
    FIXED,
    /** Drawn uniformly between as much in one direction and as much in the other, ends included. */
    UNIFORM;

    double draw(double value, RandomGenerator random) {
        return this == FIXED ? value : (2 * random.nextDouble() - 1) * value;
    }

    int draw(int value, RandomGenerator random) {
        int most = Math.abs(value);
        return this == FIXED ? value : random.nextInt(-most, most + 1);
    }
}
