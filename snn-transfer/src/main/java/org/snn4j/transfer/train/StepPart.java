package org.snn4j.transfer.train;

/** What the time of a training step goes into, in order. */
public enum StepPart {
    /** Reading, changing and mixing the frames of a batch: on a thread of its own, while the step before is still at work. */
    PREPARATION,
    /** Waiting for a batch that is not ready yet. */
    WAITING,
    /** Copying frames into the network's input. */
    INPUT,
    /** The network's forward pass. */
    FORWARD,
    /** Value and gradients of the loss. */
    OBJECTIVES,
    /** The network's backward pass. */
    BACKWARD,
    /** The optimizer's update. */
    UPDATE
}
