package org.snn4j.data.catalogue;

import org.snn4j.core.Check;

/**
 * Licence of a data set.
 *
 * @param name its name; what is believed, if it was not verified
 * @param evidence how it is known
 * @param source where it was read, or where to look
 */
public record Licence(String name, Evidence evidence, String source) {
    public Licence {
        Check.notNull(name, "name");
        Check.notNull(evidence, "evidence");
        Check.notBlank(source, "source");
        if (evidence.isVerified()) {
            Check.notBlank(name, "name");
        }
    }

    /** A licence that was read. */
    static Licence read(String name, String source) {
        return new Licence(name, Evidence.READ, source);
    }

    /** A licence that nobody verified. */
    static Licence unverified(String believed, String source) {
        return new Licence(believed, believed.isEmpty() ? Evidence.UNKNOWN : Evidence.UNVERIFIED, source);
    }

    /** What may be said of it; a licence that was not verified is not named. */
    public String text() {
        return evidence.isVerified() ? name + " (" + source + ")" : "not verified: see " + source;
    }
}
