package org.snn4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snn4j.core.ConfigurationException;
import picocli.CommandLine.Option;

/** The option {@code --data} of commands that train. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the data sets (default: that of SNN4J_DATA).")
    private Path folder;

    /** @throws ConfigurationException if a folder was given that is not there */
    Optional<Path> folder(Surroundings surroundings) {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new ConfigurationException("--data: there is no folder '" + folder + "'");
        }
        return surroundings.data(folder);
    }
}
