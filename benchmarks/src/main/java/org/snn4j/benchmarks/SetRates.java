package org.snn4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Moves the batch-norm biases of a trained network until every normalised layer fires at a given rate, all channels of a layer by the same amount, and
 * writes that state.
 *
 * <p>Arguments: network, folder, T, batch, rate. The state is called rate-RATE.
 */
public final class SetRates {
    private static final int PASSES = 40;
    /** A step in units of the log-odds; the potential of a neuron with unit variance in front needs about half of that. */
    private static final double GAIN = 0.4;

    private static final double LEAST = 1e-3;

    private SetRates() {}

    /** Writes the state. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        double wanted = Double.parseDouble(arguments[4]);
        Subject subject = Subject.load(
                Topology.named(arguments[0]),
                DataType.FLOAT,
                folder,
                PrepareState.WEIGHTS,
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
        Map<String, Double> rates = new LinkedHashMap<>();
        for (int pass = 0; pass < PASSES; pass++) {
            subject.look();
            subject.rates().forEach((layer, rate) -> {
                rates.put(layer, rate);
                var bias = subject.network().state().get(layer + ".bias");
                if (bias != null) {
                    bias.addi(GAIN * (logOdds(wanted) - logOdds(rate)));
                }
            });
        }
        System.err.println("rate " + wanted + ": " + rates);
        ArrayFile.write(folder, "rate-" + arguments[4], subject.network().state());
    }

    private static double logOdds(double rate) {
        double inside = Math.max(LEAST, Math.min(1 - LEAST, rate));
        return Math.log(inside / (1 - inside));
    }
}
