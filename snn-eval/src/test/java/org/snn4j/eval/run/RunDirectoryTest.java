package org.snn4j.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.split.Manifest;
import org.snn4j.eval.metric.ConfusionMatrix;

class RunDirectoryTest {
    private static final RunKey KEY = new RunKey("few-shot", "full", 1);

    @TempDir
    Path folder;

    private RunDirectory directory;

    @BeforeEach
    void open() {
        directory = new RunDirectory(folder);
    }

    @Test
    void stateFollowsTheFilesInTheOrderTheyAreWritten() throws IOException {
        assertThat(directory.state()).isEqualTo(RunState.ABSENT);
        directory.writeConfig("seed: 1\n");
        assertThat(directory.state()).isEqualTo(RunState.UNFINISHED);
        directory.writeResult(new RunResult(1, "id", true, Map.of(), Map.of(), Map.of()));
        assertThat(directory.state()).isEqualTo(RunState.INTERRUPTED);
        directory.writeResult(SampleRuns.result("id", 90));
        assertThat(directory.state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void resultAndProvenanceAreReadAsTheyWereWritten() throws IOException {
        RunResult result = SampleRuns.result("id", 92.5);
        SampleRuns.write(directory, KEY, result);
        assertThat(directory.result()).isEqualTo(result);
        assertThat(directory.provenance()).isEqualTo(SampleRuns.provenance(KEY, "id"));
        assertThat(directory.provenance().data().size("test")).isEqualTo(80);
        assertThat(directory.provenance().data().size("left-out")).isZero();
    }

    @Test
    void runWithoutEndSaysSo() throws IOException {
        Provenance running = SampleRuns.provenance(KEY, "id").ended("", Map.of(), Computing.UNKNOWN);
        directory.writeProvenance(running);
        assertThat(directory.provenance().end()).isEmpty();
    }

    @Test
    void provenanceOfEarlierVersionsIsReadAsOneThatDoesNotSayWhatTheyDidNotNote() throws IOException {
        SampleRuns.write(directory, KEY, SampleRuns.result("id", 90));
        Path file = folder.resolve("provenance.json");
        ObjectMapper json = new ObjectMapper();
        ObjectNode content = (ObjectNode) json.readTree(file.toFile());
        content.put("format", 1);
        ((ObjectNode) content.get("data")).remove("frames");
        Object computing = content.remove("computing");
        json.writeValue(file.toFile(), content);
        assertThat(directory.provenance().computing().kernels()).isEqualTo("unknown");
        assertThat(directory.provenance().end()).isNotEmpty();
        content.put("format", 2);
        content.putPOJO("computing", computing);
        json.writeValue(file.toFile(), content);
        assertThat(directory.provenance().data().frames()).isEmpty();
        content.remove("computing");
        json.writeValue(file.toFile(), content);
        assertThatThrownBy(directory::provenance)
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("computing");
    }

    @Test
    void handWrittenResultIsRead() throws IOException {
        Files.writeString(
                folder.resolve("result.json"),
                """
                {"format": 1, "identity": "abc", "interrupted": false,
                 "metrics": {"accuracy.test": {"value": 97.5, "n": 80, "unit": "%"}},
                 "counts": {"images-seen": 0}, "seconds": {}}
                """);
        assertThat(directory.result().metric("accuracy.test").orElseThrow().value())
                .isEqualTo(97.5);
        assertThat(directory.result().metric("accuracy.left-out")).isEmpty();
    }

    @Test
    void damagedResultIsNamedWithItsPlace() throws IOException {
        SampleRuns.write(directory, KEY, SampleRuns.result("id", 90));
        Path file = folder.resolve("result.json");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(directory::state)
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void foreignOrIncompleteResultsAreRefused() throws IOException {
        List<String> wrong = List.of(
                "",
                "[]",
                "{}",
                "{\"format\": 2, \"identity\": \"a\", \"interrupted\": false, \"metrics\": {}, \"counts\": {}, \"seconds\": {}}",
                "{\"format\": 1, \"identity\": \"a\", \"metrics\": {}, \"counts\": {}, \"seconds\": {}}",
                "{\"format\": 1, \"identity\": \"a\", \"interrupted\": false, \"metrics\": {\"accuracy.test\": {\"value\": 1}},"
                        + " \"counts\": {}, \"seconds\": {}}",
                "{\"format\": 1, \"identity\": \"a\", \"interrupted\": false, \"metrics\": {}, \"counts\": {}, \"seconds\": {}, \"more\": 1}",
                "{\"format\": 1, \"identity\": \"a\", \"interrupted\": false, \"metrics\": {}, \"counts\": {}, \"seconds\": {}} trailing");
        for (String text : wrong) {
            Files.writeString(folder.resolve("result.json"), text);
            assertThatThrownBy(directory::result)
                    .as(text)
                    .isInstanceOf(DataFormatException.class)
                    .hasMessageContaining("result.json");
        }
    }

    @Test
    void clearRemovesWhatARunWroteAndNothingElse() throws IOException {
        SampleRuns.write(directory, KEY, SampleRuns.result("id", 90));
        directory.writeConfusion("test", new ConfusionMatrix(List.of("a", "b"), new long[2][2]));
        directory.writeManifest(new Manifest(List.of(new Manifest.Entry("train", "a.bin", "00", "1", ""))));
        assertThat(directory.manifest()).exists();
        directory.writeConfusion("left-out", new ConfusionMatrix(List.of("a", "b"), new long[2][2]));
        Files.writeString(folder.resolve(".model.safetensors.77-1.part"), "half");
        Files.writeString(folder.resolve("notes.txt"), "mine");
        directory.clear();
        assertThat(folder.toFile().list()).containsExactly("notes.txt");
        assertThat(directory.state()).isEqualTo(RunState.ABSENT);
    }
}
