package org.snn4j.eval.table;

/** Wording that every form of a table shares. */
final class CellTexts {
    /** Head above intervals. */
    static final String INTERVAL = "95 % interval";

    private CellTexts() {}

    static String interval(String low, String high) {
        return "[" + low + ", " + high + "]";
    }
}
