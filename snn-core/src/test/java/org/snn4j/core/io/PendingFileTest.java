package org.snn4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingFileTest {
    @TempDir
    Path folder;

    @Test
    void theFileAppearsWhenItIsCommitted() throws IOException {
        Path place = folder.resolve("a/b");
        try (PendingFile file = PendingFile.at(place)) {
            Files.writeString(file.path(), "whole");
            assertThat(place).doesNotExist();
            file.commit();
        }
        assertThat(place).hasContent("whole");
        assertThat(place.getParent().toFile().list()).containsExactly("b");
    }

    @Test
    void aFileThatIsNotForcedReplacesTheOldOneWhenItIsCommitted() throws IOException {
        Path place = Files.writeString(folder.resolve("old"), "old");
        try (PendingFile file = PendingFile.at(place)) {
            Files.writeString(file.path(), "whole");
            assertThat(place).hasContent("old");
            file.commitUnforced();
        }
        assertThat(place).hasContent("whole");
        assertThat(folder.toFile().list()).containsExactly("old");
    }

    @Test
    void aFileThatIsNotCommittedLeavesTheOldOneAlone() throws IOException {
        Path place = Files.writeString(folder.resolve("old"), "old");
        try (PendingFile file = PendingFile.at(place)) {
            Files.writeString(file.path(), "half");
        }
        assertThat(place).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("old");
    }
}
