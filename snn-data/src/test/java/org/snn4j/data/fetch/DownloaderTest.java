package org.snn4j.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.data.fetch.RudeServer.Script;

class DownloaderTest {
    private static final FetchSettings QUICK =
            new FetchSettings(Duration.ofSeconds(5), Duration.ofMillis(300), 3, Duration.ZERO);
    private static final byte[] CONTENT = bytes(200_000, 1);
    private static final byte[] OTHER = bytes(200_000, 2);

    @TempDir
    private Path folder;

    private final Downloader downloader = new Downloader(QUICK, time -> {});

    private static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static RemoteFile file(URI address, boolean checked) throws IOException {
        return new RemoteFile(
                "data.bin",
                address,
                OptionalLong.empty(),
                checked ? Optional.of(md5()) : Optional.empty(),
                Optional.empty());
    }

    private static String md5() throws IOException {
        Path file = Files.createTempFile("content", ".bin");
        try {
            Files.write(file, CONTENT);
            return Digests.of(file).md5();
        } finally {
            Files.delete(file);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private void expectContent(Script script, boolean checked) throws IOException {
        try (RudeServer server = new RudeServer(script)) {
            Path file = downloader.download(file(server.address("/data.bin"), checked), folder, FetchProgress.SILENT);
            assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
            assertThat(names()).containsExactly("data.bin");
        }
    }

    private void expectRefusal(Script script, boolean checked, String... words) throws IOException {
        try (RudeServer server = new RudeServer(script)) {
            RemoteFile file = file(server.address("/data.bin"), checked);
            assertThatThrownBy(() -> downloader.download(file, folder, FetchProgress.SILENT))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContainingAll(words);
            assertThat(names()).doesNotContain("data.bin");
        }
    }

    @Test
    void wholeFileIsLoadedInOneRequest() throws IOException {
        expectContent((n, request, out) -> RudeServer.serve(request, out, CONTENT, "\"a\""), true);
    }

    @Test
    void cutConnectionIsContinuedAtTheByteWhereItBroke() throws IOException {
        try (RudeServer server = new RudeServer((n, request, out) -> {
            if (n == 0) {
                RudeServer.head(out, 200, "ETag: \"a\"", "Content-Length: " + CONTENT.length);
                out.write(CONTENT, 0, 70_000);
                out.flush();
            } else {
                RudeServer.serve(request, out, CONTENT, "\"a\"");
            }
        })) {
            Path file = downloader.download(file(server.address("/x"), false), folder, FetchProgress.SILENT);
            assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
            assertThat(server.requests()).hasSize(2);
            assertThat(server.requests().get(1).from()).isEqualTo(70_000);
            assertThat(server.requests().get(1).header("If-Range")).isEqualTo("\"a\"");
        }
    }

    @Test
    void laterCallContinuesThePartOfAnEarlierOne() throws IOException {
        try (RudeServer server = new RudeServer((n, request, out) -> {
            if (n == 0) {
                RudeServer.head(out, 200, "ETag: \"a\"", "Content-Length: " + CONTENT.length);
                out.write(CONTENT, 0, 70_000);
                out.flush();
            } else if (n < 4) {
                RudeServer.head(out, 503);
            } else {
                RudeServer.serve(request, out, CONTENT, "\"a\"");
            }
        })) {
            RemoteFile file = file(server.address("/x"), false);
            assertThatThrownBy(() -> downloader.download(file, folder, FetchProgress.SILENT))
                    .hasMessageContaining("status 503");
            assertThat(names()).containsExactly("data.bin.part", "data.bin.part.json");
            assertThat(downloader.download(file, folder, FetchProgress.SILENT)).hasBinaryContent(CONTENT);
            assertThat(server.requests().get(4).from()).isEqualTo(70_000);
        }
    }

    @Test
    void stalledConnectionIsGivenUpAndContinued() throws IOException {
        expectContent(
                (n, request, out) -> {
                    if (n == 0) {
                        RudeServer.head(out, 200, "ETag: \"a\"", "Content-Length: " + CONTENT.length);
                        out.write(CONTENT, 0, 1000);
                        out.flush();
                        Thread.sleep(1000);
                    } else {
                        RudeServer.serve(request, out, CONTENT, "\"a\"");
                    }
                },
                false);
    }

    @Test
    void fileThatChangedBetweenRangesBeginsAnew() throws IOException {
        expectContent(
                (n, request, out) -> {
                    if (n == 0) {
                        RudeServer.head(out, 200, "ETag: \"old\"", "Content-Length: " + OTHER.length);
                        out.write(OTHER, 0, 50_000);
                        out.flush();
                    } else {
                        RudeServer.serve(request, out, CONTENT, "\"new\"");
                    }
                },
                false);
    }

    @Test
    void rangeOfAnotherVersionBeginsAnew() throws IOException {
        expectContent(
                (n, request, out) -> {
                    if (n == 0) {
                        RudeServer.head(out, 200, "ETag: \"old\"", "Content-Length: " + OTHER.length);
                        out.write(OTHER, 0, 50_000);
                        out.flush();
                    } else if (request.from() > 0) {
                        RudeServer.head(
                                out,
                                206,
                                "ETag: \"new\"",
                                "Content-Length: 150000",
                                "Content-Range: bytes 50000-199999/200000");
                        out.write(CONTENT, 50_000, 150_000);
                        out.flush();
                    } else {
                        RudeServer.serve(request, out, CONTENT, "\"new\"");
                    }
                },
                false);
    }

    @Test
    void secretlyChangedContentIsFoundByTheChecksumAndLoadedAnew() throws IOException {
        expectContent(
                (n, request, out) -> {
                    if (n == 0) {
                        RudeServer.head(out, 200, "ETag: \"a\"", "Content-Length: " + CONTENT.length);
                        out.write(CONTENT, 0, 50_000);
                        out.flush();
                    } else if (n == 1) {
                        RudeServer.serve(request, out, OTHER, "\"a\"");
                    } else {
                        RudeServer.serve(request, out, CONTENT, "\"a\"");
                    }
                },
                true);
    }

    @Test
    void wrongChecksumIsRefusedAndNothingStays() throws IOException {
        expectRefusal((n, request, out) -> RudeServer.serve(request, out, OTHER, "\"a\""), true, "MD5");
        assertThat(names()).isEmpty();
    }

    @Test
    void pageInsteadOfTheFileIsRefusedByTypeAndByContent() throws IOException {
        expectRefusal(
                (n, request, out) -> {
                    RudeServer.head(out, 200, "Content-Type: text/html; charset=utf-8", "Content-Length: 6");
                    out.write("<html>".getBytes());
                },
                true,
                "a page (text/html");
        byte[] page = "\n<!DOCTYPE html><html>sign in</html>".getBytes();
        expectRefusal((n, request, out) -> RudeServer.serve(request, out, page, "\"a\""), true, "begins with", "html");
    }

    @Test
    void lengthThatTheServerDoesNotKeepIsAFailure() throws IOException {
        expectRefusal(
                (n, request, out) -> {
                    RudeServer.head(out, 200, "Content-Length: 300000");
                    out.write(CONTENT);
                },
                false,
                "byte 200000");
    }

    @Test
    void otherLengthThanPublishedIsRefusedBeforeLoading() throws IOException {
        try (RudeServer server =
                new RudeServer((n, request, out) -> RudeServer.serve(request, out, CONTENT, "\"a\""))) {
            RemoteFile file = new RemoteFile(
                    "data.bin", server.address("/x"), OptionalLong.of(199_999), Optional.empty(), Optional.empty());
            assertThatThrownBy(() -> downloader.download(file, folder, FetchProgress.SILENT))
                    .hasMessageContainingAll("a length of 200000", "199999 bytes");
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void endThatNobodyCanTellFromACutIsRefused() throws IOException {
        expectRefusal(
                (n, request, out) -> {
                    RudeServer.head(out, 200);
                    out.write(CONTENT);
                },
                false,
                "no length and no checksum");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void refusalOfTheServerIsNotTriedAgain(int status) throws IOException {
        try (RudeServer server = new RudeServer((n, request, out) -> RudeServer.head(out, status))) {
            RemoteFile file = file(server.address("/x"), true);
            assertThatThrownBy(() -> downloader.download(file, folder, FetchProgress.SILENT))
                    .hasMessageContaining("status " + status);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void redirectsAreFollowedAndEndlessOnesRefused() throws IOException {
        expectContent(
                (n, request, out) -> {
                    if (n == 0) {
                        RudeServer.head(out, 302, "Location: /elsewhere");
                    } else {
                        assertThat(request.path()).isEqualTo("/elsewhere");
                        RudeServer.serve(request, out, CONTENT, "\"a\"");
                    }
                },
                true);
        Files.delete(folder.resolve("data.bin"));
        expectRefusal((n, request, out) -> RudeServer.head(out, 302, "Location: /again"), true, "redirects");
        expectRefusal((n, request, out) -> RudeServer.head(out, 302, "Location: file:///etc/passwd"), true, "file:");
    }

    @Test
    void redirectFromHttpsToHttpIsRefused() {
        URI secure = URI.create("https://example.org/a");
        assertThatThrownBy(() -> Transport.next(secure, "http://example.org/a"))
                .isInstanceOf(FetchException.class)
                .hasMessageContainingAll("http://example.org/a", "https");
        assertThatThrownBy(() -> Transport.next(secure, null)).hasMessageContaining("nowhere");
    }

    @Test
    void fileThatIsThereAndRightIsNotAskedFor() throws IOException {
        Files.write(folder.resolve("data.bin"), CONTENT);
        expectContent((n, request, out) -> RudeServer.head(out, 404), true);
    }

    @Test
    void fileThatIsThereAndWrongIsNeverReplaced() throws IOException {
        Files.write(folder.resolve("data.bin"), OTHER);
        try (RudeServer server =
                new RudeServer((n, request, out) -> RudeServer.serve(request, out, CONTENT, "\"a\""))) {
            RemoteFile file = file(server.address("/x"), true);
            assertThatThrownBy(() -> downloader.download(file, folder, FetchProgress.SILENT))
                    .hasMessageContaining(folder.resolve("data.bin").toString());
        }
        assertThat(folder.resolve("data.bin")).hasBinaryContent(OTHER);
    }

    @Test
    void twoDownloadsOfOneFileExcludeEachOther() throws IOException {
        URI address = URI.create("http://127.0.0.1:1/x");
        try (PartialFile held = PartialFile.open(folder.resolve("data.bin"), address.toString())) {
            assertThatThrownBy(() -> downloader.download(file(address, true), folder, FetchProgress.SILENT))
                    .hasMessageContaining("under way");
        }
    }

    @Test
    void lengthIsAskedForWithoutLoadingTheFile() throws IOException {
        try (RudeServer server =
                new RudeServer((n, request, out) -> RudeServer.serve(request, out, CONTENT, "\"1\""))) {
            assertThat(downloader.length(file(server.address("/data.bin"), false)))
                    .hasValue(CONTENT.length);
            RemoteFile known = new RemoteFile(
                    "data.bin", server.address("/x"), OptionalLong.of(7), Optional.empty(), Optional.empty());
            assertThat(downloader.length(known)).hasValue(7);
            assertThat(server.requests()).hasSize(1);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void lengthOfWhatIsNotThereIsRefused() throws IOException {
        try (RudeServer server = new RudeServer((n, request, out) -> RudeServer.head(out, 404))) {
            assertThatThrownBy(() -> downloader.length(file(server.address("/data.bin"), true)))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContainingAll("/data.bin", "status 404");
        }
    }
}
