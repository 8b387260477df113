package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.config.EffectiveConfig;
import org.snn4j.core.config.ExperimentReader;
import org.snn4j.core.inject.Plugins;

/** {@code NAME:simulated} names the simulated twin of a data set. */
class SimulatedTwinNamesTest {
    private static final Plugins PLUGINS = Plugins.load();

    @TempDir
    private Path folder;

    private EffectiveConfig read(String data) throws IOException {
        Path file = folder.resolve("twin.yaml");
        Files.writeString(
                file,
                "extends: " + Repository.root().resolve("experiments/presets/event-only.yaml") + "\ndata: " + data
                        + "\n");
        return new ExperimentReader(PLUGINS.catalogue())
                .read(file, List.of())
                .variants()
                .values()
                .iterator()
                .next();
    }

    @Test
    void aFlagCanBeWrittenBehindTheName() throws IOException {
        assertThat(read("{use: cifar10-dvs:simulated, share: 0.5}"))
                .isEqualTo(read("{use: cifar10-dvs, simulated: true, share: 0.5}"))
                .isNotEqualTo(read("{use: cifar10-dvs, share: 0.5}"));
    }

    @Test
    void theTwinOfNMnistHasANameOfItsOwn() throws IOException {
        assertThat(read("{use: n-mnist:simulated, recordings: 40}"))
                .isEqualTo(read("{use: simulated-n-mnist, recordings: 40}"));
    }

    @Test
    void whatIsNeitherFlagNorNameIsUnknown() {
        assertThatThrownBy(() -> read("{use: cifar10-dvs:recorded}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("unknown name 'cifar10-dvs:recorded'");
    }
}
