package org.snn4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code BUILT=1} must not measure what is no longer the code. */
class BuiltLibrariesTest {
    private static final Instant THEN = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Path source;
    private Path library;

    @BeforeEach
    void lay() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no /bin/bash");
        source = folder.resolve("snn-core/src/main/java/Kernel.java");
        library = folder.resolve("benchmarks/target/libraries/snn-core-0.1.0.jar");
        Files.createDirectories(source.getParent());
        Files.createDirectories(library.getParent());
        Files.createFile(source);
        Files.copy(Path.of("common.sh"), folder.resolve("benchmarks/common.sh"));
        Files.writeString(
                folder.resolve("benchmarks/measure.sh"), "set -e\n. \"${0%/*}/common.sh\"\nbuild\necho measured\n");
    }

    @Test
    void libraryOfTheCodeIsMeasured() throws Exception {
        Files.createFile(library);
        Files.setLastModifiedTime(source, FileTime.from(THEN));
        assertThat(measure()).isEqualTo("measured\n");
    }

    @Test
    void libraryOfOlderCodeIsRefused() throws Exception {
        Files.createFile(library);
        Files.setLastModifiedTime(library, FileTime.from(THEN));
        assertThat(measure())
                .contains("Kernel.java is newer than", "snn-core-0.1.0.jar")
                .doesNotContain("measured\n");
    }

    @Test
    void missingLibraryIsRefused() throws Exception {
        assertThat(measure()).contains("does not exist").doesNotContain("measured\n");
    }

    private String measure() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/bash", folder.resolve("benchmarks/measure.sh").toString())
                .redirectErrorStream(true);
        builder.environment().put("BUILT", "1");
        Process process = builder.start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return text;
        }
    }
}
