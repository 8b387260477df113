package org.snn4j.cli;

import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.DataFormatException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command threw into a message and an exit code: 2 for input that is at fault, 1 for everything else. */
final class FailureHandler implements IExecutionExceptionHandler {
    private static final String SAYS = "snn: ";

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult arguments) {
        PrintWriter err = line.getErr();
        messages(failure).forEach(message -> print(err, SAYS, message));
        if (Snn.verbose(line)) {
            failure.printStackTrace(err);
        }
        err.flush();
        return exitCode(failure);
    }

    /** A problem as lines that fit the screen, the first with something in front. */
    static void print(PrintWriter err, String front, String problem) {
        problem.lines()
                .flatMap(line -> Paragraphs.wrap(front + line, SAYS.length()).stream())
                .forEach(err::println);
    }

    /** 2 if the input is at fault, else 1. */
    static int exitCode(Throwable failure) {
        return isInput(failure) ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    /** What a user is told, one line per problem. */
    static List<String> messages(Throwable failure) {
        if (failure instanceof ConfigurationException configuration) {
            return configuration.problems();
        }
        if (failure instanceof NoSuchFileException missing) {
            return List.of("no such file or folder: " + missing.getFile());
        }
        if (failure instanceof AccessDeniedException denied) {
            return List.of("not allowed to read or write: " + denied.getFile());
        }
        if (isInput(failure) && failure.getMessage() != null) {
            return List.of(failure.getMessage());
        }
        String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        return List.of(failure.getClass().getSimpleName() + message + " (--verbose shows where)");
    }

    private static boolean isInput(Throwable failure) {
        return failure instanceof ConfigurationException
                || failure instanceof DataFormatException
                || failure instanceof IllegalArgumentException
                || failure instanceof NoSuchFileException
                || failure instanceof FileAlreadyExistsException
                || failure instanceof AccessDeniedException;
    }
}
