package org.snn4j.data.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snn4j.data.simulate.GeneratedFolder;
import org.snn4j.data.split.Digest;

class TwinFolderTest {
    @TempDir
    private Path cache;

    @TempDir
    private Path other;

    private static SortedMap<String, String> digests(Path folder) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(folder.relativize(file).toString(), Digest.of(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    @ParameterizedTest
    @EnumSource(TwinSet.class)
    void theSameContentGivesTheSameBytes(TwinSet set) throws IOException {
        TwinFolder.Content content = new TwinFolder.Content(set, 2, 1);

        Path folder = TwinFolder.in(cache, content);

        assertThat(GeneratedFolder.isGenerated(folder)).isTrue();
        assertThat(digests(TwinFolder.in(other, content))).isEqualTo(digests(folder));
        assertThat(folder.getFileName().toString()).startsWith("simulated-" + set.setName() + "-");
    }

    @Test
    void aFolderThatLostAFileIsRefused() throws IOException {
        TwinFolder.Content content = new TwinFolder.Content(TwinSet.N_CARS, 2, 1);
        Path folder = TwinFolder.in(cache, content);
        Files.delete(folder.resolve("n-cars/train/cars/obj_000001_td.dat"));

        assertThatThrownBy(() -> TwinFolder.in(cache, content))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("files instead of");
    }

    @Test
    void otherContentLiesInAnotherFolder() {
        assertThat(new TwinFolder.Content(TwinSet.N_CARS, 2, 1).folderName())
                .isNotEqualTo(new TwinFolder.Content(TwinSet.N_CARS, 2, 2).folderName())
                .isNotEqualTo(new TwinFolder.Content(TwinSet.N_CARS, 3, 1).folderName());
    }
}
