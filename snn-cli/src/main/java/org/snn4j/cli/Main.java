package org.snn4j.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Entry point of the program {@code snn}. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the Java machine with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(Snn.commandLine(Surroundings.ofThisProcess(), out, err).execute(arguments));
    }
}
