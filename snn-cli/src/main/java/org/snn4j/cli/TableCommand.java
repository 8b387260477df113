package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.snn4j.core.io.AtomicFiles;
import org.snn4j.eval.experiment.Experiment;
import org.snn4j.eval.table.CsvTable;
import org.snn4j.eval.table.LatexTable;
import org.snn4j.eval.table.MarkdownReport;
import org.snn4j.eval.table.ResultTable;
import org.snn4j.eval.table.TableBuilder;
import org.snn4j.eval.table.TerminalTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a table from run directories, and from nothing else. */
@Command(name = "table", description = "Print the table of a file from its run directories.")
final class TableCommand implements Callable<Integer> {
    /** Forms of a table. */
    enum Format {
        TERMINAL,
        MARKDOWN,
        CSV,
        LATEX;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(
            names = "--format",
            defaultValue = "terminal",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(names = "--output", paramLabel = "FILE", description = "File to write (default: standard output).")
    private Path output;

    @Override
    public Integer call() throws IOException {
        Experiment experiment = Experiment.of(options.read(options.load()));
        String text = text(new TableBuilder(runs.folder()).build(experiment.tablePlan()));
        if (output == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            AtomicFiles.write(output, text);
        }
        return 0;
    }

    /** The two lines that make the page again in a fresh clone, for which the folder of runs needs no name. */
    private String command(ResultTable table) {
        String data = table.needsDataFolder() ? " --data DIR" : "";
        String file = output == null ? "" : " --output " + ExperimentOptions.quoted(output.toString());
        return "./snn run " + options.typed() + data + " && ./snn table " + options.typed() + " --format markdown"
                + file;
    }

    private String text(ResultTable table) {
        return switch (format) {
            case TERMINAL -> TerminalTable.write(table);
            case MARKDOWN -> MarkdownReport.text(command(table), table);
            case CSV -> CsvTable.write(table);
            case LATEX -> LatexTable.write(table);
        };
    }
}
