package org.snn4j.cli;

import java.io.PrintWriter;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command: knows its subcommands and how failures become exit codes. */
@Command(
        name = "snn",
        description = "Trains spiking neural networks on event-camera data with the help of ordinary images.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        usageHelpWidth = 80,
        footer = {
            "",
            "Exit codes: 0 done, 1 failure, 2 wrong usage or input, 130 interrupted.",
            "SNN4J_DATA names the folder of the data sets when --data is not given."
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            BenchCommand.class,
            TableCommand.class,
            ShowCommand.class,
            ListCommand.class,
            DoctorCommand.class,
            DataCommand.class,
            DocsCommand.class,
            GenerateCompletion.class
        })
final class Snn implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
    private boolean verbose;

    /** The parser of the program's arguments, ready to execute. */
    static CommandLine commandLine(Surroundings surroundings, PrintWriter out, PrintWriter err) {
        Snn snn = new Snn();
        CommandLine line = new CommandLine(snn, new CommandFactory(surroundings));
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(new FailureHandler());
        return line;
    }

    /** True if the user wants stack traces. */
    static boolean verbose(CommandLine line) {
        return ((Snn) line.getCommandSpec().root().userObject()).verbose;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
