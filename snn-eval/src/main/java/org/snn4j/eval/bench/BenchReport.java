package org.snn4j.eval.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.snn4j.eval.run.Computing;
import org.snn4j.eval.run.Machine;
import org.snn4j.eval.run.Provenance.Software;

/**
 * What was measured; times in milliseconds, memory in bytes.
 *
 * @param subject what was run
 * @param step a whole training step
 * @param samplesPerSecond pairs trained on in a second, by the median
 * @param parts mean time per step of each {@link org.snn4j.transfer.train.StepPart}, in lower case; the first of them runs beside the others
 * @param layers layers in the order of the forward pass
 * @param inference scoring one batch, reading included
 * @param inferencePerSecond recordings scored in a second, by the median
 * @param memory the most that was in use
 * @param computing kernels and threads
 * @param machine what it ran on
 * @param software this program
 */
public record BenchReport(
        Subject subject,
        Spread step,
        double samplesPerSecond,
        Map<String, Double> parts,
        List<Layer> layers,
        Spread inference,
        double inferencePerSecond,
        PeakMemory memory,
        Computing computing,
        Machine machine,
        Software software) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /**
     * What was run.
     *
     * @param experiment its name
     * @param variant its name
     * @param phase its name
     * @param seed root seed
     * @param data name of the data set
     * @param simulated true if the recordings come from a simulated sensor
     * @param streams streams that were trained
     * @param batch pairs in a step
     * @param timeSteps T
     * @param parameters learnable parameters of the network
     * @param warmUp steps that do not count
     * @param steps steps that do
     */
    public record Subject(
            String experiment,
            String variant,
            String phase,
            long seed,
            String data,
            boolean simulated,
            List<String> streams,
            int batch,
            int timeSteps,
            long parameters,
            int warmUp,
            int steps) {}

    /**
     * One layer.
     *
     * @param name its name
     * @param forward mean time per step
     * @param backward mean time per step
     * @param spikeRates spikes per neuron and time step in the last step by stream, in [0, 1]; empty for layers without neurons
     * @param doneBy name of the layer whose neurons did its work on the way, and have its time; null if it did it itself
     * @param kernels kernels it was given by operation; empty if they do not depend on its input
     */
    public record Layer(
            String name,
            double forward,
            double backward,
            Map<String, Double> spikeRates,
            String doneBy,
            Map<String, List<KernelShare>> kernels) {}

    /**
     * A kernel that a layer was given.
     *
     * @param kernel its name
     * @param times how often
     * @param density mean share of non-zero inputs at these times, in [0, 1]; null if it was not measured
     */
    public record KernelShare(String kernel, long times, Double density) {}

    /** As JSON text, keys in kebab case. */
    public String json() {
        try {
            return JSON.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of numbers and texts does not become JSON", e);
        }
    }
}
