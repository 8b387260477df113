package org.snn4j.core.inject;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.core.config.EffectiveConfig;
import org.snn4j.core.config.ExperimentReader;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.Plif;
import org.snn4j.core.neuron.SoftReset;
import org.snn4j.core.surrogate.ArcTan;

class CorePluginTest {
    private static final Plugins PLUGINS = Plugins.of(new CorePlugin());

    private static final String BASE =
            """
            network: {use: conv-snn}
            neuron: {use: plif}
            firing: {threshold: 0.75, inclusive: true}
            reset: {use: soft}
            surrogate: {use: arctan}
            optimizer: {use: adam}
            schedule: {use: constant}
            """;

    @TempDir
    Path folder;

    @Test
    void theFourChoicesMakeANeuronModel() throws IOException {
        NeuronModel model =
                new Wiring(PLUGINS).experiment(read(BASE, List.of())).getInstance(NeuronModel.class);
        assertThat(model.neuron()).isInstanceOf(Plif.class);
        assertThat(model.firing()).isEqualTo(new Firing(0.75, true));
        assertThat(model.reset()).isInstanceOf(SoftReset.class);
        assertThat(model.surrogate()).isInstanceOf(ArcTan.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyName")
    void everyNameIsWiredFromItsDefaultsAndSurvivesARoundTrip(String section, String name, ComponentSpec spec)
            throws IOException {
        EffectiveConfig config = read(BASE, List.of(section + ".use=" + name));
        assertThat(read(config.toYaml(), List.of())).isEqualTo(config);
        Wiring wiring = new Wiring(PLUGINS);
        Injector experiment = wiring.experiment(config);
        Injector phase = wiring.phase(experiment, config, EffectiveConfig.ONLY_PHASE);
        assertThat(phase.getInstance(spec.slot())).isExactlyInstanceOf(spec.implementation());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyName")
    void everyNameCarriesAReference(String section, String name, ComponentSpec spec) {
        assertThat(spec.reference())
                .hasValueSatisfying(reference -> assertThat(reference.title()).isNotBlank());
    }

    static Stream<Arguments> everyName() {
        return PLUGINS.catalogue().slots().entrySet().stream()
                .flatMap(slot -> PLUGINS.catalogue().components(slot.getValue()).values().stream()
                        .map(spec -> Arguments.of(slot.getKey(), spec.name(), spec)));
    }

    private EffectiveConfig read(String text, List<String> overrides) throws IOException {
        Path file = Files.writeString(folder.resolve("file.yaml"), text);
        return new ExperimentReader(PLUGINS.catalogue())
                .read(file, overrides)
                .variants()
                .get("default");
    }
}
