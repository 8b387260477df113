package org.snn4j.eval.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.core.config.ExperimentReader;
import org.snn4j.core.inject.ComponentPlugin;
import org.snn4j.core.inject.Plugins;
import org.snn4j.eval.inject.EvalPlugin;

/** Experiments of one section besides those of this module, so that tests need no data and no network. */
final class SampleExperiments {
    private static final Plugins PLUGINS = Plugins.of(new EvalPlugin(), new SamplePlugin());

    private SampleExperiments() {}

    /** @param rate something to differ in */
    record Sample(double rate, int epochs) {
        public static final Sample DEFAULTS = new Sample(0.1, 2);

        Sample {
            Check.atLeast(epochs, 1, "epochs");
        }
    }

    /** Declares the section {@code sample}. */
    static final class SamplePlugin extends ComponentPlugin {
        @Override
        protected void configure() {
            settings("sample", Sample.class);
        }
    }

    static Experiment read(Path folder, String yaml) throws IOException {
        Path file = folder.resolve("few-shot.yaml");
        Files.writeString(file, yaml);
        return Experiment.of(new ExperimentReader(PLUGINS.catalogue()).read(file, List.of()));
    }
}
