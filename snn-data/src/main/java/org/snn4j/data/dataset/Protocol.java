package org.snn4j.data.dataset;

/** Which still images training may see. */
public enum Protocol {
    /** As the authors' code does it: every training image, also those whose recordings are scored. */
    PAPER,
    /** Only images whose recordings are not scored. */
    CLEAN
}
