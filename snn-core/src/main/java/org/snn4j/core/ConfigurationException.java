package org.snn4j.core;

import java.util.List;

/** Everything that is wrong with a configuration, each problem with its path. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public ConfigurationException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public ConfigurationException(String problem) {
        this(List.of(problem));
    }

    /** The problems, one line each: {@code path: what is wrong; what was expected}. */
    public List<String> problems() {
        return problems;
    }
}
