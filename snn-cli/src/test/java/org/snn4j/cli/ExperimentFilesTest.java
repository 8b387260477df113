package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.core.config.ExperimentReader;
import org.snn4j.core.inject.Plugins;
import org.snn4j.eval.experiment.Experiment;
import org.snn4j.eval.experiment.PlannedRun;

/** Every experiment file of the repository, without data. */
class ExperimentFilesTest {
    private static final Plugins PLUGINS = Plugins.load();

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsAnExperimentWithRuns(Path file) {
        assertThat(read(file).runs()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void noTwoVariantsAreTheSameExperiment(Path file) {
        assertThat(read(file).runs()).extracting(PlannedRun::identity).doesNotHaveDuplicates();
    }

    @Test
    void demoComparesFiveMethodsWithThreeSeedsOnSimulatedData() {
        Experiment demo = read(Repository.root().resolve("experiments/demo.yaml"));
        assertThat(demo.variants()).containsExactly("event-only", "fine-tune", "he2024", "r2etl", "tmkt");
        assertThat(demo.seeds()).hasSize(3);
        assertThat(demo.runs())
                .allSatisfy(run -> assertThat(run.config().shared().component("data"))
                        .get()
                        .extracting(data -> data.spec().name())
                        .isEqualTo("simulated-n-mnist"));
    }

    private static Experiment read(Path file) {
        return Experiment.of(new ExperimentReader(PLUGINS.catalogue()).read(file, List.of()));
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.root().resolve("experiments"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
