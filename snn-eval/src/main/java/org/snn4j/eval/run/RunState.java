package org.snn4j.eval.run;

/** How far a run's folder has come. */
public enum RunState {
    /** Nothing there. */
    ABSENT,
    /** Begun, without result: still at work, or it failed or was killed. */
    UNFINISHED,
    /**
     * Ended early by the user: {@code last.safetensors} holds the weights of that moment, the result no metrics. It cannot be resumed; run again, it begins
     * anew.
     */
    INTERRUPTED,
    /** Complete. */
    FINISHED
}
