package org.snn4j.eval.run;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.eval.metric.Measurement;
import org.snn4j.eval.run.Provenance.DataFacts;
import org.snn4j.eval.run.Provenance.PluginJar;
import org.snn4j.eval.run.Provenance.Software;

/** Run folders made by hand, for tests that read them. */
public final class SampleRuns {
    private SampleRuns() {}

    /** A result with one accuracy on 80 recordings and the usual counts. */
    public static RunResult result(String identity, double accuracy) {
        Map<String, Measurement> metrics = new LinkedHashMap<>();
        metrics.put("accuracy.test", new Measurement(accuracy, 80, "%"));
        metrics.put("top-5.test", new Measurement(100, 80, "%"));
        metrics.put("spike-rate.test", new Measurement(12.5, 80, "%"));
        return new RunResult(
                1,
                identity,
                false,
                metrics,
                Map.of("images-seen", 6400L, "recordings", 79L),
                Map.of("training", 61.25));
    }

    /** Provenance of a finished run on simulated data. */
    public static Provenance provenance(RunKey key, String identity) {
        return provenance(key, identity, List.of());
    }

    /** One with these plug-ins. */
    public static Provenance provenance(RunKey key, String identity, List<PluginJar> plugins) {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        counts.put("train", Map.of("0", 40, "1", 39));
        counts.put("test", Map.of("0", 41, "1", 39));
        return new Provenance(
                Provenance.FORMAT,
                key.experiment(),
                key.variant(),
                key.seed(),
                identity,
                "clean",
                "last",
                new Software("0.1.0", "0123456789abcdef0123456789abcdef01234567", "clean"),
                machine(),
                new Computing("plain", "Java loops", "they were asked for", 2, Map.of()),
                plugins,
                new DataFacts("strokes", true, "strokes: 3 files", "d1", "in memory (cache: never)", counts),
                Map.of("weights", 17L),
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:05:06Z");
    }

    /** A made-up machine. */
    public static Machine machine() {
        return new Machine(
                "Linux 6.1",
                "amd64",
                "Test CPU",
                2,
                8L << 30,
                2L << 30,
                "17.0.1, Nobody",
                "Test VM 17",
                "1.0.0-M2.1",
                "CPU",
                "linux-x86_64-onednn",
                "CPU",
                2);
    }

    /** Writes a whole finished run. */
    public static RunDirectory write(RunDirectory directory, RunKey key, RunResult result) throws IOException {
        directory.writeConfig("name: " + key.experiment() + "\n");
        directory.writeProvenance(provenance(key, result.identity()));
        directory.writeResult(result);
        return directory;
    }
}
