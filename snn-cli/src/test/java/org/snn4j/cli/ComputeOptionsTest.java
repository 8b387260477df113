package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.kernel.KernelRequest;

class ComputeOptionsTest {
    private final Program program = new Program();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeExperiment() throws IOException {
        file = TinyExperiment.write(folder, "lif: {training: {epochs: 1, batch: 8}}");
    }

    private String provenance() throws IOException {
        return Files.readString(folder.resolve("runs/tiny/lif/seed-1/provenance.json"));
    }

    private int run(Object... more) {
        Object[] all = new Object[more.length + 6];
        System.arraycopy(new Object[] {"run", file, "--seed", 1, "--runs", folder.resolve("runs")}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return program.run(all);
    }

    @Test
    void kernelsThatWereAskedForStandInTheProvenance() throws IOException {
        assertThat(run("--kernels", "plain")).as(program.err()).isZero();
        assertThat(provenance()).contains("\"kernels\" : \"plain\"", "they were asked for", "Java loops");
    }

    @Test
    void provenanceNamesTheWayEachConvolutionWasDone() throws IOException {
        assertThat(run("--convolutions", "sparse")).as(program.err()).isZero();
        assertThat(provenance()).containsPattern("\"forward\" : \"sparse \\d+ times at \\d+\\.\\d %\"");
    }

    @Test
    void unknownKernelsAndWaysAreRefusedWithASuggestion() {
        assertThat(run("--kernels", "plian")).isEqualTo(2);
        assertThat(run("--convolutions", "dens")).isEqualTo(2);
        assertThat(program.err()).contains("did you mean 'plain'?", "did you mean 'dense'?");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void convolutionsThatTheKernelsDoNotHaveAreRefused() {
        assertThat(run("--kernels", "nd4j", "--convolutions", "sparse")).isEqualTo(2);
        assertThat(program.err()).contains("the kernels 'nd4j' have none of that kind; possible: measured, dense");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void convolutionsOfTheCommandLineLeaveTheKernelsOfTheProperty() throws IOException {
        System.setProperty(KernelRequest.NAME_PROPERTY, "plain");
        try {
            assertThat(run("--convolutions", "sparse")).as(program.err()).isZero();
        } finally {
            System.clearProperty(KernelRequest.NAME_PROPERTY);
        }
        assertThat(provenance()).contains("\"kernels\" : \"plain\"");
    }

    @Test
    void vectorKernelsAreNotReplacedInSilenceWhereTheyAreMissing() throws IOException, InterruptedException {
        ChildProgram refused = ChildProgram.runWithoutVectors("run", file, "--kernels", "vector", "--runs", folder);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.output()).contains("'vector' were asked for, but Java was started without --add-modules");
    }

    @Test
    void withoutTheModulePlainKernelsRunAndThatIsSaidOnce() throws IOException, InterruptedException {
        ChildProgram run = ChildProgram.runWithoutVectors("run", file, "--runs", folder.resolve("runs"));
        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.output().lines().filter(line -> line.contains("plain Java loops are used")))
                .as("two seeds, one line")
                .hasSize(1);
        assertThat(provenance()).contains("\"kernels\" : \"plain\"", "without --add-modules");
    }
}
