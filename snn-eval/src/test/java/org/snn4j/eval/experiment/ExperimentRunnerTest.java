package org.snn4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.DataFormatException;
import org.snn4j.eval.experiment.RunOutcome.Status;
import org.snn4j.eval.run.Provenance.PluginJar;
import org.snn4j.eval.run.RunDirectory;
import org.snn4j.eval.run.RunKey;
import org.snn4j.eval.run.RunLock;
import org.snn4j.eval.run.RunResult;
import org.snn4j.eval.run.RunState;
import org.snn4j.eval.run.SampleRuns;
import org.snn4j.transfer.train.StopSignal;
import org.snn4j.transfer.train.TrainListener;

class ExperimentRunnerTest {
    private static final String FILE = "seeds: [1, 2]\nvariants: {full: {}, slow: {sample: {rate: 0.01}}}\n";
    private static final RunKey FULL_1 = new RunKey("few-shot", "full", 1);

    @TempDir
    Path folder;

    private final FakeWork work = new FakeWork();
    private final StopSignal stop = new StopSignal();
    private Experiment experiment;

    @BeforeEach
    void readFile() throws IOException {
        experiment = SampleExperiments.read(folder, FILE);
    }

    @Test
    void finishedRunsAreNotRepeated() throws IOException {
        assertThat(run())
                .extracting(RunOutcome::status)
                .containsOnly(Status.FINISHED)
                .hasSize(4);
        assertThat(run())
                .extracting(RunOutcome::status)
                .containsOnly(Status.ALREADY_FINISHED)
                .hasSize(4);
        assertThat(work.performed).hasSize(4);
    }

    @Test
    void onlySelectedRunsAreCarriedOut() throws IOException {
        List<RunOutcome> outcomes =
                runner().run(experiment, new RunSelection(Set.of("full"), Set.of(1L)), ExperimentListener.NONE);
        assertThat(outcomes).extracting(RunOutcome::key).containsExactly(FULL_1);
        assertThat(work.performed).containsExactly(FULL_1);
    }

    @Test
    void failingRunHidesNoOtherAndStartsAnewNextTime() throws IOException {
        work.failing = new RunKey("few-shot", "full", 2);
        List<RunOutcome> outcomes = run();
        assertThat(outcomes)
                .extracting(RunOutcome::status)
                .containsExactly(Status.FINISHED, Status.FAILED, Status.FINISHED, Status.FINISHED);
        assertThat(outcomes.get(1).failure().orElseThrow()).hasMessage("the loss is not a number");
        work.failing = null;
        assertThat(run())
                .extracting(RunOutcome::status)
                .containsExactly(
                        Status.ALREADY_FINISHED, Status.FINISHED, Status.ALREADY_FINISHED, Status.ALREADY_FINISHED);
    }

    @Test
    void interruptedRunEndsTheExperimentAndStartsAnewNextTime() throws IOException {
        work.interruptAt = 2;
        assertThat(run()).extracting(RunOutcome::status).containsExactly(Status.FINISHED, Status.INTERRUPTED);
        FakeWork second = new FakeWork();
        assertThat(new ExperimentRunner(second, folder, new StopSignal())
                        .run(experiment, RunSelection.ALL, ExperimentListener.NONE))
                .extracting(RunOutcome::status)
                .containsExactly(Status.ALREADY_FINISHED, Status.FINISHED, Status.FINISHED, Status.FINISHED);
    }

    @Test
    void folderOfAnotherConfigurationIsRefusedFieldByFieldBeforeAnythingTrains() throws IOException {
        run();
        Experiment changed = SampleExperiments.read(folder, FILE.replace("0.01", "0.02") + "sample: {epochs: 5}\n");
        work.performed.clear();
        assertThatThrownBy(() -> runner().run(changed, RunSelection.ALL, ExperimentListener.NONE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(FULL_1.folder(folder) + ": holds a run of another configuration")
                .hasMessageContaining("sample.epochs: there 2, wanted 5")
                .hasMessageContaining("sample.rate: there 0.01, wanted 0.02");
        assertThat(work.performed).isEmpty();
    }

    @Test
    void finishedRunOnOtherDataIsRefusedBeforeAnythingTrains() throws IOException {
        run();
        work.performed.clear();
        work.source = "strokes: 3 files";
        assertThat(run()).extracting(RunOutcome::status).containsOnly(Status.ALREADY_FINISHED);
        work.source = "strokes: 4 files";
        assertThatThrownBy(this::run)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(FULL_1.folder(folder) + ": holds a run on other data")
                .hasMessageContaining("there strokes: 3 files")
                .hasMessageContaining("given strokes: 4 files");
        assertThat(work.performed).isEmpty();
    }

    @Test
    void runsWithAnotherJarOfAPluginAreRefused() throws IOException {
        work.plugins = List.of(new PluginJar("org.example.Plugin", "plugin.jar", "aa"));
        run();
        assertThat(run()).extracting(RunOutcome::status).containsOnly(Status.ALREADY_FINISHED);
        work.performed.clear();
        work.plugins = List.of(new PluginJar("org.example.Plugin", "plugin.jar", "bb"));
        assertThatThrownBy(this::run)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(FULL_1.folder(folder) + ": holds a run made with another jar")
                .hasMessageContaining("SHA-256 aa there, bb given");
        assertThat(work.performed).isEmpty();
    }

    @Test
    void anotherTitleOrTableIsTheSameRun() throws IOException {
        run();
        experiment = SampleExperiments.read(folder, FILE + "title: new\ntable: {columns: [seconds]}\n");
        assertThat(run()).extracting(RunOutcome::status).containsOnly(Status.ALREADY_FINISHED);
    }

    @Test
    void killedRunStartsAnew() throws IOException {
        RunDirectory directory = new RunDirectory(FULL_1.folder(folder));
        directory.writeConfig(experiment.runs().get(0).yaml());
        assertThat(run().get(0).status()).isEqualTo(Status.FINISHED);
    }

    @Test
    void damagedResultIsNamedBeforeAnythingTrains() throws IOException {
        Path file = FULL_1.folder(folder).resolve("result.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{");
        assertThatThrownBy(this::run).isInstanceOf(DataFormatException.class).hasMessageContaining(file.toString());
        assertThat(work.performed).isEmpty();
    }

    @Test
    void runThatAnotherProcessHoldsIsPassedOver() throws IOException {
        try (RunLock lock = RunLock.tryAcquire(FULL_1.folder(folder)).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(run())
                    .extracting(RunOutcome::status)
                    .containsExactly(Status.BUSY, Status.FINISHED, Status.FINISHED, Status.FINISHED);
        }
        assertThat(work.performed).doesNotContain(FULL_1);
    }

    @Test
    void whatDoesNotFitTogetherStopsAllBeforeAnythingTrains() {
        work.problem = "objectives.alignment: reads source/logits, but streams are [target]";
        assertThatThrownBy(this::run).isInstanceOf(ConfigurationException.class).hasMessage(work.problem);
        assertThat(work.performed).isEmpty();
        assertThat(folder.resolve("few-shot")).doesNotExist();
    }

    @Test
    void listenerHearsOfEveryRunAndOfTrainingOnlyWhereThereIsSome() throws IOException {
        runner().run(experiment, new RunSelection(Set.of("full"), Set.of()), ExperimentListener.NONE);
        ExperimentListener listener = mock(ExperimentListener.class);
        runner().run(experiment, RunSelection.ALL, listener);
        verify(listener, never()).runStarted(experiment.runs().get(0), 1, 4);
        verify(listener).runStarted(experiment.runs().get(2), 3, 4);
        verify(listener, times(4)).runEnded(any(), anyInt(), eq(4));
    }

    private ExperimentRunner runner() {
        return new ExperimentRunner(work, folder, stop);
    }

    private List<RunOutcome> run() throws IOException {
        return runner().run(experiment, RunSelection.ALL, ExperimentListener.NONE);
    }

    /** Writes a made-up result. */
    private final class FakeWork implements RunWork {
        private final List<RunKey> performed = new ArrayList<>();
        private RunKey failing;
        private int interruptAt;
        private String problem;
        private String source;
        private List<PluginJar> plugins = List.of();

        @Override
        public List<PluginJar> plugins() {
            return plugins;
        }

        @Override
        public Optional<String> source(PlannedRun run) {
            return Optional.ofNullable(source);
        }

        @Override
        public RunResult perform(PlannedRun run, RunDirectory directory, TrainListener listener) throws IOException {
            assertThat(directory.state()).isNotEqualTo(RunState.FINISHED);
            performed.add(run.key());
            directory.clear();
            directory.writeConfig(run.yaml());
            directory.writeProvenance(SampleRuns.provenance(run.key(), run.identity(), plugins));
            if (run.key().equals(failing)) {
                throw new IllegalStateException("the loss is not a number");
            }
            boolean interrupted = performed.size() == interruptAt;
            if (interrupted) {
                stop.raise();
            }
            RunResult result = new RunResult(1, run.identity(), interrupted, Map.of(), Map.of(), Map.of());
            directory.writeResult(result);
            return result;
        }

        @Override
        public void check(PlannedRun run) {
            if (problem != null) {
                throw new ConfigurationException(problem);
            }
        }
    }
}
