package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.config.ExperimentReader;
import org.snn4j.core.inject.Plugins;
import org.snn4j.data.catalogue.DatasetCard;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.eval.experiment.Experiment;

/** Every event data set of the catalogue, by its simulated twin, from its files through two epochs of event-only to a score. */
class SimulatedTwinsTest {
    private static final Path TWINS = Repository.root().resolve("experiments/twins.yaml");
    private static final List<String> DATA_SETS = DatasetCards.all().stream()
            .filter(card -> card.kind() == DatasetCard.Kind.RECORDINGS)
            .map(DatasetCard::name)
            .toList();

    @TempDir
    private Path folder;

    @Test
    void everyEventDataSetHasATwinAmongTheExperiments() throws IOException {
        Experiment twins = Experiment.of(new ExperimentReader(Plugins.load().catalogue()).read(TWINS, List.of()));
        assertThat(DATA_SETS).hasSize(8);
        assertThat(twins.variants()).containsExactlyElementsOf(DATA_SETS);
    }

    @Test
    void everyTwinTrainsTwoEpochsOffline() throws IOException {
        StringBuilder text = new StringBuilder("title: Small twins\nseeds: [1]\nvariants:\n");
        for (String name : DATA_SETS) {
            Path twin = TWINS.resolveSibling(name).resolve("twin.yaml");
            text.append("  " + name + ": {extends: " + twin + ", data: {" + size(name) + "}}\n");
        }
        Path file = Files.writeString(folder.resolve("small.yaml"), text);
        Path runs = folder.resolve("runs");

        Program program = new Program();
        assertThat(program.run("run", file, "--runs", runs)).as(program.err()).isZero();

        assertThat(program.out()).contains("SIMULATED");
        for (String name : DATA_SETS) {
            Path run = runs.resolve("small").resolve(name).resolve("seed-1");
            assertThat(Files.readAllLines(run.resolve("epochs.csv")))
                    .as("%s: a heading and two epochs", name)
                    .hasSize(3);
            JsonNode data = new ObjectMapper()
                    .readTree(run.resolve("provenance.json").toFile())
                    .get("data");
            assertThat(data.get("name").asText()).isEqualTo("simulated-" + name);
            assertThat(data.get("simulated").asBoolean()).isTrue();
        }
    }

    /** As few recordings as make sense of the split: 15 drawings of each character train. */
    private static String size(String name) {
        return switch (name) {
            case "n-mnist" -> "recordings: 40, test: 20, pictures: 40";
            case "n-omniglot" -> "twin: {recordings: 16}";
            default -> "twin: {recordings: 6}";
        };
    }
}
