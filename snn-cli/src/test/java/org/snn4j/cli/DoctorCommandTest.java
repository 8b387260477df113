package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    private final Program program = new Program();

    @TempDir
    private Path folder;

    @Test
    void namesJavaBinaryThreadsAndMemory() {
        assertThat(program.run("doctor")).isZero();
        assertThat(program.out())
                .contains(
                        "Java",
                        System.getProperty("java.version"),
                        "Heap",
                        "Off-heap",
                        "Threads",
                        "CpuBackend",
                        "Kernels");
    }

    @Test
    void namesEveryKindOfKernelsAndWhyTheChoiceFellOnOne() {
        assertThat(program.run("doctor")).isZero();
        assertThat(program.out())
                .contains("vector, because", "vector: Java Vector API, ", "plain: Java loops", "nd4j: ND4J operations");
        assertThat(program.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void saysWhyVectorKernelsAreMissing() throws IOException, InterruptedException {
        ChildProgram doctor = ChildProgram.runWithoutVectors("doctor");
        assertThat(doctor.exit()).isZero();
        assertThat(doctor.output()).contains("plain, because", "vector is missing: Java was started without");
    }

    @Test
    void listsTheDataSetsOfTheEnvironmentsFolder() throws IOException {
        Files.createDirectories(folder.resolve("n-mnist"));
        Files.createDirectories(folder.resolve("mnist"));
        assertThat(program.with("SNN4J_DATA", folder.toString()).run("doctor")).isZero();
        assertThat(program.out()).contains(folder + ": mnist, n-mnist");
    }

    @Test
    void optionBeatsTheEnvironment() {
        Path other = folder.resolve("other");
        assertThat(program.with("SNN4J_DATA", folder.toString()).run("doctor", "--data", other))
                .isZero();
        assertThat(program.out()).contains("no folder " + other);
    }
}
