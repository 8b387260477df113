package org.snn4j.eval.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.DataFormatException;
import org.snn4j.eval.run.RunDirectory;
import org.snn4j.eval.run.RunKey;
import org.snn4j.eval.run.RunResult;
import org.snn4j.eval.run.SampleRuns;

class TableBuilderTest {
    @TempDir
    Path runs;

    @Test
    void numbersComeFromTheFoldersAlone() throws IOException {
        run("full", 1, 90);
        run("full", 2, 94);
        ResultTable table = build("full");
        assertThat(table.cell("full", "accuracy").orElseThrow().text(" ± ")).isEqualTo("92.00 ± 2.83");
        assertThat(table.verdicts()).containsExactly(Verdict.OK);
        assertThat(table.missing()).isEmpty();
        assertThat(table.simulated()).isTrue();
        assertThat(table.foot())
                .contains(
                        "mean ± sample standard deviation over n = 2 seeds (1, 2)",
                        "protocol: clean",
                        "data: strokes (SIMULATED recordings): train 79, test 80",
                        "selection: last",
                        "scored part test: n = 80 recordings",
                        "expected full, accuracy.test: 92.00 [V2] from a paper, table 1; close within ±0.5",
                        "evidence: [V2] read in a text about the source");
    }

    @Test
    void missingRunsAreShownAndNeverPass() throws IOException {
        run("full", 1, 92);
        ResultTable table = build("full", "no mixing");
        assertThat(table.cell("full", "accuracy").orElseThrow().text(" ± ")).isEqualTo("92.00 (1/2)");
        assertThat(table.verdicts()).containsExactly(Verdict.NOT_RUN);
        assertThat(table.cell("no mixing", "accuracy").orElseThrow().text(" ± "))
                .isEqualTo("- (0/2)");
        assertThat(table.foot()).contains("missing: full, seed 2: not run", "missing: no mixing, seed 1, 2: not run");
        assertThat(table.missing()).hasSize(3);
    }

    @Test
    void interruptedAndUnfinishedRunsGiveNoNumber() throws IOException {
        RunKey first = new RunKey("few-shot", "full", 1);
        RunResult whole = SampleRuns.result("id-full-1", 92);
        SampleRuns.write(
                directory(first),
                first,
                new RunResult(1, whole.identity(), true, whole.metrics(), whole.counts(), whole.seconds()));
        directory(new RunKey("few-shot", "full", 2)).writeConfig("seed: 2\n");
        ResultTable table = build("full");
        assertThat(table.cell("full", "accuracy").orElseThrow().runs()).isZero();
        assertThat(table.foot()).contains("missing: full, seed 1: interrupted", "missing: full, seed 2: not finished");
    }

    @Test
    void runOfAnotherConfigurationGivesNoNumber() throws IOException {
        run("full", 1, 92);
        RunKey key = new RunKey("few-shot", "full", 2);
        SampleRuns.write(directory(key), key, SampleRuns.result("other", 99));
        ResultTable table = build("full");
        assertThat(table.cell("full", "accuracy").orElseThrow().mean()).hasValue(92);
        assertThat(table.foot()).contains("missing: full, seed 2: made with another configuration");
    }

    @Test
    void damagedResultStopsTheTableAndIsNamed() throws IOException {
        run("full", 1, 92);
        Path file = new RunKey("few-shot", "full", 1).folder(runs).resolve("result.json");
        Files.writeString(file, "{\"format\": 1,");
        assertThatThrownBy(() -> build("full"))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void factsThatDifferBetweenRowsAreGivenByRow() throws IOException {
        run("full", 1, 92);
        run("other", 1, 92);
        RunKey key = new RunKey("few-shot", "other", 1);
        Path file = key.folder(runs).resolve("provenance.json");
        Files.writeString(
                file, Files.readString(file).replace("\"clean\",\n  \"selection\"", "\"paper\",\n  \"selection\""));
        assertThat(build("full", "other").foot()).contains("protocol of full: clean", "protocol of other: paper");
    }

    @Test
    void soundRunsRaiseNoDoubtAndNameTheirRevision() throws IOException {
        run("full", 1, 92);
        run("other", 1, 92);
        ResultTable table = build("full", "other");
        assertThat(table.foot()).contains("program: revision 0123456789ab").noneMatch(line -> line.contains("WARNING"));
        assertThat(CsvTable.write(table)).doesNotContain("#");
    }

    @Test
    void runsOfOtherRevisionsOfAModifiedCheckoutOrOtherDataAreDoubtedInEveryFormat() throws IOException {
        run("full", 1, 92);
        run("other", 1, 92);
        Path file = new RunKey("few-shot", "other", 1).folder(runs).resolve("provenance.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("0123456789abcdef0123456789abcdef01234567", "fedcba9876543210")
                        .replaceFirst("\"state\" : \"clean\"", "\"state\" : \"modified\"")
                        .replace("strokes: 3 files", "strokes: 4 files")
                        .replace("\"d1\"", "\"d2\""));
        ResultTable table = build("full", "other");
        List<String> doubts = List.of(
                "WARNING: the runs were made by different revisions of the program",
                "WARNING: made by a modified checkout, which the revision does not tell: other seed 1",
                "WARNING: the runs read different data folders of strokes: strokes: 3 files; strokes: 4 files",
                "WARNING: different data for the same share and seed, by digest: d1 (full seed 1), d2 (other seed 1)");
        assertThat(table.foot())
                .contains("program of full: revision 0123456789ab", "program of other: revision fedcba987654, modified")
                .containsAll(doubts);
        assertThat(CsvTable.write(table).lines().filter(line -> line.startsWith("# ")))
                .containsExactlyElementsOf(
                        doubts.stream().map(line -> "# " + line).toList());
        assertThat(LatexTable.write(table)).contains(doubts);
        assertThat(MarkdownTable.write(table)).contains(doubts);
        assertThat(TerminalTable.write(table)).contains(doubts.get(0));
    }

    @Test
    void rowsAreTestedSeedBySeed() throws IOException {
        run("full", 1, 90);
        run("full", 2, 94);
        run("other", 1, 91);
        run("other", 2, 97);
        run("third", 2, 95);
        ResultTable table = build("full", "other", "third");
        Difference other = table.differences().get(0);
        assertThat(other.sample().values()).containsExactly(1.0, 3.0);
        // mean 2, deviation √2, t = 2; with one degree of freedom p = 1 - 2 atan(t) / π = 0.29517; twice that for two
        // tests
        assertThat(other.texts(" ± "))
                .containsExactly("+2.00 ± 1.41", "[-10.71, +14.71]", "2", "0.2952", "0.5903", "0.5000");
        Difference third = table.differences().get(1);
        assertThat(third.texts(" ± ")).containsExactly("+1.00", "-", "1/2", "-", "-", "-");
        assertThat(table.foot())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("tests: p by the two-sided paired t test")
                        .contains("all 2 tests"))
                .contains("reconstruction other, not its source's method: the head is ours");
        assertThat(table.rows()).extracting(ResultTable.Row::reconstruction).containsExactly(false, true, false);
    }

    @Test
    void metricThatWasNotMeasuredLeavesItsCellIncomplete() throws IOException {
        run("full", 1, 92);
        run("full", 2, 92);
        TablePlan plan = plan(List.of("full"), List.of("accuracy", "accuracy.left-out"));
        assertThat(new TableBuilder(runs)
                        .build(plan)
                        .cell("full", "accuracy.left-out")
                        .orElseThrow()
                        .text(" ± "))
                .isEqualTo("- (0/2)");
    }

    private void run(String variant, long seed, double accuracy) throws IOException {
        RunKey key = new RunKey("few-shot", variant, seed);
        SampleRuns.write(directory(key), key, SampleRuns.result("id-" + variant + "-" + seed, accuracy));
    }

    private RunDirectory directory(RunKey key) {
        return new RunDirectory(key.folder(runs));
    }

    private ResultTable build(String... rows) throws IOException {
        return new TableBuilder(runs).build(plan(List.of(rows), List.of("accuracy", "images-seen")));
    }

    private static TablePlan plan(List<String> rows, List<String> columns) {
        Map<RunKey, String> identities = new HashMap<>();
        for (String row : rows) {
            for (long seed = 1; seed <= 2; seed++) {
                identities.put(new RunKey("few-shot", row, seed), "id-" + row + "-" + seed);
            }
        }
        return new TablePlan(
                "few-shot",
                "Few-shot",
                rows,
                List.of(1L, 2L),
                columns.stream().map(name -> Column.named(name).orElseThrow()).toList(),
                List.of(new Expectation(
                        "full", "accuracy.test", Optional.of(92.0), "a paper, table 1", Evidence.V2, Optional.of(0.5))),
                rows.size() < 2
                        ? List.of()
                        : List.of(new Comparison("full", rows.subList(1, rows.size()), Optional.empty())),
                Map.of("other", "the head is ours"),
                identities);
    }
}
