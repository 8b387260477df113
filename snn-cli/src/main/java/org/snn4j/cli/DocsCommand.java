package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.snn4j.core.inject.Plugins;
import org.snn4j.core.io.AtomicFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the reference of all parameters from the registered components. */
@Command(name = "docs", hidden = true, description = "Write docs/configuration.md from the registered components.")
final class DocsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--output", paramLabel = "FILE", description = "File to write (default: standard output).")
    private Path output;

    @Override
    public Integer call() throws IOException {
        String page = ReferencePage.of(Plugins.load().catalogue());
        if (output == null) {
            spec.commandLine().getOut().print(page);
            spec.commandLine().getOut().flush();
        } else {
            AtomicFiles.write(output, page);
        }
        return 0;
    }
}
