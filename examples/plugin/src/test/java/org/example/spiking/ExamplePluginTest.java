package org.example.spiking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.core.config.EffectiveConfig;
import org.snn4j.core.config.ExperimentReader;
import org.snn4j.core.config.ResolvedExperiment;
import org.snn4j.core.inject.Plugins;
import org.snn4j.core.neuron.Neuron;
import org.snn4j.transfer.objective.Objective;

class ExamplePluginTest {
    @Test
    void bothComponentsAreFoundWithTheirReference() {
        Plugins plugins = Plugins.load();
        assertThat(plugins.catalogue().component(Neuron.class, "quadratic"))
                .get()
                .extracting(ComponentSpec::implementation)
                .isEqualTo(QuadraticNeuron.class);
        assertThat(plugins.catalogue()
                        .component(Objective.class, "confidence-penalty")
                        .orElseThrow()
                        .reference())
                .isPresent();
    }

    @Test
    void theExperimentResolvesForAllItsVariants() {
        ResolvedExperiment experiment =
                new ExperimentReader(Plugins.load().catalogue()).read(Path.of("experiment.yaml"), List.of());
        assertThat(experiment.variants().keySet()).containsExactly("built-in", "quadratic", "less sure");
        EffectiveConfig quadratic = experiment.variants().get("quadratic");
        assertThat(quadratic.shared().component("neuron").orElseThrow().config())
                .contains(new QuadraticNeuron.Config(2, 0, 0.4, 1));
        EffectiveConfig calm = experiment.variants().get("less sure");
        assertThat(calm.phase(EffectiveConfig.ONLY_PHASE)
                        .components("objectives")
                        .keySet())
                .containsExactly("target", "calm");
    }
}
