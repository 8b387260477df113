package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandTest {
    private final Program program = new Program();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeExperiment() throws IOException {
        file = TinyExperiment.write(
                folder,
                "lif: {}",
                "two phases: {phases: {images: {streams: [source], objectives: {target: null,"
                        + " source: {use: cross-entropy, stream: source}}}, events: {}}}");
    }

    private int bench(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("bench", file, "--steps", 2, "--warm-up", 1));
        arguments.addAll(List.of(more));
        return program.run(arguments.toArray());
    }

    private JsonNode json(Object... more) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of(more));
        arguments.add("--json");
        assertThat(bench(arguments.toArray())).as(program.err()).isZero();
        return new ObjectMapper().readTree(program.out());
    }

    @Test
    void tellsStepPartsLayersAndMemoryWithinTheScreen() {
        assertThat(bench()).as(program.err()).isZero();
        assertThat(program.out())
                .contains(
                        "tiny, variant lif, phase train, seed 1",
                        "(SIMULATED)",
                        "training step ",
                        "scoring batch ",
                        "most memory ",
                        "waiting for data",
                        "preparing data, on another thread",
                        "conv1 ",
                        "sparse",
                        "(between)");
        assertThat(program.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void poolingThatNeuronsDoIsSaidToBeTheirs() throws IOException {
        assertThat(bench()).as(program.err()).isZero();
        assertThat(program.out()).containsPattern("pool1 .* by spike1, above");
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000_000, 20_000_000, 100_000_000, Integer.MAX_VALUE})
    void batchThatDoesNotFitIsRefusedBeforeAnythingIsRead(int batch) {
        assertThat(bench("--batch", batch)).isEqualTo(2);
        assertThat(program.err())
                .startsWith("snn: training.batch: " + batch + " pairs of 1 stream need ")
                .containsPattern("; the largest batch that fits is \\d+\n$");
        assertThat(program.errLines()).hasSizeGreaterThan(1).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void stepsThatTakeTooManyPairsAreRefused() {
        assertThat(program.run("bench", file, "--steps", Integer.MAX_VALUE)).isEqualTo(2);
        assertThat(program.err()).contains("steps: 5 to warm up and 2147483647 to measure, of batch 8, take ");
    }

    @Test
    void nothingIsWritten() {
        assertThat(bench()).isZero();
        assertThat(folder.toFile().list()).containsExactly("tiny.yaml");
    }

    @Test
    void partsOfAStepAddUpToTheStepAndLayersToTheirPasses() throws IOException {
        JsonNode report = json("--batch", 4);
        JsonNode parts = report.get("parts");
        double sum = 0;
        for (String part : List.of("waiting", "input", "forward", "objectives", "backward", "update")) {
            assertThat(parts.get(part).asDouble()).as(part).isNotNegative();
            sum += parts.get(part).asDouble();
        }
        double mean =
                (report.at("/step/least").asDouble() + report.at("/step/most").asDouble()) / 2;
        assertThat(sum).as("two steps: their mean").isEqualTo(mean, within(0.2 * mean + 1));
        double forward = 0;
        for (JsonNode layer : report.get("layers")) {
            forward += layer.get("forward").asDouble();
        }
        assertThat(forward)
                .isPositive()
                .isLessThanOrEqualTo(parts.get("forward").asDouble());
        assertThat(report.at("/subject/batch").asInt()).isEqualTo(4);
        assertThat(report.at("/layers/0/kernels/forward/0/times").asInt()).isEqualTo(2);
        assertThat(report.at("/memory/heap").asLong()).isPositive();
        assertThat(report.at("/layers/1/spike-rates/target").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void variantAndPhaseCanBeChosen() throws IOException {
        JsonNode report = json("--variant", "two phases", "--phase", "images", "--seed", 2);
        assertThat(report.at("/subject/phase").asText()).isEqualTo("images");
        assertThat(report.at("/subject/streams/0").asText()).isEqualTo("source");
        assertThat(report.at("/subject/seed").asLong()).isEqualTo(2);
    }

    @Test
    void unknownPhaseVariantAndNumbersAreRefused() {
        assertThat(bench("--variant", "two phases", "--phase", "image")).isEqualTo(2);
        assertThat(bench("--variant", "plif")).isEqualTo(2);
        assertThat(program.run("bench", file, "--steps", 0)).isEqualTo(2);
        assertThat(program.err())
                .contains("did you mean 'images'?", "variant 'plif'", "steps is 0, must be at least 1");
    }
}
