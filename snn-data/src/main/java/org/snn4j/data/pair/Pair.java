package org.snn4j.data.pair;

import org.snn4j.core.Check;

/**
 * An image and a recording of the same class; one of them is absent where only one stream is trained.
 *
 * @param image index of the image, {@link #NONE} if there is none
 * @param recording index of the recording, {@link #NONE} if there is none
 * @param label class of both
 */
public record Pair(int image, int recording, int label) {
    /** Index of a side that is absent. */
    public static final int NONE = -1;

    public Pair {
        Check.atLeast(image, NONE, "image");
        Check.atLeast(recording, NONE, "recording");
        Check.atLeast(label, 0, "label");
        if (image == NONE && recording == NONE) {
            throw new IllegalArgumentException("a pair needs an image or a recording");
        }
    }
}
