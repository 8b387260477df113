package org.snn4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.snn4j.core.Seeds;
import org.snn4j.core.config.ExperimentReader;
import org.snn4j.core.inject.Plugins;
import org.snn4j.eval.experiment.Experiment;
import org.snn4j.eval.experiment.PlannedRun;
import org.snn4j.eval.metric.Measurement;
import org.snn4j.eval.run.Computing;
import org.snn4j.eval.run.Machine;
import org.snn4j.eval.run.Provenance;
import org.snn4j.eval.run.Provenance.DataFacts;
import org.snn4j.eval.run.Provenance.Software;
import org.snn4j.eval.run.RunDirectory;
import org.snn4j.eval.run.RunResult;

/**
 * Writes an experiment of many variants and the folders that its finished runs would leave, with made-up numbers, so that the making of a large table can be timed.
 *
 * <p>Arguments: the folder to write to, the number of variants, the number of seeds.
 */
final class FinishedRuns {
    private static final List<String> LAYERS = List.of("spike1", "spike2", "spike3", "spike-hidden");
    private static final int RECORDINGS = 721;

    private FinishedRuns() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int variants = Integer.parseInt(arguments[1]);
        int seeds = Integer.parseInt(arguments[2]);
        Path file = Files.createDirectories(folder).resolve("many.yaml");
        Files.writeString(file, text(variants, seeds));
        Experiment experiment =
                Experiment.of(new ExperimentReader(Plugins.load().catalogue()).read(file, List.of()));
        for (PlannedRun run : experiment.runs()) {
            write(run, new RunDirectory(run.key().folder(folder.resolve("runs"))));
        }
    }

    private static String text(int variants, int seeds) {
        String rows = IntStream.range(0, variants)
                .mapToObj(i ->
                        String.format(Locale.ROOT, "  rate %03d: {optimizer: {learning-rate: %d.0e-5}}%n", i, i + 1))
                .collect(Collectors.joining());
        String compared = IntStream.range(1, Math.min(variants, 20))
                .mapToObj(i -> String.format(Locale.ROOT, "rate %03d", i))
                .collect(Collectors.joining(", "));
        return """
                title: Many finished runs
                data: {use: simulated-n-mnist}
                event-encoder: {use: count-by-number, steps: 10}
                network: {use: conv-snn}
                neuron: {use: lif}
                reset: {use: hard}
                surrogate: {use: triangle}
                streams: [target]
                objectives: {target: {use: tet}}
                optimizer: {use: adam}
                schedule: {use: constant}
                """
                + "seeds: "
                + IntStream.rangeClosed(1, seeds).boxed().toList()
                + "\nvariants:\n" + rows
                + "table:\n  columns: [accuracy, accuracy.left-out, spike-rate, images-seen, recordings, seconds]\n"
                + "  compare: [{base: rate 000, rows: [" + compared + "]}]\n";
    }

    private static void write(PlannedRun run, RunDirectory directory) throws IOException {
        directory.writeConfig(run.yaml());
        directory.writeProvenance(provenance(run));
        directory.writeResult(result(run));
    }

    private static RunResult result(PlannedRun run) {
        RandomGenerator random = new Seeds(run.key().seed()).stream(run.key().variant());
        Map<String, Measurement> metrics = new LinkedHashMap<>();
        for (String part : List.of("test", "left-out")) {
            metrics.put("accuracy." + part, Measurement.share(0.5 + 0.5 * random.nextDouble(), RECORDINGS));
            metrics.put("top-5." + part, Measurement.share(1, RECORDINGS));
            metrics.put("spike-rate." + part, Measurement.share(0.2 * random.nextDouble(), RECORDINGS));
            for (String layer : LAYERS) {
                metrics.put(
                        "spike-rate." + part + "/" + layer, Measurement.share(0.2 * random.nextDouble(), RECORDINGS));
            }
        }
        return new RunResult(
                RunResult.FORMAT,
                run.identity(),
                false,
                metrics,
                Map.of(RunResult.IMAGES_SEEN, 3840L, RunResult.RECORDINGS, 80L),
                Map.of(RunResult.TRAINING, 60 * random.nextDouble()));
    }

    private static Provenance provenance(PlannedRun run) {
        Map<String, Integer> classes =
                IntStream.range(0, 10).boxed().collect(Collectors.toMap(String::valueOf, digit -> 8));
        Map<String, Map<String, String>> layers = LAYERS.stream()
                .collect(Collectors.toMap(layer -> layer, layer -> Map.of("forward", "sparse", "backward", "dense")));
        return new Provenance(
                Provenance.FORMAT,
                run.key().experiment(),
                run.key().variant(),
                run.key().seed(),
                run.identity(),
                "clean",
                "last",
                new Software("made up", "0123456789abcdef0123456789abcdef01234567", "clean"),
                new Machine(
                        "none", "none", "none", 1, 1L << 30, 1L << 30, "17", "none", "none", "none", "none", "none", 1),
                new Computing("none", "none", "made up", 1, layers),
                List.of(),
                new DataFacts(
                        "made-up",
                        true,
                        "",
                        "digest " + run.key().seed(),
                        "",
                        Map.of("train", classes, "test", classes, "left-out", classes)),
                Map.of("weights", 17L, "shuffling", 18L, "split", 19L),
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:05:06Z");
    }
}
