package org.snn4j.eval.table;

/** How our mean compares with the expected value. */
public enum Verdict {
    /** Equal at the printed precision. */
    OK("OK"),
    /** Within the tolerance, to either side. */
    CLOSE("CLOSE"),
    /** Further away than that. */
    DIFFERENT("DIFFERENT"),
    /** At least one of the wanted runs is missing: never a pass, whatever the others say. */
    NOT_RUN("NOT RUN");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** As printed. */
    public String label() {
        return label;
    }

    /** Compares a complete cell. */
    static Verdict of(Column column, double mean, double expected, double margin) {
        if (column.format(mean).equals(column.format(expected))) {
            return OK;
        }
        return Math.abs(mean - expected) <= margin ? CLOSE : DIFFERENT;
    }
}
