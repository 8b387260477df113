package org.snn4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.config.SampleComponents.Training;

/** Variants that extend a file of their own: several presets in one experiment. */
class ExtendingVariantTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writePresets() throws IOException {
        Files.createDirectory(folder.resolve("presets"));
        Files.writeString(
                folder.resolve("presets/plain.yaml"),
                """
                cell: {use: plain}
                objectives: {target: {use: entropy}}
                training: {epochs: 3, batch: 8}
                """);
        Files.writeString(
                folder.resolve("presets/aligned.yaml"),
                """
                extends: plain.yaml
                objectives: {alignment: {use: alignment}}
                """);
    }

    @Test
    void fileChangesEveryPresetAndTheVariantHasTheLastWord() throws IOException {
        ResolvedExperiment experiment = read(
                """
                training: {epochs: 5}
                variants:
                  plain: {extends: presets/plain.yaml}
                  aligned: {extends: presets/aligned.yaml}
                  short: {extends: presets/aligned.yaml, training: {epochs: 1}, objectives.alignment: null}
                """);
        assertThat(phase(experiment, "plain").settings("training", Training.class))
                .isEqualTo(new Training(5, 8, 1e-3));
        assertThat(phase(experiment, "plain").components("objectives")).containsOnlyKeys("target");
        assertThat(phase(experiment, "aligned").components("objectives")).containsOnlyKeys("target", "alignment");
        assertThat(phase(experiment, "short").settings("training", Training.class))
                .isEqualTo(new Training(1, 8, 1e-3));
        assertThat(phase(experiment, "short").components("objectives")).containsOnlyKeys("target");
        assertThat(experiment.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("experiment.yaml", "plain.yaml", "aligned.yaml");
    }

    @Test
    void overridesReachVariantsThatExtend() throws IOException {
        ResolvedExperiment experiment =
                read("variants: {a: {extends: presets/aligned.yaml}}", "training.batch=4", "objectives.alignment=");
        assertThat(phase(experiment, "a").settings("training", Training.class)).isEqualTo(new Training(3, 4, 1e-3));
        assertThat(phase(experiment, "a").components("objectives")).containsOnlyKeys("target");
    }

    @Test
    void extendingAPresetInAVariantIsTheSameAsExtendingItInTheFile() throws IOException {
        EffectiveConfig inVariant = read("variants: {a: {extends: presets/aligned.yaml}}")
                .variants()
                .get("a");
        EffectiveConfig inFile =
                read("extends: presets/aligned.yaml").variants().get(ResolvedExperiment.ONLY_VARIANT);
        assertThat(inVariant.identity()).isEqualTo(inFile.identity());
    }

    @Test
    void missingPresetIsNamedTogetherWithOtherProblems() {
        ConfigurationException thrown = catchThrowableOfType(
                ConfigurationException.class,
                () -> read(
                        """
                variants:
                  a: {extends: presets/none.yaml, cell: {use: plain}, objectives: {target: {use: entropy}}}
                  b: {extends: presets/plain.yaml, training: {epoch: 3}}
                """));
        assertThat(thrown.problems()).hasSize(2);
        assertThat(thrown.problems().get(0)).contains("there is no file", "none.yaml", "line 2");
        assertThat(thrown.problems().get(1)).contains("unknown key 'epoch'", "did you mean 'epochs'?");
    }

    private ResolvedExperiment read(String text, String... overrides) throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.yaml"), text);
        return new ExperimentReader(SampleComponents.catalogue()).read(file, List.of(overrides));
    }

    private static BoundSections phase(ResolvedExperiment experiment, String variant) {
        return experiment.variants().get(variant).phase(EffectiveConfig.ONLY_PHASE);
    }
}
