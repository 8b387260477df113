package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.inject.Plugins;

/** Numbers of others stand in the experiment files and, with their sources, in a list: neither changes without the other. */
class PublishedNumbersTest {
    private static final Path EXPERIMENTS = Repository.root().resolve("experiments");

    @TempDir
    private Path folder;

    @Test
    void everyExpectedValueIsListedWithItsSource() throws IOException {
        assertThat(problems(EXPERIMENTS))
                .as("values that experiments/*.yaml expect, against experiments/published.tsv")
                .isEmpty();
    }

    @Test
    void valueEditedByHandIsNoticed() throws IOException {
        copy();
        edit("n-mnist/few-shot.yaml", "value: 80.5", "value: 76.5");
        assertThat(problems(folder))
                .singleElement()
                .asString()
                .startsWith(
                        "n-mnist/few-shot.yaml, event-only 10 percent, accuracy.left-out: the experiment expects 76.5, peer,")
                .contains("published.tsv says 80.5, peer, a run of the same network with SpikingJelly");
    }

    @Test
    void sourceOrEvidenceEditedByHandIsNoticed() throws IOException {
        copy();
        edit("n-mnist/full.yaml", "source: \"a run", "source: \"table 3, a run");
        assertThat(problems(folder)).singleElement().asString().contains("table 3, a run");
        edit("n-mnist/full.yaml", "evidence: peer", "evidence: v");
        assertThat(problems(folder)).singleElement().asString().contains("98.1, V, table 3");
    }

    @Test
    void valueThatNobodyListedAndLineThatNobodyUsesAreNoticed() throws IOException {
        copy();
        edit(PublishedNumbers.LIST, "n-mnist/full.yaml\tevent-only\t", "n-mnist/full.yaml\ttmkt\t");
        assertThat(problems(folder))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("does not list"))
                .anySatisfy(line ->
                        assertThat(line).contains("n-mnist/full.yaml, tmkt, accuracy", "no experiment expects it"));
    }

    private static List<String> problems(Path experiments) throws IOException {
        return PublishedNumbers.problems(experiments, Plugins.load().catalogue());
    }

    private void copy() throws IOException {
        try (Stream<Path> found = Files.walk(EXPERIMENTS)) {
            for (Path file : found.toList()) {
                Path target = folder.resolve(EXPERIMENTS.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private void edit(String file, String old, String changed) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(old);
        Files.writeString(folder.resolve(file), text.replace(old, changed));
    }
}
