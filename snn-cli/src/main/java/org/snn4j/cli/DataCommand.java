package org.snn4j.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on data sets and recordings. */
@Command(
        name = "data",
        description = "Get, check and look at data sets and recordings; manage prepared frames.",
        subcommands = {DataFetchCommand.class, DataCheckCommand.class, DataViewCommand.class, DataCacheCommand.class})
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing: " + String.join(", ", spec.subcommands().keySet()));
    }
}
