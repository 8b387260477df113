package org.snn4j.eval.table;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snn4j.core.io.AtomicFiles;
import org.snn4j.eval.run.Machine;
import org.snn4j.eval.run.Provenance;

/**
 * A results page: the table, and below it which runs made it, where and with which program.
 *
 * <p>It holds no time of its own making, so the same runs give the same bytes.
 */
public final class MarkdownReport {
    private static final int SHORT = 12;

    private MarkdownReport() {}

    /** Writes the page; {@code command} is what the reader would type to make it again. */
    public static void write(Path file, String command, ResultTable table) throws IOException {
        AtomicFiles.write(file, text(command, table));
    }

    /** The page. */
    public static String text(String command, ResultTable table) {
        String comment = command.replace("-->", "-- >");
        StringBuilder out =
                new StringBuilder("<!-- Generated from run folders; do not edit. Command: " + comment + " -->\n\n");
        out.append("# ").append(MarkdownTable.escape(table.plan().title())).append("\n\n");
        out.append("Made by `").append(command).append("`.");
        out.append(table.needsDataFolder() ? " `DIR` is the folder of the data sets." : "");
        out.append(simulated(table)).append("\n\n");
        out.append(MarkdownTable.write(table)).append('\n');
        List<Provenance> provenances =
                table.runs().stream().flatMap(run -> run.provenance().stream()).toList();
        out.append("## Machine and program\n\n");
        facts(provenances, p -> machine(p.machine()), out);
        facts(provenances, MarkdownReport::program, out);
        facts(provenances, MarkdownReport::plugins, out);
        out.append(provenances.isEmpty() ? "- no run counts yet\n" : "").append("\n## Runs\n\n");
        out.append("| run | identity | data | begun | took |\n| --- | --- | --- | --- | ---: |\n");
        table.runs().forEach(run -> out.append(line(run)));
        return out.toString();
    }

    private static String simulated(ResultTable table) {
        if (!table.simulated()) {
            return "";
        }
        boolean all = table.runs().stream()
                .flatMap(run -> run.provenance().stream())
                .allMatch(provenance -> provenance.data().simulated());
        return all
                ? " **The recordings are SIMULATED.**"
                : " **Some of the recordings are SIMULATED**; the lines below the table say which.";
    }

    private static void facts(List<Provenance> provenances, Function<Provenance, String> fact, StringBuilder out) {
        provenances.stream()
                .map(fact)
                .filter(text -> !text.isEmpty())
                .distinct()
                .forEach(text ->
                        out.append("- ").append(MarkdownTable.escape(text)).append('\n'));
    }

    private static String machine(Machine m) {
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %.1f GiB memory; %s (%s); Java %s (%s), heap at most %.1f GiB; ND4J %s, %s on %s, %d threads",
                m.processor(),
                m.processors(),
                gibibytes(m.memoryBytes()),
                m.os(),
                m.architecture(),
                m.java(),
                m.jvm(),
                gibibytes(m.maxHeapBytes()),
                m.nd4j(),
                m.binary(),
                m.device(),
                m.threads());
    }

    private static double gibibytes(long bytes) {
        return bytes / (double) (1L << 30);
    }

    private static String program(Provenance p) {
        return "SNN4J " + p.software().version() + ", revision " + p.software().revision() + " ("
                + p.software().state() + ")";
    }

    private static String plugins(Provenance p) {
        return p.plugins().stream()
                .map(jar -> "plug-in " + jar.plugin() + " from " + jar.file() + ", SHA-256 " + jar.sha256())
                .collect(Collectors.joining("; "));
    }

    private static String line(RunEntry run) {
        String name =
                MarkdownTable.escape(run.key().variant() + ", seed " + run.key().seed());
        if (!run.counts()) {
            return "| " + name + " | " + run.problem() + " | | | |\n";
        }
        Provenance p = run.provenance().orElseThrow();
        return "| " + name + " | `" + shorten(p.identity()) + "` | `"
                + shorten(p.data().digest()) + "` | " + p.start() + " | " + took(p) + " |\n";
    }

    private static String shorten(String digest) {
        return digest.substring(0, Math.min(SHORT, digest.length()));
    }

    private static String took(Provenance p) {
        return p.end().isEmpty()
                ? ""
                : Duration.between(Instant.parse(p.start()), Instant.parse(p.end()))
                                .toSeconds() + " s";
    }
}
