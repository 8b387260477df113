package org.example.spiking;

import org.snn4j.core.inject.ComponentPlugin;
import org.snn4j.core.neuron.Neuron;
import org.snn4j.transfer.objective.Objective;

/** Names the components of this jar. */
public final class ExamplePlugin extends ComponentPlugin {
    @Override
    protected void configure() {
        slot(Neuron.class).add("quadratic", QuadraticNeuron.class);
        slot(Objective.class).add("confidence-penalty", ConfidencePenalty.class);
    }
}
