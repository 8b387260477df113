package org.snn4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snn4j.core.inject.Plugins;
import picocli.CommandLine.Option;

/** The option {@code --plugin}, for every command that names components. */
final class PluginOption {
    @Option(
            names = "--plugin",
            paramLabel = "JAR",
            description = "Jar that brings components of its own; may be given several times.")
    private List<Path> jars = new ArrayList<>();

    /** The jars, in the order given. */
    List<Path> jars() {
        return List.copyOf(jars);
    }

    /** Our components and those of the jars. */
    Plugins load() {
        return Plugins.load(jars);
    }
}
