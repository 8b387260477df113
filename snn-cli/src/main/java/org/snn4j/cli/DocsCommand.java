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

/** Writes a page of the documentation from what is registered. */
@Command(name = "docs", hidden = true, description = "Write docs/configuration.md from the registered components.")
final class DocsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--networks",
            description = "Write the parameter counts of the networks, docs/networks.md, instead.")
    private boolean networks;

    @Option(names = "--output", paramLabel = "FILE", description = "File to write (default: standard output).")
    private Path output;

    @Override
    public Integer call() throws IOException {
        String text =
                networks ? NetworksPage.text() : ReferencePage.of(Plugins.load().catalogue());
        if (output == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            AtomicFiles.write(output, text);
        }
        return 0;
    }
}
