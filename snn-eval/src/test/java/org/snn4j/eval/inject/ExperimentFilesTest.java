package org.snn4j.eval.inject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.core.config.ExperimentReader;
import org.snn4j.core.config.ResolvedExperiment;
import org.snn4j.core.inject.Plugins;

class ExperimentFilesTest {
    private static final Path FOLDER = Path.of("..", "experiments");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyVariantOfTheFileCanBeMadeWithoutData(Path file) {
        Plugins plugins = Plugins.load();
        ResolvedExperiment experiment = new ExperimentReader(plugins.catalogue()).read(file, List.of());
        InjectedAssembly assembly = new InjectedAssembly(plugins);
        assertThat(experiment.variants()).isNotEmpty().allSatisfy((variant, config) -> assertThat(
                        assembly.assemble(config).phases())
                .extracting("name")
                .containsExactlyElementsOf(config.phases()));
    }
}
