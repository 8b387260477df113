package org.snn4j.transfer.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snn4j.core.Stream;

/**
 * What happened in one epoch.
 *
 * @param phase name of the phase
 * @param epoch epoch of the phase, 0-based
 * @param epochs epochs of the phase
 * @param loss mean over the samples of the weighted sum of the objectives
 * @param objectives mean over the samples of each objective, without its weight, in order
 * @param accuracy accuracy on each part scored after this epoch, in [0, 1]; empty if none was
 * @param spikeRates spikes per neuron and time step by layer and stream in the last training batch, in [0, 1]
 * @param exposure data seen up to the end of this epoch
 * @param learningRate learning rate of the epoch
 * @param seconds wall-clock time of the epoch with its scoring
 */
public record EpochRecord(
        String phase,
        int epoch,
        int epochs,
        double loss,
        Map<String, Double> objectives,
        Map<String, Double> accuracy,
        Map<String, Map<Stream, Double>> spikeRates,
        Exposure exposure,
        double learningRate,
        double seconds) {
    public EpochRecord {
        objectives = Collections.unmodifiableMap(new LinkedHashMap<>(objectives));
        accuracy = Collections.unmodifiableMap(new LinkedHashMap<>(accuracy));
        spikeRates = Collections.unmodifiableMap(new LinkedHashMap<>(spikeRates));
    }
}
