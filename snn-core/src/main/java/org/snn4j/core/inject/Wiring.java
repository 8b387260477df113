package org.snn4j.core.inject;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.snn4j.core.config.EffectiveConfig;

/**
 * Makes the objects of an experiment: one injector for what all phases share (data, network), below it one for each phase
 * (objectives, mixing, optimizer). Strict: nothing is made that was not bound, everything is made at once.
 */
public final class Wiring {
    private final Plugins plugins;

    public Wiring(Plugins plugins) {
        this.plugins = plugins;
    }

    /**
     * What all phases share.
     *
     * @param more bindings for what components inject besides their record and each other
     * @throws RuntimeException what a component's constructor threw, as it was
     */
    public Injector experiment(EffectiveConfig config, Module... more) {
        Module chosen = new ExperimentModule(plugins.catalogue(), config.shared(), false);
        return unwrapping(
                () -> Guice.createInjector(Stage.PRODUCTION, all(chosen, plugins.collaborators(false), more)));
    }

    /**
     * What belongs to one phase, on top of {@link #experiment}.
     *
     * @throws RuntimeException what a component's constructor threw, as it was
     */
    public Injector phase(Injector experiment, EffectiveConfig config, String phase, Module... more) {
        Module chosen = new ExperimentModule(plugins.catalogue(), config.phase(phase), true);
        return unwrapping(() -> experiment.createChildInjector(all(chosen, plugins.collaborators(true), more)));
    }

    private static List<Module> all(Module chosen, Collection<Module> collaborators, Module[] more) {
        List<Module> modules = new ArrayList<>(List.of(more));
        modules.add(chosen);
        modules.addAll(collaborators);
        return modules;
    }

    /** A component that refuses to be made has something to say to the user; an injector that cannot be made is our fault. */
    private static Injector unwrapping(Supplier<Injector> creation) {
        try {
            return creation.get();
        } catch (CreationException e) {
            for (Message message : e.getErrorMessages()) {
                if (message.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
            }
            throw new IllegalStateException("the experiment cannot be wired: " + e.getMessage(), e);
        }
    }
}
