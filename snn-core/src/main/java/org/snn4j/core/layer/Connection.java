package org.snn4j.core.layer;

/** How the two branches of a residual block become one: a is the branch with the convolutions, b the shortcut. */
public enum Connection {
    /** a + b. */
    ADD,
    /** a * b; of spikes: both fired. */
    AND,
    /** (1 - a) * b; of spikes: the shortcut fired and the branch did not. */
    IAND;

    /** True if the gradients need the values of both branches. */
    boolean keepsInputs() {
        return this != ADD;
    }
}
