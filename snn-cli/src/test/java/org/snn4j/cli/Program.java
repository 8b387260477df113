package org.snn4j.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program as a test runs it: in this process, with captured output. */
final class Program {
    private final Map<String, String> variables = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path home = Repository.root();

    /** Sets an environment variable. */
    Program with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Runs as if the clone were elsewhere. */
    Program at(Path otherHome) {
        home = otherHome;
        return this;
    }

    /** Runs one command and returns its exit code. */
    int run(Object... arguments) {
        String[] texts = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        Surroundings surroundings = new Surroundings(Optional.of(home), variables, false);
        return Snn.commandLine(surroundings, new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(texts);
    }

    /** What went to the standard output. */
    String out() {
        return out.toString();
    }

    /** What went to the standard error, problems that were broken to fit the screen on one line again. */
    String err() {
        return joined(err.toString());
    }

    /** The lines of the standard error as they are on the screen. */
    List<String> errLines() {
        return err.toString().lines().toList();
    }

    /** Puts the lines of a problem together. */
    static String joined(String text) {
        return text.replaceAll("\\R {5,7}(?=\\S)", " ");
    }
}
