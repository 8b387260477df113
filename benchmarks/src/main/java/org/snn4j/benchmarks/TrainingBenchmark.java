package org.snn4j.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.layer.LayerProfile;

/**
 * Times inference and training steps of one network in this process, from a state that {@link PrepareState} or {@link SetRates} wrote, and prints one
 * line of JSON.
 *
 * <p>Arguments: network, folder, name of the state, T, batch, repetitions, learning rate.
 */
public final class TrainingBenchmark {
    private TrainingBenchmark() {}

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws IOException {
        String version = Timing.version();
        long start = peak();
        Path folder = Path.of(arguments[1]);
        LayerProfile profile = new LayerProfile();
        Subject subject = Subject.load(
                Topology.named(arguments[0]),
                DataType.FLOAT,
                folder,
                arguments[2],
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                profile);
        int repetitions = Integer.parseInt(arguments[5]);
        double rate = Double.parseDouble(arguments[6]);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", "snn4j");
        result.put("configuration", KernelSelection.choose().kernels().name());
        result.put("version", version);
        result.put("settings", Timing.settings(repetitions));
        result.put("inference", Timing.times(repetitions, subject::infer));
        result.put("right", subject.right(subject.infer()));
        result.put("recordings", Integer.parseInt(arguments[4]));
        result.put("rates", subject.rates());
        result.put("startPeakMiB", start);
        result.put("inferencePeakMiB", peak());
        Timing.warmUp(() -> subject.train(rate));
        profile.reset();
        List<Double> times = Timing.measure(repetitions, () -> subject.train(rate));
        result.put("training", Timing.thinned(times));
        result.put("layers", LayerTimes.of(profile, times.size()));
        result.put("peakMiB", peak());
        result.put("trainingRates", subject.rates());
        subject.infer();
        result.put("ratesAtEnd", subject.rates());
        System.out.println(new ObjectMapper().writeValueAsString(result));
    }

    /** Largest resident set of this process so far, in MiB. */
    private static long peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow(() -> new IOException("/proc/self/status has no VmHWM"));
    }
}
