package org.snn4j.eval.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snn4j.core.Check;

/**
 * Accumulates the spike rate of each layer over batches of different size. A rate is spikes per neuron and time step, in [0, 1]; it is
 * reported in percent. Not safe for several threads.
 */
public final class SpikeRates {
    private final Map<String, Double> sums = new LinkedHashMap<>();
    private long n;

    /**
     * Adds one batch.
     *
     * @param rates mean rate of each layer over the batch; the same layers at every call
     * @param samples samples of the batch
     */
    public void add(Map<String, Double> rates, int samples) {
        Check.atLeast(samples, 1, "samples");
        if (n > 0 && !rates.keySet().equals(sums.keySet())) {
            throw new IllegalArgumentException("layers are " + rates.keySet() + ", were " + sums.keySet());
        }
        rates.forEach((layer, rate) -> sums.merge(layer, samples * Check.inRange(rate, 0, 1, "spike rate of " + layer), Double::sum));
        n += samples;
    }

    /** Rate of each layer, in the order of the layers. */
    public Map<String, Measurement> byLayer() {
        Map<String, Measurement> rates = new LinkedHashMap<>();
        sums.forEach((layer, sum) -> rates.put(layer, share(sum)));
        return rates;
    }

    /** Mean of the layers' rates, each layer with the same weight. */
    public Measurement mean() {
        if (sums.isEmpty()) {
            throw new IllegalStateException("no spiking layer was measured");
        }
        return share(sums.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow());
    }

    /** A sum of rates close to n may pass it by rounding. */
    private Measurement share(double sum) {
        return Measurement.share(Math.min(1, sum / n), n);
    }
}
