package org.snn4j.core.layer;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Views;

/** One quantity of a layer that leaves the graph: its value after a forward pass, and the gradients that come back to it. */
public final class Tap {
    /** What a layer can give away. */
    public enum Quantity {
        /** The layer's output: spikes, or values of a layer without neurons. */
        OUTPUT,
        /** Membrane potential before the reset. */
        BEFORE_RESET,
        /** Membrane potential after the reset. */
        AFTER_RESET
    }

    private record Part(int firstRow, INDArray gradient) {}

    private final List<Part> parts = new ArrayList<>();
    private boolean wanted;
    private INDArray value;

    /** Whether the next passes must provide it. */
    public void want(boolean wanted) {
        this.wanted = wanted;
    }

    /** True if the next passes must provide it. */
    public boolean wanted() {
        return wanted;
    }

    void publish(INDArray value) {
        this.value = value;
        parts.clear();
    }

    /** The rows of the last forward pass. */
    public INDArray value() {
        if (value == null) {
            throw new IllegalStateException("this quantity was not kept in the last pass");
        }
        return value;
    }

    /** Adds dL/dvalue for consecutive rows from {@code firstRow} on. */
    public void addGradient(int firstRow, INDArray gradient) {
        parts.add(new Part(firstRow, gradient));
    }

    boolean hasGradient() {
        return !parts.isEmpty();
    }

    /** Adds the gradients that came back, if any, to {@code target}, which has the shape of the value. */
    void addGradientsTo(INDArray target) {
        if (parts.isEmpty()) {
            return;
        }
        long values = target.length() / target.size(0);
        INDArray flat = target.reshape(target.size(0), values);
        for (Part part : parts) {
            long rows = part.gradient().length() / values;
            Views.rows(flat, part.firstRow(), part.firstRow() + rows)
                    .addi(part.gradient().reshape(rows, values));
        }
    }
}
