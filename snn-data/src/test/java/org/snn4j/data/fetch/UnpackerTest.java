package org.snn4j.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.fetch.Unpacker.Limits;

class UnpackerTest {
    @TempDir
    private Path temporary;

    private Path into;
    private final Unpacker unpacker = new Unpacker(Limits.DEFAULTS);

    @BeforeEach
    void folder() {
        into = temporary.resolve("into");
    }

    private Path zip(String... names) throws IOException {
        Path archive = temporary.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.getBytes());
                out.closeEntry();
            }
        }
        return archive;
    }

    private Path tar(TarArchiveEntry entry, byte[] content) throws IOException {
        Path archive = temporary.resolve("a.tar.gz");
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(archive));
                TarArchiveOutputStream out = new TarArchiveOutputStream(file)) {
            entry.setSize(content.length);
            out.putArchiveEntry(entry);
            out.write(content);
            out.closeArchiveEntry();
        }
        return archive;
    }

    @Test
    void filesOfAZipComeIntoTheirFolders() throws IOException {
        unpacker.unpack(zip("Train/1/a.bin", "b.txt"), into);
        assertThat(into.resolve("Train/1/a.bin")).hasContent("Train/1/a.bin");
        assertThat(into.resolve("b.txt")).hasContent("b.txt");
    }

    @Test
    void filesOfATarComeIntoTheirFolders() throws IOException {
        unpacker.unpack(tar(new TarArchiveEntry("x/y.bin"), "hello".getBytes()), into);
        assertThat(into.resolve("x/y.bin")).hasContent("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/absolute", "a/../../outside", "c:/windows"})
    void namesOutsideTheFolderAreRefused(String name) throws IOException {
        Path archive = zip(name);
        assertThatThrownBy(() -> unpacker.unpack(archive, into))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(name);
        assertThat(temporary.resolve("outside")).doesNotExist();
    }

    @Test
    void linksAreRefused() throws IOException {
        Path archive = tar(new TarArchiveEntry("link", TarConstants.LF_SYMLINK), new byte[0]);
        assertThatThrownBy(() -> unpacker.unpack(archive, into)).hasMessageContaining("a link");
    }

    @Test
    void moreThanTheLimitsIsRefused() throws IOException {
        Path many = zip("a", "b", "c");
        assertThatThrownBy(() -> new Unpacker(new Limits(2, 100)).unpack(many, into))
                .hasMessageContaining("more than 2 entries");
        Path large = tar(new TarArchiveEntry("large"), new byte[1 << 20]);
        assertThatThrownBy(() -> new Unpacker(new Limits(10, 1000)).unpack(large, into.resolve("2")))
                .hasMessageContaining("more than 1000 bytes");
    }

    @Test
    void cutArchivesAreNamed() throws IOException {
        for (Path archive : new Path[] {zip("a", "b"), tar(new TarArchiveEntry("x"), new byte[5000])}) {
            byte[] bytes = Files.readAllBytes(archive);
            Files.write(archive, java.util.Arrays.copyOf(bytes, bytes.length - 30));
            assertThatThrownBy(() -> unpacker.unpack(archive, into))
                    .isInstanceOf(DataFormatException.class)
                    .hasMessageContainingAll(archive.toString(), "damaged archive");
        }
    }
}
