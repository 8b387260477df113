package org.snn4j.data.dataset;

import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.data.split.BalancedDraw;

/**
 * What is drawn from the training part of a data set.
 *
 * @param share part of the training recordings that is trained on, in (0, 1]
 * @param validation part of the share that is held back for validation, in [0, 1)
 * @param images still images drawn from those allowed, in the proportions of the classes; 0 for all
 * @param leftOut training recordings outside the share that are scored, at most
 * @param minimum recordings of each class to train on, at least
 * @param rounding how classes are rounded to whole recordings
 */
record DrawSettings(double share, double validation, int images, int leftOut, int minimum, Rounding rounding) {
    /** How the numbers of classes are made whole. */
    enum Rounding {
        /** By the largest remainder; shares are nested if the classes are of equal size. */
        LARGEST_REMAINDER {
            @Override
            int[] draw(int[] labels, int total, int minimum, RandomGenerator random) {
                return BalancedDraw.draw(labels, total, minimum, random);
            }
        },
        /** So that a smaller share always lies inside a larger one. */
        NESTED {
            @Override
            int[] draw(int[] labels, int total, int minimum, RandomGenerator random) {
                return BalancedDraw.nested(labels, total, minimum, random);
            }
        };

        /** Positions of {@code total} of the labels, ascending. */
        abstract int[] draw(int[] labels, int total, int minimum, RandomGenerator random);
    }

    DrawSettings {
        Check.greaterThan(share, 0, "share");
        Check.inRange(share, 0, 1, "share");
        Check.inRange(validation, 0, Math.nextDown(1.0), "validation");
        Check.atLeast(images, 0, "images");
        Check.atLeast(leftOut, 0, "left-out");
        Check.atLeast(minimum, 1, "minimum");
    }

    /** Of a data set whose shares are nested. */
    static DrawSettings nested(double share, double validation, int images, int leftOut, int minimum) {
        return new DrawSettings(share, validation, images, leftOut, minimum, Rounding.NESTED);
    }
}
