package org.snn4j.core.inject;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import java.util.List;
import org.snn4j.core.Stream;
import org.snn4j.core.network.Architecture;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.Neuron;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.Reset;
import org.snn4j.core.optimize.LearningRateSchedule;
import org.snn4j.core.optimize.Optimizer;
import org.snn4j.core.surrogate.SurrogateGradient;

/** Components and sections of snn-core. */
public final class CorePlugin extends ComponentPlugin {
    @Override
    protected void configure() {
        section("network", Architecture.class);
        section("neuron", Neuron.class);
        settings("firing", Firing.class);
        section("reset", Reset.class);
        section("surrogate", SurrogateGradient.class);
        value("streams", new TypeLiteral<List<Stream>>() {}).orElse(List.of(Stream.SOURCE, Stream.TARGET)).perPhase();
        section("optimizer", Optimizer.class).perPhase();
        section("schedule", LearningRateSchedule.class).perPhase();

        collaborators(new Neurons());
    }

    /** Puts the four choices of a spiking neuron together. */
    private static final class Neurons extends AbstractModule {
        @Provides
        @Singleton
        NeuronModel model(Neuron neuron, Firing firing, Reset reset, SurrogateGradient surrogate) {
            return new NeuronModel(neuron, firing, reset, surrogate);
        }
    }
}
