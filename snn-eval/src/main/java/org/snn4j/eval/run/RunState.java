package org.snn4j.eval.run;

/** How far a run's folder has come. */
public enum RunState {
    /** Nothing there. */
    ABSENT,
    /** Begun, without result: still at work, or it failed or was killed. */
    UNFINISHED,
    /** Ended early by the user; its result is that of the last state. */
    INTERRUPTED,
    /** Complete. */
    FINISHED
}
