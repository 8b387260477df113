package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code snn} beside a jar that is up to date, with Javas that only print their options. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {
    private static final String VECTORS = "--add-modules=jdk.incubator.vector";
    private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

    @TempDir
    private Path folder;

    private Path target;
    private Path path;

    @BeforeEach
    void copyLauncher() throws IOException {
        target = Files.createDirectories(folder.resolve("home/snn-cli/target"));
        path = Files.createDirectories(folder.resolve("bin"));
        Files.writeString(target.resolve("snn-cli.jar"), "");
        Files.copy(Repository.root().resolve("snn"), folder.resolve("home/snn"));
    }

    @Test
    void followsTheJavaThatThePathLeadsTo() throws IOException, InterruptedException {
        Path old = java("old", "JAVA_VERSION=\"17.0.15\"\nMODULES=\"java.base java.xml\"\n");
        Path recent = java("recent", "JAVA_VERSION=\"25.0.3\"\nMODULES=\"java.base jdk.incubator.vector\"\n");
        link(old);
        assertThat(run("doctor")).doesNotContain(VECTORS, NATIVE);
        link(recent);
        assertThat(run("doctor")).contains(VECTORS, NATIVE);
        link(old);
        assertThat(run("doctor")).doesNotContain(VECTORS, NATIVE);
    }

    @Test
    void asksAJavaThatHasNoFileAboutItself() throws IOException, InterruptedException {
        link(java("stub", null));
        assertThat(run("doctor")).contains(VECTORS, NATIVE);
        assertThat(run("list")).contains(NATIVE).doesNotContain(VECTORS);
    }

    @Test
    void writesNothingWhereTheJarIsUpToDate() throws IOException, InterruptedException {
        link(java("recent", null));
        assertThat(run("doctor")).contains("snn-cli.jar doctor");
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("snn-cli.jar");
        }
    }

    @Test
    void tellsNativeLibrariesTheNumberThatJavaReads() throws IOException, InterruptedException {
        link(java("recent", null));
        assertThat(run("run", "--threads", "02")).contains("OMP_NUM_THREADS=2\n");
        assertThat(run("run", "--threads=010")).contains("OMP_NUM_THREADS=10\n");
        assertThat(run("run", "--threads", "0")).contains("OMP_NUM_THREADS=7\n");
        assertThat(run("run", "--threads", "two")).contains("OMP_NUM_THREADS=7\n");
    }

    /** A Java that prints its options and, asked, calls itself 25 with the Vector API. */
    private Path java(String name, String release) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(
                java,
                """
                #!/bin/sh
                case $1 in
                    -version) echo 'openjdk version "25.0.3" 2026-04-21' >&2 ;;
                    --list-modules) echo jdk.incubator.vector@25.0.3 ;;
                    *) echo "$@"; echo "OMP_NUM_THREADS=$OMP_NUM_THREADS" ;;
                esac
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        if (release != null) {
            Files.writeString(home.resolve("release"), release);
        }
        return java;
    }

    private void link(Path java) throws IOException {
        Files.deleteIfExists(path.resolve("java"));
        Files.createSymbolicLink(path.resolve("java"), java);
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("sh", folder.resolve("home/snn").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "7");
        builder.environment().keySet().removeIf(name -> name.startsWith("SNN_") || name.equals("JAVA_HOME"));
        builder.environment().merge("PATH", path.toString(), (old, first) -> first + ":" + old);
        Process process = builder.start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(text).isZero();
            return text;
        }
    }
}
