package org.snn4j.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --runs}. */
final class RunsOption {
    @Option(
            names = "--runs",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Folder of the run directories (default: ${DEFAULT-VALUE}).")
    private Path folder;

    Path folder() {
        return folder;
    }
}
