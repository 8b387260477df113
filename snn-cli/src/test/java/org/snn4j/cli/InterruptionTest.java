package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.transfer.train.Checkpoint;

/** Ctrl-C in the middle of training, in a program of its own. */
class InterruptionTest {
    private static final long PATIENCE = 120;

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signal that stands for Ctrl-C")
    void leavesReadableWeightsAndTheExitCodeOfAnInterruption() throws IOException, InterruptedException {
        Path file = TinyExperiment.write(folder, "long: {training: {epochs: 100000}}");
        Path run = folder.resolve("runs/tiny/long/seed-1");
        Process program =
                start("run", file.toString(), "--runs", folder.resolve("runs").toString(), "--seed", "1");
        try {
            waitForEpochs(program, run.resolve("epochs.csv"));
            new ProcessBuilder("kill", "-INT", String.valueOf(program.pid()))
                    .start()
                    .waitFor();
            assertThat(program.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.exitValue()).isEqualTo(130);
        assertThat(Files.readString(run.resolve("result.json"))).containsPattern("\"interrupted\"\\s*:\\s*true");
        assertThat(run).isDirectoryNotContaining("glob:**/*.part");
        Checkpoint last = Checkpoint.read(run.resolve("last.safetensors"));
        assertThat(last.tensors()).isNotEmpty();
        assertThat(last.origin().position().epoch()).isPositive();
    }

    private Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        builder.command().addAll(List.of(arguments));
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    /** A header and two epochs. */
    private void waitForEpochs(Process program, Path epochs) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!Files.exists(epochs) || Files.readAllLines(epochs).size() < 3) {
            assertThat(program.isAlive())
                    .as(Files.readString(folder.resolve("err.txt")))
                    .isTrue();
            assertThat(System.nanoTime()).as("no epoch in time").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
