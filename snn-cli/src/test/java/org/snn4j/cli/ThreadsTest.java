package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.split.Digest;

/** The number of threads is set when Java and the native libraries start, hence processes. */
class ThreadsTest {
    /** Both streams, and objectives or layers that multiply matrices large enough for a library to share them out. */
    private static final String VARIANT =
            """
            %s: {network: {layers: [%s]}, streams: [source, target], training: {epochs: 1, batch: 16, precision: %s}, objectives: {
                source: {use: tet, stream: source}, target: {use: tet, stream: target},
                encoding: {use: cka, weight: 0.1, signal: encoding.spikes},
                feature: {use: temporal-cka, weight: 0.1, signal: encoding.before-reset}}}""";

    private static final List<String> VARIANTS = List.of("single", "double");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeExperiment() throws IOException {
        file = TinyExperiment.write(
                folder,
                VARIANT.formatted("single", "'4', P, P", "float"),
                VARIANT.formatted("double", "'8', P, '16', P", "double"));
    }

    /** Of each variant, the loss of the only epoch to the last digit, and the digest of the weights. */
    private List<String> bits(int threads) throws IOException, InterruptedException {
        Path runs = folder.resolve("runs-" + threads);
        ChildProgram program = ChildProgram.run(
                Map.of("OMP_NUM_THREADS", String.valueOf(threads)),
                "run",
                file,
                "--seed",
                1,
                "--threads",
                threads,
                "--runs",
                runs);
        assertThat(program.exit()).as(program.output()).isZero();
        List<String> bits = new ArrayList<>();
        for (String variant : VARIANTS) {
            Path run = runs.resolve("tiny").resolve(variant).resolve("seed-1");
            assertThat(Files.readString(run.resolve("provenance.json")))
                    .containsPattern("\"computing\" : \\{[^}]*\"threads\" : " + threads + ",");
            List<String> epochs = Files.readAllLines(run.resolve("epochs.csv"));
            int loss = List.of(epochs.get(0).split(",")).indexOf("loss");
            bits.add(epochs.get(1).split(",")[loss]);
            bits.add(Digest.of(Files.readAllBytes(run.resolve("model.safetensors"))));
        }
        return bits;
    }

    @Test
    void lossesAndCheckpointsAreTheSameToTheLastBitForOneTwoAndFourThreads() throws IOException, InterruptedException {
        List<String> one = bits(1);
        assertThat(bits(2)).isEqualTo(one);
        assertThat(bits(4)).isEqualTo(one);
    }

    @Test
    void numberThatNativeLibrariesWereNotToldIsRefused() throws IOException {
        Program program = new Program().with("OMP_NUM_THREADS", "3");
        assertThat(program.run("run", file, "--threads", 2, "--runs", folder)).isEqualTo(2);
        assertThat(program.err()).contains("--threads: threads are 2, but OMP_NUM_THREADS is '3'");
    }
}
