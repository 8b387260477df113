package org.snn4j.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.split.Manifest.Entry;

class ManifestTest {
    private static final Entry TRAIN = new Entry("train", "a.bin", "01", "3", "img#1");
    private static final Entry TEST = new Entry("test", "b.bin", "02", "4", "img#2");

    @Test
    void samePathInTwoPartsIsRefusedNamingBoth() {
        assertThatThrownBy(() -> new Manifest(List.of(TRAIN, new Entry("test", "a.bin", "03", "3", ""))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("data: same path in two parts: a.bin in train, a.bin in test");
    }

    @Test
    void sameBytesInTwoPartsAreRefusedNamingBoth() {
        assertThatThrownBy(() -> new Manifest(List.of(TRAIN, new Entry("test", "c.bin", "01", "3", ""))))
                .hasMessage("data: same bytes in two parts: a.bin in train, c.bin in test");
    }

    @Test
    void sameBytesInOnePartAreNoOverlap() {
        assertThatCode(() -> new Manifest(List.of(TRAIN, new Entry("train", "c.bin", "01", "3", ""))))
                .doesNotThrowAnyException();
    }

    @Test
    void manyOverlapsAreListedInPart() {
        List<Entry> entries = IntStream.range(0, 60)
                .mapToObj(i -> new Entry(i < 30 ? "train" : "test", "f" + i, "" + i % 30, "0", ""))
                .toList();

        assertThatThrownBy(() -> new Manifest(entries))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems()).hasSize(11).last().isEqualTo("data: and 20 more"));
    }

    @Test
    void aPictureThatAScoredRecordingShowsIsRefused() {
        Manifest manifest = new Manifest(List.of(TRAIN, TEST, new Entry("images", "img#2", "09", "4", "img#2")));

        assertThatThrownBy(() -> manifest.requireNoTwins("images", Set.of("test")))
                .hasMessage("data: img#2 in part images is shown by b.bin in part test");
        assertThatCode(() -> manifest.requireNoTwins("images", Set.of("train"))).doesNotThrowAnyException();
    }

    @Test
    void countsAreByPartAndClass() {
        assertThat(new Manifest(List.of(TRAIN, TEST)).counts())
                .isEqualTo(Map.of("train", Map.of("3", 1), "test", Map.of("4", 1)));
    }

    @Test
    void theDigestChangesWithAnyEntry() {
        String digest = new Manifest(List.of(TRAIN, TEST)).digest();

        assertThat(digest).hasSize(64).isEqualTo(new Manifest(List.of(TRAIN, TEST)).digest());
        assertThat(new Manifest(List.of(TRAIN)).digest()).isNotEqualTo(digest);
        assertThat(new Manifest(List.of(TRAIN, new Entry("test", "b.bin", "07", "4", "img#2"))).digest())
                .isNotEqualTo(digest);
        assertThat(new Manifest(List.of(TRAIN, new Entry("test", "b.bin", "02", "5", "img#2"))).digest())
                .isNotEqualTo(digest);
    }

    @Test
    void theFileHoldsDigestCountsAndEntries(@TempDir Path folder) throws IOException {
        Manifest manifest = new Manifest(List.of(TRAIN, TEST));
        Path file = folder.resolve("manifest.json");
        manifest.write(file);

        JsonNode tree = new ObjectMapper().readTree(file.toFile());
        assertThat(tree.get("digest").asText()).isEqualTo(manifest.digest());
        assertThat(tree.at("/counts/train/3").asInt()).isEqualTo(1);
        assertThat(tree.at("/entries/1/path").asText()).isEqualTo("b.bin");
    }

    @Test
    void sha256IsThePublishedOne() {
        // FIPS 180-2, appendix B.1.
        assertThat(Digest.of("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
