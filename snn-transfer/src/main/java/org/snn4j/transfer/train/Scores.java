package org.snn4j.transfer.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What scoring one part of the data gave.
 *
 * @param predictions answer for each sample, in the order of the part
 * @param spikeRates spikes per neuron and time step of each spiking layer, in the order of the layers, in [0, 1]; mean over the samples
 */
public record Scores(Predictions predictions, Map<String, Double> spikeRates) {
    public Scores {
        spikeRates = Collections.unmodifiableMap(new LinkedHashMap<>(spikeRates));
    }
}
