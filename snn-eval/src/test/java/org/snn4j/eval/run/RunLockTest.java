package org.snn4j.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    @TempDir
    Path folder;

    @Test
    void secondTakerInTheSameProcessGetsNothingUntilTheFirstIsDone() throws IOException {
        Path run = folder.resolve("seed-1");
        try (RunLock first = RunLock.tryAcquire(run).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(RunLock.tryAcquire(run)).isEmpty();
        }
        Optional<RunLock> again = RunLock.tryAcquire(run);
        assertThat(again).isPresent();
        again.get().close();
    }

    @Test
    void otherProcessGetsNothing() throws IOException, InterruptedException {
        try (RunLock lock = RunLock.tryAcquire(folder).orElseThrow()) {
            assertThat(takeInOtherProcess()).as("while %s is held", lock).isEqualTo(1);
        }
        assertThat(takeInOtherProcess()).isZero();
    }

    @Test
    void discardedFolderIsGoneWithTheEmptyOnesAboveItAndCanBeTakenAgain() throws IOException {
        Path run = folder.resolve("few-shot/full/seed-1");
        Files.createDirectories(folder.resolve("few-shot/other"));
        try (RunLock lock = RunLock.tryAcquire(run).orElseThrow()) {
            lock.discard(folder);
        }
        assertThat(folder.resolve("few-shot/full")).doesNotExist();
        assertThat(folder.resolve("few-shot/other")).exists();
        Optional<RunLock> again = RunLock.tryAcquire(run);
        assertThat(again).isPresent();
        again.get().close();
    }

    @Test
    void folderWithAnyOtherFileIsNotDiscarded() throws IOException {
        try (RunLock lock = RunLock.tryAcquire(folder.resolve("seed-1")).orElseThrow()) {
            Files.writeString(folder.resolve("seed-1/notes.txt"), "mine");
            lock.discard(folder);
        }
        assertThat(folder.resolve("seed-1").toFile().list()).containsExactlyInAnyOrder(RunLock.FILE, "notes.txt");
    }

    private int takeInOtherProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Taker.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** Tries once to take the lock of the folder it is given; 0 if it got it. */
    static final class Taker {
        public static void main(String[] arguments) throws IOException {
            System.exit(RunLock.tryAcquire(Path.of(arguments[0])).isPresent() ? 0 : 1);
        }
    }
}
