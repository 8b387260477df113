package org.snn4j.data.layout;

import org.snn4j.core.Check;

/**
 * Which still images go with the recordings.
 *
 * @param choice {@link #OWN}, {@link #NONE}, or the name of a folder below the data folder with one folder of images per class
 */
public record Stills(String choice) {
    /** Those that the data set was made from, or that papers use with it. */
    public static final String OWN = "own";
    /** None: nothing but recordings is trained on. */
    public static final String NONE = "none";

    public Stills {
        Check.notBlank(choice, "stills");
    }

    boolean own() {
        return choice.equals(OWN);
    }

    boolean none() {
        return choice.equals(NONE);
    }
}
