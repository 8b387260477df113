package org.snn4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snn4j.core.config.ExperimentReader;
import org.snn4j.core.config.ResolvedExperiment;
import org.snn4j.core.inject.Plugins;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The experiment file and what changes it for once, for every command that reads one. */
final class ExperimentOptions {
    @Parameters(paramLabel = "FILE", description = "Experiment file.")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change the file for this once: --set training.epochs=5")
    private List<String> changes = new ArrayList<>();

    @Mixin
    private PluginOption plugins = new PluginOption();

    /** Reads and checks the file with the components of these plug-ins. */
    ResolvedExperiment read(Plugins loaded) {
        return new ExperimentReader(loaded.catalogue()).read(file, changes);
    }

    /** Our components and those of the jars named. */
    Plugins load() {
        return plugins.load();
    }

    /** The arguments as typed, for a line that tells how to do it again. */
    String typed() {
        StringBuilder text = new StringBuilder(quoted(file.toString()));
        changes.forEach(change -> text.append(" --set ").append(quoted(change)));
        plugins.jars().forEach(jar -> text.append(" --plugin ").append(quoted(jar.toString())));
        return text.toString();
    }

    /** As a shell takes it for one word. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=,+@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
