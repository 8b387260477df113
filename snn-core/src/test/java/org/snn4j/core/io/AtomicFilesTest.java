package org.snn4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path folder;

    @Test
    void writesTextAndMakesMissingFolders() throws IOException {
        Path target = folder.resolve("a/b/text.txt");
        AtomicFiles.write(target, "ä\n");
        assertThat(target).hasBinaryContent(new byte[] {(byte) 0xc3, (byte) 0xa4, '\n'});
    }

    @Test
    void replacesAnOlderFile() throws IOException {
        Path target = folder.resolve("text.txt");
        AtomicFiles.write(target, "a longer first version");
        AtomicFiles.write(target, "second");
        assertThat(target).hasContent("second");
    }

    @Test
    void failingContentLeavesTheOldFileAndNothingBesideIt() throws IOException {
        Path target = folder.resolve("text.txt");
        AtomicFiles.write(target, "old");
        assertThatThrownBy(() -> AtomicFiles.write(target, out -> {
                    out.write(1);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryContaining(path -> path.equals(target));
        assertThat(folder.toFile().list()).hasSize(1);
    }
}
