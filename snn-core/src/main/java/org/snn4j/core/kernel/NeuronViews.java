package org.snn4j.core.kernel;

/** Memory of the arrays of a {@link NeuronOutput}; potentials are null where nobody asks for them. */
record NeuronViews(HeapView spikes, HeapView before, HeapView after) {
    static NeuronViews of(NeuronOutput output) {
        return new NeuronViews(
                HeapView.of(output.spikes()),
                output.beforeReset() == null ? null : HeapView.of(output.beforeReset()),
                output.afterReset() == null ? null : HeapView.of(output.afterReset()));
    }
}
