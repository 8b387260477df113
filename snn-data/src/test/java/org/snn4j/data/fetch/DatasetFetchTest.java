package org.snn4j.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.fetch.DatasetFetch.Piece;
import org.snn4j.data.fetch.Unpacker.Limits;

class DatasetFetchTest {
    private static final FetchSettings QUICK =
            new FetchSettings(Duration.ofSeconds(5), Duration.ofSeconds(1), 2, Duration.ZERO);

    @TempDir
    private Path data;

    private final DatasetFetch fetch =
            new DatasetFetch(new Downloader(QUICK, time -> {}), new Unpacker(Limits.DEFAULTS));

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
            out.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static Piece piece(RudeServer server, String name, String into) {
        RemoteFile file = new RemoteFile(
                name, server.address("/" + name), OptionalLong.empty(), Optional.empty(), Optional.empty());
        return new Piece(file, into);
    }

    @Test
    void folderAppearsWholeWithItsMarker() throws IOException {
        byte[] inner = zip("Test/b.bin", "b".getBytes());
        try (RudeServer server = new RudeServer((n, request, out) -> RudeServer.serve(
                request,
                out,
                request.path().contains("train") ? zip("Train/a.bin", "a".getBytes()) : zip("deep/inner.zip", inner),
                "\"1\""))) {
            List<Piece> pieces = List.of(piece(server, "train.zip", ""), piece(server, "test.zip", "more"));
            Path folder = fetch.fetch("set", pieces, data, FetchProgress.SILENT);
            assertThat(folder.resolve("Train/a.bin")).hasContent("a");
            assertThat(folder.resolve("more/deep/Test/b.bin")).hasContent("b");
            assertThat(folder.resolve("more/deep/inner.zip")).doesNotExist();
            assertThat(folder.resolve(DatasetFetch.MARKER)).content().contains("train.zip", "sha256", "test.zip");
            assertThat(data).isDirectoryNotContaining("glob:**/.set.fetch");
            int asked = server.requests().size();
            fetch.fetch("set", pieces, data, FetchProgress.SILENT);
            assertThat(server.requests()).hasSize(asked);
        }
    }

    @Test
    void failureLeavesNoFolderAndTheNextCallGoesOn() throws IOException {
        try (RudeServer server = new RudeServer((n, request, out) -> {
            if (request.path().contains("b.zip") && n < 3) {
                RudeServer.head(out, 500);
            } else {
                RudeServer.serve(request, out, zip(request.path().substring(1) + ".bin", new byte[9]), "\"1\"");
            }
        })) {
            List<Piece> pieces = List.of(piece(server, "a.zip", ""), piece(server, "b.zip", ""));
            assertThatThrownBy(() -> fetch.fetch("set", pieces, data, FetchProgress.SILENT))
                    .isInstanceOf(FetchException.class);
            assertThat(data.resolve("set")).doesNotExist();
            assertThat(fetch.fetch("set", pieces, data, FetchProgress.SILENT))
                    .isDirectoryContaining("glob:**/b.zip.bin");
            assertThat(server.requests().stream()
                            .filter(request -> request.path().equals("/a.zip")))
                    .hasSize(1);
        }
    }

    @Test
    void damagedArchiveLeavesNoFolder() throws IOException {
        try (RudeServer server =
                new RudeServer((n, request, out) -> RudeServer.serve(request, out, new byte[100], "\"1\""))) {
            List<Piece> pieces = List.of(piece(server, "a.zip", ""));
            assertThatThrownBy(() -> fetch.fetch("set", pieces, data, FetchProgress.SILENT))
                    .isInstanceOf(DataFormatException.class);
            assertThat(data.resolve("set")).doesNotExist();
        }
    }

    @Test
    void folderOfSomebodyElseIsNeverTouched() throws IOException {
        Files.createDirectories(data.resolve("set"));
        Files.writeString(data.resolve("set/mine.txt"), "mine");
        Piece piece = new Piece(
                new RemoteFile(
                        "a.zip",
                        java.net.URI.create("http://127.0.0.1:1/a.zip"),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty()),
                "");
        assertThatThrownBy(() -> fetch.fetch("set", List.of(piece), data, FetchProgress.SILENT))
                .hasMessageContainingAll(
                        "not made by a download", data.resolve("set").toString());
        assertThat(data.resolve("set/mine.txt")).hasContent("mine");
    }
}
