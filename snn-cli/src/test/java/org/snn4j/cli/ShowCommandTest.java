package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
    private final Program program = new Program();

    @TempDir
    private Path folder;

    @Test
    void firstVariantIsShownWholeAndOthersByTheirDifferences() {
        assertThat(program.run("show", Repository.root().resolve("experiments/n-mnist/ablation.yaml")))
                .isZero();
        assertThat(program.out())
                .contains("neuron: {use: lif, tau: 2.0, rest: 0.0}")
                .contains("neuron.use: plif  (first variant: lif)")
                .contains("mixing.use: none  (first variant: time-step-mixup)");
        assertThat(program.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void memoryIsShownForTheFirstVariantAndThoseThatTakeAnother() throws IOException {
        Path file = TinyExperiment.write(folder, "lif: {}", "if: {neuron: {use: if}}", "large: {training.batch: 4096}");
        assertThat(program.run("show", file)).as(program.err()).isZero();
        assertThat(program.out().lines().filter(line -> line.startsWith("  memory: about ")))
                .hasSize(2)
                .anyMatch(line -> line.contains("batch 4096"));
    }

    @Test
    void batchThatDoesNotFitIsToldInTheWordsOfItsRefusal() throws IOException {
        Path file = TinyExperiment.write(folder, "small: {}", "large: {training.batch: 4000000}");
        assertThat(program.run("show", file)).as(program.err()).isZero();
        Pattern refusal = Pattern.compile(
                "training\\.batch: 4000000 pairs of 1 stream need about [\\d.]+ GiB of off-heap memory, where .*"
                        + "; the largest batch that fits is \\d+");
        assertThat(program.out().replaceAll("\\s+", " "))
                .containsOnlyOnce("does not fit: ")
                .containsPattern(refusal);
        Program run = new Program();
        assertThat(run.run("run", file, "--runs", folder)).isEqualTo(2);
        assertThat(run.err().replaceAll("\\s+", " ")).containsPattern(refusal);
    }

    @Test
    void fiveMistakesComeInOneAnswer() throws IOException {
        Path file = write(
                """
                extends: %s
                neuron: {tua: 2.0}
                surrogate: {use: triangel}
                training: {epochs: many}
                firing: {threshold: .nan}
                variants:
                  lif: {}
                  wrong: {optimiser: {use: adam}}
                """
                        .formatted(Repository.root().resolve("experiments/presets/event-only.yaml")));
        assertThat(program.run("show", file)).isEqualTo(2);
        assertThat(program.err())
                .contains("unknown key 'tua'", "did you mean 'tau'?")
                .contains("unknown name 'triangel'", "did you mean 'triangle'?")
                .contains("training.epochs", "many")
                .contains("threshold is NaN")
                .contains("optimiser", "did you mean 'optimizer'?")
                .doesNotContain("\tat ");
        assertThat(program.err().lines().filter(line -> line.startsWith("snn: ")))
                .hasSize(5);
        assertThat(program.out()).isEmpty();
    }

    @Test
    void partsThatDoNotFitTogetherAreFoundWithoutData() throws IOException {
        Path file = TinyExperiment.write(
                folder,
                "sound: {}",
                "signal: {streams: [source, target], objectives.alignment: {use: tmse, signal: feature.after-rest}}",
                "selection: {training: {selection: best-test, evaluate-every: 1}}",
                "part: {training: {selection: best-validation, evaluate-every: 1}}",
                "deep: {network.layers: ['4', P, P, P, P, P, P]}",
                "channels: {streams: [source, target], mixing: {use: sliding-replacement}, image-encoder: {use: repeat, channels: 3}, network.encoding: per-stream}",
                "weights: {streams: [source, target], image-encoder: {use: repeat, channels: 3}}");
        for (String command : new String[] {"show", "run"}) {
            Program fresh = new Program();
            assertThat(fresh.run(command, file)).as(command).isEqualTo(2);
            assertThat(fresh.err().lines().filter(line -> line.startsWith("snn: ")))
                    .hasSize(6)
                    .anyMatch(line -> line.contains(
                                    "variants.signal: objectives.alignment: the network has no signal 'feature.after-rest'")
                            && line.endsWith("did you mean 'feature.after-reset'?"))
                    .anyMatch(line ->
                            line.contains("variants.selection: training.selection: best-test looks at the test"))
                    .anyMatch(line -> line.contains("variants.part: training.selection: there is no validation part"))
                    .anyMatch(line -> line.contains("variants.deep: network: layer 'pool6': a pooling of 2x2"))
                    .anyMatch(line -> line.contains("variants.channels: mixing: images have 3 channels, recordings 2"))
                    .anyMatch(
                            line -> line.contains(
                                    "variants.weights: network: layer 'conv1': is shared by streams of {SOURCE=3, TARGET=2} channels"));
        }
    }

    @Test
    void cycleOfFilesIsNamed() throws IOException {
        Files.writeString(folder.resolve("other.yaml"), "extends: experiment.yaml\n");
        assertThat(program.run("show", write("extends: other.yaml\n"))).isEqualTo(2);
        assertThat(program.err()).contains("cycle", "other.yaml");
    }

    @Test
    void missingFileIsNamed() {
        assertThat(program.run("show", folder.resolve("none.yaml"))).isEqualTo(2);
        assertThat(program.err()).contains("none.yaml").doesNotContain("\tat ");
    }

    @Test
    void stackTraceComesOnlyWhenAskedFor() {
        assertThat(program.run("show", "--verbose", folder.resolve("none.yaml")))
                .isEqualTo(2);
        assertThat(program.err()).contains("\tat org.snn4j.");
    }

    @Test
    void overridesChangeWhatIsShown() {
        Path smoke = Repository.root().resolve("experiments/smoke.yaml");
        assertThat(program.run("show", smoke, "--set", "neuron.tau=3.5")).isZero();
        assertThat(program.out()).contains("neuron: {use: lif, tau: 3.5");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("experiment.yaml"), text);
    }
}
