package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.eval.run.RunLock;

class RunCommandTest {
    private final Program program = new Program();

    @TempDir
    private Path folder;

    private Path runs;
    private Path file;

    @BeforeEach
    void writeExperiment() throws IOException {
        runs = folder.resolve("runs");
        file = TinyExperiment.write(folder, "lif: {}", "if: {neuron: {use: if}}");
    }

    @Test
    void everyVariantAndSeedLeavesARunAndTheTableNamesTheSimulation() {
        assertThat(program.run("run", file, "--runs", runs)).as(program.err()).isZero();
        for (String variant : new String[] {"lif", "if"}) {
            for (int seed = 1; seed <= 2; seed++) {
                assertThat(runs.resolve("tiny").resolve(variant).resolve("seed-" + seed))
                        .isDirectoryContaining("glob:**/result.json")
                        .isDirectoryContaining("glob:**/provenance.json")
                        .isDirectoryContaining("glob:**/config.yaml")
                        .isDirectoryContaining("glob:**/epochs.csv")
                        .isDirectoryContaining("glob:**/model.safetensors");
            }
        }
        assertThat(program.out()).contains("Tiny (SIMULATED data)", "accuracy [%]", "protocol: clean");
        assertThat(program.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(program.err()).contains("1/4 lif, seed 1: test accuracy ", "4/4 if, seed 2: test accuracy ");
        assertThat(program.err().lines().filter(line -> line.contains("memory about")))
                .as("once for each variant")
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("lif: ").hasSizeLessThanOrEqualTo(80),
                        line -> assertThat(line).startsWith("if: ").hasSizeLessThanOrEqualTo(80));
        assertThat(program.err())
                .containsOnlyOnce("lif: frames in memory (cache: when-needed)\n")
                .containsOnlyOnce("\nif: frames in memory (cache: when-needed)\n");
    }

    @Test
    void finishedRunIsNotRepeated() throws IOException {
        assertThat(program.run("run", file, "--runs", runs, "--variant", "lif", "--seed", 2))
                .isZero();
        Path result = runs.resolve("tiny/lif/seed-2/result.json");
        FileTime written = Files.getLastModifiedTime(result);
        Program again = new Program();
        assertThat(again.run("run", file, "--runs", runs, "--variant", "lif", "--seed", 2))
                .isZero();
        assertThat(Files.getLastModifiedTime(result)).isEqualTo(written);
        assertThat(again.err()).contains("finished before").doesNotContain("memory about");
        assertThat(runs.resolve("tiny")).isDirectoryNotContaining("glob:**/if");
    }

    @Test
    void runsOfAnotherProcessLeaveTheTableIncompleteWhichIsSaidAndNoSuccess() throws IOException {
        try (RunLock lock = RunLock.tryAcquire(runs.resolve("tiny/lif/seed-1")).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(program.run("run", file, "--runs", runs, "--variant", "lif", "--seed", 1))
                    .isEqualTo(1);
        }
        assertThat(program.err()).contains("the table is incomplete: another process is at 1 of the 1 selected runs");
        assertThat(program.out()).contains("missing: lif, seed 1");
    }

    @Test
    void folderOfAnotherConfigurationIsRefusedAndTheFieldIsNamed() {
        program.run("run", file, "--runs", runs, "--variant", "lif", "--seed", 1);
        Program second = new Program();
        assertThat(second.run(
                        "run", file, "--runs", runs, "--variant", "lif", "--seed", 1, "--set", "training.epochs=3"))
                .isEqualTo(2);
        assertThat(second.err()).contains("holds a run of another configuration", "epochs");
    }

    @Test
    void variantAndSeedThatTheFileDoesNotHaveAreNamedTogether() {
        assertThat(program.run("run", file, "--runs", runs, "--variant", "plif", "--seed", 7))
                .isEqualTo(2);
        assertThat(program.err()).contains("variant 'plif'", "known: lif, if", "seed 7");
        assertThat(runs).doesNotExist();
    }

    @Test
    void missingDataFolderIsNamedBeforeAnythingTrains() {
        assertThat(program.run("run", file, "--runs", runs, "--data", folder.resolve("nowhere")))
                .isEqualTo(2);
        assertThat(program.err()).contains("there is no folder", "nowhere");
        assertThat(runs).doesNotExist();
    }

    @Test
    void realDataWithoutAFolderSaysHowToGiveOne() {
        assertThat(program.run(
                        "run", file, "--runs", runs, "--variant", "lif", "--seed", 1, "--set", "data={use: n-mnist}"))
                .isEqualTo(2);
        assertThat(program.err()).contains("SNN4J_DATA").doesNotContain("\tat ");
        assertThat(runs.resolve("tiny/lif/seed-1/config.yaml")).doesNotExist();
    }

    @Test
    void dataThatNoRunCanHaveAreMissedOnce() {
        assertThat(program.run("run", file, "--runs", runs, "--set", "data={use: n-mnist}"))
                .isEqualTo(2);
        assertThat(program.err().lines().filter(line -> line.contains("SNN4J_DATA")))
                .hasSize(1);
        assertThat(runs).doesNotExist();
    }

    @Test
    void variantInFrontOfTheFileIsNotTakenForAnother() {
        assertThat(program.run("run", "--variant", "lif", "--seed", "1", file, "--runs", runs))
                .isZero();
        assertThat(runs.resolve("tiny/lif/seed-1/result.json")).exists();
        assertThat(runs.resolve("tiny/if")).doesNotExist();
    }

    @Test
    void folderWithoutTheDataSetIsNamed() {
        assertThat(program.with("SNN4J_DATA", folder.toString())
                        .run(
                                "run",
                                file,
                                "--runs",
                                runs,
                                "--variant",
                                "lif",
                                "--seed",
                                1,
                                "--set",
                                "data={use: n-mnist}"))
                .isEqualTo(2);
        assertThat(program.err()).contains("n-mnist");
        assertThat(program.out()).as("no table of runs that were not made").isEmpty();
    }

    @Test
    void seedThatIsNoNumberIsWrongUsage() {
        assertThat(program.run("run", file, "--seed", "one")).isEqualTo(2);
        assertThat(program.err()).contains("--seed", "one");
    }
}
