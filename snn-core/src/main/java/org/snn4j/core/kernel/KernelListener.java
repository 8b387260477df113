package org.snn4j.core.kernel;

/** Hears which kernel was chosen for an operation whose cost depends on its input. Called on the thread that asked for the operation. */
@FunctionalInterface
public interface KernelListener {
    /** Hears nothing. */
    KernelListener NONE = (operation, kernel, density) -> {};

    /** Operation: the values of a layer. */
    String FORWARD = "forward";
    /** Operation: dL/dweight. */
    String WEIGHT_GRADIENT = "weight gradient";
    /** Operation: dL/dinput. */
    String INPUT_GRADIENT = "input gradient";

    /**
     * A choice was made.
     *
     * @param operation one of the constants above
     * @param kernel what does it: "sparse", "dense", ...
     * @param density share of values that are not zero, by which it was chosen, in [0, 1]; NaN if it was not measured
     */
    void chosen(String operation, String kernel, double density);
}
