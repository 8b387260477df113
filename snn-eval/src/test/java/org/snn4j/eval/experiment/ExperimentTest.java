package org.snn4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.ConfigurationException;
import org.snn4j.eval.run.RunKey;
import org.snn4j.eval.table.Comparison;
import org.snn4j.eval.table.TablePlan;

class ExperimentTest {
    private static final String FILE =
            """
            title: Few-shot on strokes
            seeds: [3, 1]
            variants:
              full: {}
              slow: {sample: {rate: 0.01}}
            table:
              columns: [accuracy, accuracy.left-out]
              expected: [{row: full, column: accuracy, value: 92.64, source: "a paper, table 1", evidence: v, tolerance: 0.5}]
            """;

    @TempDir
    Path folder;

    @Test
    void runsAreVariantsBySeedsInFileOrder() throws IOException {
        Experiment experiment = read(FILE);
        assertThat(experiment.name()).isEqualTo("few-shot");
        assertThat(experiment.title()).isEqualTo("Few-shot on strokes");
        assertThat(experiment.runs())
                .extracting(PlannedRun::key)
                .containsExactly(
                        new RunKey("few-shot", "full", 3), new RunKey("few-shot", "full", 1),
                        new RunKey("few-shot", "slow", 3), new RunKey("few-shot", "slow", 1));
        assertThat(experiment.runs()).extracting(PlannedRun::identity).doesNotHaveDuplicates();
    }

    @Test
    void configurationOfARunIsTheSameRunWhenReadAgain() throws IOException {
        PlannedRun run = read(FILE).runs().get(2);
        Experiment again = read(run.yaml());
        assertThat(run.yaml()).contains("seeds: [3]").contains("rate: 0.01").doesNotContain("expected");
        assertThat(again.runs()).hasSize(1);
        assertThat(again.runs().get(0).identity()).isEqualTo(run.identity());
        assertThat(again.name()).isEqualTo("few-shot");
    }

    @Test
    void tableWantsTheIdentitiesOfTheRuns() throws IOException {
        Experiment experiment = read(FILE);
        TablePlan plan = experiment.tablePlan();
        assertThat(plan.rows()).containsExactly("full", "slow");
        assertThat(plan.seeds()).containsExactly(3L, 1L);
        assertThat(plan.identities()).hasSize(4);
        assertThat(plan.identities().get(experiment.runs().get(0).key()))
                .isEqualTo(experiment.runs().get(0).identity());
        assertThat(plan.expected()).hasSize(1);
    }

    @Test
    void titleTableAndOtherSeedsDoNotChangeARunsIdentity() throws IOException {
        String identity = read(FILE).runs().get(1).identity();
        assertThat(read("title: another\nseeds: [1]").runs().get(0).identity()).isEqualTo(identity);
        assertThat(read("seeds: [1]\nsample: {epochs: 3}").runs().get(0).identity())
                .isNotEqualTo(identity);
    }

    @Test
    void everyProblemOfTheWholeIsReportedAtOnce() {
        assertThatThrownBy(
                        () -> read(
                                """
                seeds: [1, 1]
                variants: {full run: {}, full-run: {}, other: {seeds: [2]}}
                table:
                  columns: [accuracy]
                  expected:
                    - {row: ful, column: accuracy, value: 1, source: x, evidence: v}
                    - {row: other, column: top-5, value: 1, source: x, evidence: v}
                    - {row: other, column: accuracy, value: 1, source: x, evidence: v}
                    - {row: other, column: accuracy, value: 2, source: x, evidence: v}
                """))
                .asInstanceOf(InstanceOfAssertFactories.type(ConfigurationException.class))
                .extracting(ConfigurationException::problems, InstanceOfAssertFactories.list(String.class))
                .anySatisfy(line -> assertThat(line).contains("seeds: 1 stands there twice"))
                .anySatisfy(line -> assertThat(line).contains("would share the folder 'full-run'"))
                .anySatisfy(line -> assertThat(line).contains("variants.other.seeds: all variants share it"))
                .anySatisfy(line -> assertThat(line).contains("table.expected[0].row: no variant is called 'ful'"))
                .anySatisfy(line ->
                        assertThat(line).contains("table.expected[1].column: 'top-5' is no column of this table"))
                .anySatisfy(line ->
                        assertThat(line).contains("table.expected[3]: row 'other' has an expected accuracy already"))
                .hasSize(6);
    }

    @Test
    void expectedValueWithoutSourceIsAnErrorOfTheFile() {
        assertThatThrownBy(() -> read("table: {expected: [{row: default, column: accuracy, value: 1, evidence: v}]}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'source' is missing");
        assertThatThrownBy(() -> read(
                        "table: {expected: [{row: default, column: accuracy, value: 1, evidence: v, source: ''}]}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("source is empty");
    }

    @Test
    void rowsToCompareMustExistAndTheNearestNameIsTold() {
        assertThatThrownBy(
                        () -> read(
                                """
                variants: {event-only: {}, tmkt: {}}
                table:
                  columns: [accuracy]
                  compare:
                    - {base: event-onyl, rows: [tmkt]}
                    - {base: event-only, rows: [tmtk], column: accuracy}
                    - {base: event-only, rows: [tmkt], column: top-5}
                  reconstructions: {tmk: the heads}
                """))
                .asInstanceOf(InstanceOfAssertFactories.type(ConfigurationException.class))
                .extracting(ConfigurationException::problems, InstanceOfAssertFactories.list(String.class))
                .anySatisfy(line -> assertThat(line)
                        .contains("table.compare[0].base: no variant is called 'event-onyl'")
                        .contains("did you mean 'event-only'?"))
                .anySatisfy(line -> assertThat(line)
                        .contains("table.compare[1].rows: no variant is called 'tmtk'")
                        .contains("did you mean 'tmkt'?"))
                .anySatisfy(line -> assertThat(line).contains("table.compare[2].column: 'top-5' is no column"))
                .anySatisfy(line -> assertThat(line).contains("table.reconstructions: no variant is called 'tmk'"))
                .hasSize(4);
        assertThatThrownBy(() -> read("table: {compare: [{base: default, rows: [default]}]}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("rows has 'default', which is the base");
    }

    @Test
    void comparisonsAndReconstructionsDoNotChangeARunsIdentity() throws IOException {
        String variants = "variants: {a: {}, b: {sample: {epochs: 3}}}\n";
        Experiment with =
                read(variants + "table: {compare: [{base: a, rows: [b]}], reconstructions: {b: the heads are ours}}");
        assertThat(with.runs())
                .extracting(PlannedRun::identity)
                .isEqualTo(
                        read(variants).runs().stream().map(PlannedRun::identity).toList());
        assertThat(with.tablePlan().comparisons()).containsExactly(new Comparison("a", List.of("b"), Optional.empty()));
        assertThat(with.tablePlan().reconstructions()).isEqualTo(Map.of("b", "the heads are ours"));
    }

    @Test
    void unknownColumnIsAnErrorOfTheFile() {
        assertThatThrownBy(() -> read("table: {columns: [accuracy, acuracy]}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("table.columns: columns has 'acuracy'")
                .hasMessageContaining("accuracy.left-out");
    }

    @Test
    void selectionPicksRunsAndRefusesWhatIsNotThere() throws IOException {
        Experiment experiment = read(FILE);
        assertThat(RunSelection.ALL.of(experiment)).hasSize(4);
        assertThat(new RunSelection(Set.of("slow"), Set.of(1L)).of(experiment))
                .extracting(PlannedRun::key)
                .containsExactly(new RunKey("few-shot", "slow", 1));
        assertThatThrownBy(() -> new RunSelection(Set.of("fast"), Set.of(7L)).of(experiment))
                .hasMessageContaining("variant 'fast'")
                .hasMessageContaining("known: full, slow")
                .hasMessageContaining("seed 7");
    }

    private Experiment read(String yaml) throws IOException {
        return SampleExperiments.read(folder, yaml);
    }
}
