package org.snn4j.core.layer;

import org.snn4j.core.Check;
import org.snn4j.core.TimeFold;

/** The pass at work, shared by all layers of one network: Deeplearning4j has no argument for it. */
public final class Pass {
    private TimeFold fold;
    private boolean training;

    /** Announces the next forward pass. */
    public void begin(TimeFold fold, boolean training) {
        this.fold = Check.notNull(fold, "fold");
        this.training = training;
    }

    /** How the rows of every array of this pass are ordered. */
    public TimeFold fold() {
        if (fold == null) {
            throw new IllegalStateException("no forward pass has begun");
        }
        return fold;
    }

    /** True if batch statistics are used and a backward pass may follow. */
    public boolean training() {
        return training;
    }
}
