package org.snn4j.core.neuron;

import org.snn4j.core.Check;
import org.snn4j.core.surrogate.SurrogateGradient;

/**
 * The four independent choices that make a spiking neuron.
 *
 * @param neuron charge equation
 * @param firing threshold and firing rule
 * @param reset what a spike does to the potential
 * @param surrogate derivative used for the spike
 */
public record NeuronModel(Neuron neuron, Firing firing, Reset reset, SurrogateGradient surrogate) {
    public NeuronModel {
        Check.notNull(neuron, "neuron");
        Check.notNull(firing, "firing");
        Check.notNull(reset, "reset");
        Check.notNull(surrogate, "surrogate");
    }
}
