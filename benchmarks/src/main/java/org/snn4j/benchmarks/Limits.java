package org.snn4j.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.layer.LayerProfile;

/**
 * Measures what this machine can do at most, and how far the layers of a network are from it; prints one line of JSON.
 *
 * <p>Arguments: network, folder, name of the state, T, batch, repetitions, learning rate, pass (inference or training).
 */
public final class Limits {
    private Limits() {}

    /** Runs the measurement. */
    public static void main(String[] arguments) throws IOException {
        MachineRates machine = MachineRates.measure(Runtime.getRuntime().availableProcessors());
        Topology topology = Topology.named(arguments[0]);
        int steps = Integer.parseInt(arguments[3]);
        int batch = Integer.parseInt(arguments[4]);
        int repetitions = Integer.parseInt(arguments[5]);
        double rate = Double.parseDouble(arguments[6]);
        LayerProfile profile = new LayerProfile();
        Subject subject =
                Subject.load(topology, DataType.FLOAT, Path.of(arguments[1]), arguments[2], steps, batch, profile);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", "snn4j");
        result.put("configuration", KernelSelection.choose().kernels().name());
        result.put("version", Timing.version());
        result.put("settings", Timing.settings(repetitions));
        result.put("machine", machine);
        Runnable pass =
                switch (arguments[7]) {
                    case "inference" -> subject::infer;
                    case "training" -> () -> subject.train(rate);
                    default ->
                        throw new IllegalArgumentException(
                                "pass is '" + arguments[7] + "', must be inference or training");
                };
        List<Double> times = new ArrayList<>();
        Map<String, Integer> methods = MethodSamples.during(() -> Timing.warmUp(pass), () -> {
            profile.reset();
            times.addAll(Timing.measure(repetitions, pass));
        });
        List<LayerWork> works = LayerWork.of(topology, steps * batch, machine.lanes(), profile.layers());
        result.put("times", times);
        result.put("methods", methods);
        result.put("layers", layers(profile, times.size(), works, machine));
        System.out.println(new ObjectMapper().writeValueAsString(result));
    }

    /** Means over the passes, with the least that each layer needs. */
    private static List<Map<String, Object>> layers(
            LayerProfile profile, int passes, List<LayerWork> works, MachineRates machine) {
        List<Map<String, Object>> rows = LayerTimes.of(profile, passes);
        for (Map<String, Object> row : rows) {
            works.stream()
                    .filter(work -> work.layer().equals(row.get("layer")))
                    .findFirst()
                    .ifPresent(work -> {
                        row.put("forwardWork", described(work.forward(), machine));
                        row.put("backwardWork", described(work.backward(), machine));
                    });
        }
        return rows;
    }

    private static Map<String, Double> described(LayerWork.Amount amount, MachineRates machine) {
        return Map.of(
                "products", amount.products(),
                "rows", amount.rows(),
                "bytes", amount.bytes(),
                "arithmetic", amount.arithmeticMillis(machine),
                "least", amount.leastMillis(machine));
    }
}
