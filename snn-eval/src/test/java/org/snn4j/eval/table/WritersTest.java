package org.snn4j.eval.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.eval.run.Provenance;
import org.snn4j.eval.run.Provenance.DataFacts;
import org.snn4j.eval.run.RunDirectory;
import org.snn4j.eval.run.RunKey;
import org.snn4j.eval.run.SampleRuns;

class WritersTest {
    private static final String LONG = "r2etl with 50 % of the images & a name that is too long";

    @TempDir
    Path runs;

    private ResultTable table;

    @BeforeEach
    void read() throws IOException {
        for (long seed = 1; seed <= 2; seed++) {
            run("full", seed, 90 + seed);
            run(LONG, seed, 80);
        }
        run("a|b_c", 1, 70);
        List<Column> columns =
                List.of("accuracy", "top-5", "spike-rate", "images-seen", "recordings", "seconds").stream()
                        .map(name -> Column.named(name).orElseThrow())
                        .toList();
        table = new TableBuilder(runs)
                .build(new TablePlan(
                        "few-shot",
                        "Few-shot on strokes",
                        List.of("full", LONG, "a|b_c"),
                        List.of(1L, 2L),
                        columns,
                        List.of(
                                new Expectation(
                                        "full",
                                        "accuracy",
                                        Optional.of(92.64),
                                        "He, \"Knowledge\" & co",
                                        Evidence.V,
                                        Optional.of(0.5)),
                                new Expectation(
                                        LONG, "accuracy", Optional.empty(), "table 2", Evidence.U, Optional.empty())),
                        List.of(new Comparison("full", List.of(LONG, "a|b_c"), Optional.empty())),
                        Map.of("full", "the head is ours"),
                        Map.of()));
    }

    @Test
    void terminalTableFitsEightyColumnsAndLosesNothing() {
        String text = TerminalTable.write(table);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(text)
                .contains(
                        "SIMULATED", "91.50 ± 0.71", "92.64", "DIFFERENT", "images-seen", "seconds [s]", "70.00 (1/2)");
        assertThat(text.lines().filter(line -> line.startsWith("full"))).hasSizeGreaterThan(1);
    }

    @Test
    void markdownCellsDoNotBreakTheTable() {
        String text = MarkdownTable.write(table);
        List<String> rows = text.lines().filter(line -> line.startsWith("|")).toList();
        assertThat(rows)
                .extracting(row ->
                        row.replace("\\|", "").chars().filter(c -> c == '|').count())
                .containsExactly(13L, 13L, 13L, 13L, 13L, 8L, 8L, 8L, 8L);
        assertThat(text)
                .contains(
                        "| 91.50 ± 0.71 | [85.15, 97.85] | 92.64 [V] | DIFFERENT |", "a\\|b\\_c", "- protocol: clean");
    }

    @Test
    void csvKeepsFullPrecisionAndQuotes() {
        List<String> lines = CsvTable.write(table).lines().toList();
        assertThat(lines).hasSize(1 + 3 * 6 + 2);
        assertThat(lines.get(1))
                .isEqualTo(
                        "few-shot,cell,full,true,,accuracy,%,91.5,0.7071067811865476,85.14689763191265,97.85310236808735,2,2,80,"
                                + "92.64,0.5,\"He, \"\"Knowledge\"\" & co\",V,DIFFERENT,,,,clean,strokes,true,"
                                + "0123456789abcdef0123456789abcdef01234567");
        assertThat(lines.get(7)).contains(",unknown,0.0,table 2,U,,");
        assertThat(lines.get(19))
                .startsWith("few-shot,difference," + LONG + ",false,full,accuracy,%,-11.5,")
                .contains(",0.5,clean,");
    }

    @Test
    void everyFormShowsDifferencesEvidenceAndReconstructions() {
        for (String text : List.of(TerminalTable.write(table), MarkdownTable.write(table), LatexTable.write(table))) {
            assertThat(text)
                    .contains("92.64 [V]", "unknown", "(reconstruction)", "[85.15, 97.85]")
                    .contains("Difference from full in accuracy", "[-17.85, -5.15]", "0.0277", "0.0553", "0.5000");
        }
    }

    @Test
    void latexEscapesWhatItWouldRead() {
        String text = LatexTable.write(table);
        assertThat(text)
                .contains(
                        "\\toprule",
                        "91.50 $\\pm$ 0.71 & [85.15, 97.85] & 92.64 [V] & DIFFERENT",
                        "50 \\% of the images \\& a name",
                        "a|b\\_c")
                .contains("accuracy [\\%]", "(SIMULATED data)");
    }

    @Test
    void reportNamesTheCommandTheRunsAndTheMachineAndIsReproducible() {
        String text = MarkdownReport.text("./snn table few-shot.yaml --markdown out.md", table);
        assertThat(text)
                .startsWith("<!-- Generated from run folders; do not edit. Command: ./snn table")
                .contains("**The recordings are SIMULATED.**", "`./snn table few-shot.yaml --markdown out.md`")
                .contains("| full, seed 1 | `id-full-1` |", "| 61 s |", "| a\\|b\\_c, seed 2 | not run | | | |")
                .contains(
                        "Test CPU, 2 processors, 8.0 GiB memory",
                        "linux-x86\\_64-onednn",
                        "SNN4J 0.1.0, revision 0123456789abcdef");
        assertThat(text.indexOf("-->")).isEqualTo(text.lastIndexOf("-->"));
        assertThat(MarkdownReport.text("./snn table few-shot.yaml --markdown out.md", table))
                .isEqualTo(text);
    }

    @Test
    void reportSaysIfOnlySomeRecordingsAreSimulated() {
        List<RunEntry> runs = new ArrayList<>(table.runs());
        RunEntry first = runs.get(0);
        runs.set(
                0,
                RunEntry.counted(
                        first.key(),
                        first.result().orElseThrow(),
                        recorded(first.provenance().orElseThrow())));

        String text = MarkdownReport.text(
                "", new ResultTable(table.plan(), table.rows(), runs, table.differences(), table.foot()));

        assertThat(text).contains("**Some of the recordings are SIMULATED**").doesNotContain("**The recordings are");
    }

    /** The same run on recorded data. */
    private static Provenance recorded(Provenance p) {
        DataFacts facts = p.data();
        return new Provenance(
                p.format(),
                p.experiment(),
                p.variant(),
                p.seed(),
                p.identity(),
                p.protocol(),
                p.selection(),
                p.software(),
                p.machine(),
                p.computing(),
                p.plugins(),
                new DataFacts(facts.name(), false, facts.source(), facts.digest(), facts.frames(), facts.counts()),
                p.seeds(),
                p.start(),
                p.end());
    }

    private void run(String variant, long seed, double accuracy) throws IOException {
        RunKey key = new RunKey("few-shot", variant, seed);
        SampleRuns.write(
                new RunDirectory(key.folder(runs)), key, SampleRuns.result("id-" + variant + "-" + seed, accuracy));
    }
}
