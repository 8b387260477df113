package org.snn4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.config.SampleComponents.Training;

class EffectiveConfigTest {
    private static final String SOUND =
            "cell: {use: leaky, tau: 3}\nobjectives: {a: {use: entropy}, b: {use: alignment}}\n";

    @TempDir
    Path folder;

    @Test
    void theEffectiveFileIsComplete() {
        assertThat(read(SOUND + "seeds: [3]\nname: my run\n").toYaml())
                .isEqualTo(
                        """
                name: my run
                cell: {use: leaky, tau: 3.0, decay-factor: 0.5, steps: 4}
                objectives:
                  a: {use: entropy, weight: 1.0, stream: target}
                  b: {use: alignment, weight: 0.5}
                rate: {use: constant}
                seeds: [3]
                table: {columns: [accuracy], expected: []}
                training: {epochs: 40, batch: 32, learning-rate: 0.001}
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SOUND,
                "cell: {use: plain}\nobjectives: {}\n",
                "cell: {use: everything, count: -3, ratio: 1e-7, exact: false, label: '1e3', order: by-number, limit: 4, weights: [], orders: [by-time],"
                        + " sizes: {a: 1, 'b c': 2}, range: {high: 9}}\nobjectives: {}\n",
                SOUND + "table: {expected: [{row: full, value: 92.64, tolerance: 0.5}, {row: x, value: 1}]}\n",
                SOUND
                        + "phases: {one: {training.epochs: 2, objectives: {a: null, c: {use: entropy}}}, two: {rate: {use: cosine}}}\n",
                "cell: {use: plain}\nphases: {one: {objectives: {a: {use: entropy}}}, two: {objectives: {b: {use: alignment}}}}\n",
                SOUND + "phases: {only: {}}\n"
            })
    void theEffectiveFileReadsBackAsItself(String text) {
        EffectiveConfig config = read(text);
        EffectiveConfig again = read(config.toYaml());
        assertThat(again).isEqualTo(config);
        assertThat(again.toYaml()).isEqualTo(config.toYaml());
        assertThat(again.identity()).isEqualTo(config.identity());
    }

    @Test
    void theIdentityIgnoresSpellingOrderAndDescription() {
        String identity = read(SOUND).identity();
        assertThat(identity).matches("[0-9a-f]{64}");
        assertThat(
                        read("objectives: {a: {use: entropy}, b: {weight: 0.50, use: alignment}}\ncell: {tau: 3.00, use: leaky, steps: 4}\n")
                                .identity())
                .isEqualTo(identity);
        assertThat(read(SOUND + "name: other\ntable: {columns: [x]}\n").identity())
                .isEqualTo(identity);
    }

    @Test
    void theIdentityChangesWithWhateverCounts() {
        assertThat(List.of(
                        read(SOUND),
                        read(SOUND.replace("tau: 3", "tau: 3.0000001")),
                        read("cell: {use: leaky, tau: 3}\nobjectives: {b: {use: alignment}, a: {use: entropy}}\n"),
                        read(SOUND + "seeds: [2]\n"),
                        read(SOUND + "rate: {use: cosine}\n"),
                        read(SOUND + "phases: {x: {}, y: {training.epochs: 1}}\n"),
                        read(SOUND + "phases: {y: {training.epochs: 1}, x: {}}\n")))
                .extracting(EffectiveConfig::identity)
                .doesNotHaveDuplicates();
    }

    /**
     * The digest was made apart from this code, of the JSON text
     * {@code [[["cell",["leaky",{"decay-factor":"0x1.0p-1","steps":4,"tau":"0x1.8p1"}]],["seeds",[1]]],[["train",[...]]]]}.
     */
    @Test
    void theIdentityOfAGivenFileNeverChanges() {
        assertThat(read(SOUND).identity())
                .isEqualTo("9b20cc97a7b4fec42d7bf04903054167ce350de78f1e06af891935bb0a92f216");
    }

    @Test
    void oneSeedInPlaceOfAll() {
        EffectiveConfig config = read(SOUND + "seeds: [1, 2, 3]\n");
        EffectiveConfig second = config.withValue("seeds", List.of(2L));
        assertThat(second.shared().values("seeds", Long.class)).containsExactly(2L);
        assertThat(second.identity())
                .isEqualTo(read(SOUND + "seeds: [2]\n").identity())
                .isNotEqualTo(config.identity());
        assertThatThrownBy(() -> config.withValue("seeds", "two")).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> config.withValue("cell", 2L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> config.withValue("sedes", List.of(2L))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void askingForAnUnknownPhaseOrSectionNamesTheKnownOnes() {
        EffectiveConfig config = read(SOUND);
        assertThatThrownBy(() -> config.phase("pretrain"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[train]");
        assertThatThrownBy(() -> config.shared().settings("training", Training.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[cell, seeds, table]");
    }

    private EffectiveConfig read(String text) {
        try {
            Path file = Files.writeString(folder.resolve("file.yaml"), text);
            return new ExperimentReader(SampleComponents.catalogue())
                    .read(file, List.of())
                    .variants()
                    .get("default");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
