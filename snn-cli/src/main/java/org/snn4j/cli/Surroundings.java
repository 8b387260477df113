package org.snn4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.snn4j.core.ConfigurationException;

/**
 * What the program finds around it when it starts; tests hand in their own.
 *
 * @param home folder of the clone, which holds {@code experiments}; empty if the program was not started by its launcher
 * @param variables environment variables
 * @param terminal true if somebody watches: progress may then redraw its line
 */
record Surroundings(Optional<Path> home, Map<String, String> variables, boolean terminal) {
    /** Environment variable with the folder of the data sets. */
    static final String DATA_VARIABLE = "SNN4J_DATA";

    Surroundings {
        variables = Map.copyOf(variables);
    }

    /** As given by the launcher and the operating system. */
    static Surroundings ofThisProcess() {
        String terminal = System.getProperty("snn.terminal");
        return new Surroundings(
                Optional.ofNullable(System.getProperty("snn.home")).map(Path::of),
                System.getenv(),
                terminal == null ? System.console() != null : Boolean.parseBoolean(terminal));
    }

    /**
     * The experiment file of the demonstration.
     *
     * @throws ConfigurationException if there is no clone around the program
     */
    Path demonstration() {
        return home.map(folder -> folder.resolve("experiments").resolve("demo.yaml"))
                .filter(Files::exists)
                .orElseThrow(
                        () -> new ConfigurationException(
                                "experiments/demo.yaml is not where the program was started from; use the launcher of the clone"));
    }

    /** The folder of the data sets: the option's if given, else that of {@value #DATA_VARIABLE}, else none. */
    Optional<Path> data(Path option) {
        return Optional.ofNullable(option).or(() -> Optional.ofNullable(variables.get(DATA_VARIABLE))
                .filter(value -> !value.isBlank())
                .map(Path::of));
    }
}
