package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnnTest {
    private final Program program = new Program();

    @Test
    void helpNamesEveryCommandWithinEightyColumns() {
        assertThat(program.run("--help")).isZero();
        assertThat(program.out()).contains("demo", "run", "table", "show", "list", "doctor", "generate-completion");
        assertThat(program.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "run", "table", "show", "list", "doctor"})
    void everyCommandExplainsItselfWithinEightyColumns(String command) {
        assertThat(program.run(command, "--help")).isZero();
        assertThat(program.out()).contains("Usage: snn " + command);
        assertThat(program.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void versionStartsWithTheName() {
        assertThat(program.run("--version")).isZero();
        assertThat(program.out()).startsWith("SNN4J ");
    }

    @Test
    void missingCommandIsWrongUsage() {
        assertThat(program.run()).isEqualTo(2);
        assertThat(program.err()).contains("a command is missing");
    }

    @Test
    void unknownOptionIsWrongUsageAndNearestIsSuggested() {
        assertThat(program.run("doctor", "--dat", "x")).isEqualTo(2);
        assertThat(program.err()).contains("--dat", "--data");
    }

    @Test
    void completionScriptCompletesTheCommands() {
        assertThat(program.run("generate-completion")).isZero();
        assertThat(program.out()).contains("complete", "snn", "doctor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version"})
    void nothingOfNd4jIsLoadedForHelp(String option) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        option)
                .redirectErrorStream(true)
                .start();
        String loaded;
        try (InputStream output = java.getInputStream()) {
            loaded = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(java.waitFor()).isZero();
        assertThat(loaded).contains("org.snn4j.cli.Snn ");
        assertThat(loaded.lines().filter(line -> line.contains(" org.nd4j.") || line.contains(" org.bytedeco.")))
                .isEmpty();
    }
}
