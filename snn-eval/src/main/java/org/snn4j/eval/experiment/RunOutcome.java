package org.snn4j.eval.experiment;

import java.util.Optional;
import org.snn4j.eval.run.RunKey;
import org.snn4j.eval.run.RunResult;

/**
 * How one run of an experiment ended.
 *
 * @param key which run
 * @param status how it ended
 * @param result its result; empty if it has none
 * @param failure why it failed; empty if it did not
 */
public record RunOutcome(RunKey key, Status status, Optional<RunResult> result, Optional<Throwable> failure) {
    /** How a run can end. */
    public enum Status {
        /** Carried out now. */
        FINISHED,
        /** Had been carried out before with the same configuration; not repeated. */
        ALREADY_FINISHED,
        /** Another process is at it. */
        BUSY,
        /** Ended early by the user. */
        INTERRUPTED,
        /** Did not come to an end. */
        FAILED
    }

    static RunOutcome of(RunKey key, Status status, RunResult result) {
        return new RunOutcome(key, status, Optional.of(result), Optional.empty());
    }

    static RunOutcome busy(RunKey key) {
        return new RunOutcome(key, Status.BUSY, Optional.empty(), Optional.empty());
    }

    static RunOutcome failed(RunKey key, Throwable failure) {
        return new RunOutcome(key, Status.FAILED, Optional.empty(), Optional.of(failure));
    }
}
