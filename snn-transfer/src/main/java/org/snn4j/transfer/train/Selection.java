package org.snn4j.transfer.train;

import java.util.Optional;
import org.snn4j.data.dataset.PairedData;

/** Which epoch's network a phase ends with. */
public enum Selection {
    /** The last one. */
    LAST(null),
    /** The first of those with the highest accuracy on the validation part. */
    BEST_VALIDATION(PairedData.VALIDATION),
    /** The first of those with the highest accuracy on the test part, as published code does it; only under the protocol {@code paper}. */
    BEST_TEST(PairedData.TEST);

    private final String part;

    Selection(String part) {
        this.part = part;
    }

    /** The part of the data that decides; empty for the last epoch. */
    public Optional<String> part() {
        return Optional.ofNullable(part);
    }
}
