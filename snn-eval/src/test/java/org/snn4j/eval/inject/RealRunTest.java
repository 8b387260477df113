package org.snn4j.eval.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.config.ExperimentReader;
import org.snn4j.core.inject.Plugins;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.eval.experiment.Experiment;
import org.snn4j.eval.experiment.ExperimentListener;
import org.snn4j.eval.experiment.ExperimentRunner;
import org.snn4j.eval.experiment.PlannedRun;
import org.snn4j.eval.experiment.RunOutcome;
import org.snn4j.eval.experiment.RunOutcome.Status;
import org.snn4j.eval.experiment.RunSelection;
import org.snn4j.eval.experiment.TrainingRun;
import org.snn4j.eval.run.Provenance;
import org.snn4j.eval.run.RunDirectory;
import org.snn4j.eval.run.RunKey;
import org.snn4j.eval.run.RunResult;
import org.snn4j.eval.run.RunState;
import org.snn4j.eval.table.ResultTable;
import org.snn4j.eval.table.TableBuilder;
import org.snn4j.eval.table.TerminalTable;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.train.StopSignal;
import org.snn4j.transfer.train.TrainListener;

/** Whole runs of tiny networks on the simulated data: from a file to a table. */
class RealRunTest {
    private static final Plugins PLUGINS = Plugins.load();
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String FILE =
            """
            data: {use: simulated-n-mnist, share: 0.5, recordings: 40, test: 20, pictures: 60}
            event-encoder: {use: count-by-number, steps: 3}
            network: {use: conv-snn, layers: ["4", P, P], hidden: 16}
            neuron: {use: lif}
            reset: {use: hard}
            surrogate: {use: triangle}
            optimizer: {use: adam, learning-rate: 0.01}
            schedule: {use: constant}
            training: {epochs: 2, batch: 8, evaluate-every: 1}
            seeds: [1, 2]
            table: {columns: [accuracy, accuracy.left-out, top-5, spike-rate, images-seen, recordings, seconds]}
            variants:
              event-only:
                streams: [target]
                objectives: {target: {use: cross-entropy}}
              mixup:
                mixing: {use: time-step-mixup}
                objectives:
                  target: {use: cross-entropy}
                  source: {use: cross-entropy, stream: source}
              fine-tune:
                objectives: {target: {use: cross-entropy}}
                phases:
                  pretrain: {streams: [source], objectives: {target: null, source: {use: cross-entropy, stream: source}}}
                  tune: {streams: [target]}
            """;

    private static final String EVENTS =
            """
            data: {use: simulated-n-mnist, share: 0.5, recordings: 40, test: 20, pictures: 60}
            event-encoder: {use: voxel-grid, steps: 3}
            event-transforms:
              clean: {use: background-activity-filter}
              part: {use: crop, width: 30, height: 28}
              noise: {use: drop-random, share: 0.1}
            augmentation: {use: nda, roll: 2}
            sample-mixing: {use: cut-mix, probability: 1.0}
            network: {use: conv-snn, layers: ["4", P, P], hidden: 16, encoding: shared}
            neuron: {use: lif}
            reset: {use: hard}
            surrogate: {use: triangle}
            streams: [target]
            objectives: {target: {use: cross-entropy}}
            optimizer: {use: adam, learning-rate: 0.01}
            schedule: {use: constant}
            training: {epochs: 1, batch: 8}
            seeds: [1]
            """;

    @TempDir
    Path folder;

    private final StopSignal stop = new StopSignal();

    @Test
    void fileBecomesRunsAndRunsBecomeATable() throws IOException {
        Experiment experiment = read(FILE);
        assertThat(run(experiment, RunSelection.ALL, folder))
                .extracting(RunOutcome::status)
                .containsOnly(Status.FINISHED)
                .hasSize(6);
        ResultTable table = new TableBuilder(folder).build(experiment.tablePlan());
        assertThat(table.missing()).isEmpty();
        assertThat(table.cell("event-only", "images-seen").orElseThrow().mean()).hasValue(0);
        assertThat(table.cell("mixup", "images-seen").orElseThrow().mean().orElseThrow())
                .isPositive();
        assertThat(table.cell("fine-tune", "images-seen").orElseThrow().mean().orElseThrow())
                .isPositive();
        assertThat(table.cell("mixup", "accuracy.left-out").orElseThrow().complete())
                .isTrue();
        assertThat(TerminalTable.write(table))
                .contains("SIMULATED", "scored part test: n = 20 recordings", "protocol: clean");
    }

    @Test
    void runLeavesEverythingThatIsNeededToJudgeAndRepeatIt() throws IOException {
        PlannedRun planned = runOnly("mixup", folder);
        RunDirectory directory = new RunDirectory(planned.key().folder(folder));
        assertThat(directory.folder().toFile().list())
                .containsExactlyInAnyOrder(
                        "config.yaml",
                        "provenance.json",
                        "manifest.json",
                        "epochs.csv",
                        "result.json",
                        "confusion.csv",
                        "confusion-left-out.csv",
                        "model.safetensors",
                        "model.json",
                        ".lock");
        RunResult result = directory.result();
        assertThat(result.identity()).isEqualTo(planned.identity());
        assertThat(result.metric("accuracy.test").orElseThrow().n()).isEqualTo(20);
        assertThat(result.metrics().keySet())
                .contains("top-5.test", "spike-rate.test", "accuracy.left-out")
                .anyMatch(name -> name.startsWith("spike-rate.test/"));
        Provenance provenance = directory.provenance();
        assertThat(provenance.data().simulated()).isTrue();
        assertThat(provenance.data().size("test")).isEqualTo(20);
        assertThat(provenance.start()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(provenance.end()).isEqualTo(provenance.start());
        assertThat(provenance.seeds())
                .containsEntry("root", 1L)
                .containsKey("share")
                .containsKey("phase/0");
        assertThat(provenance.protocol()).isEqualTo("clean");
        assertThat(provenance.selection()).isEqualTo("last");
        assertThat(Files.readAllLines(directory.epochs()))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("phase,epoch [from 1],learning rate,loss")
                .contains("time [s]")
                .doesNotContain("accuracy test");
        Experiment again = read(directory.config());
        assertThat(again.runs()).extracting(PlannedRun::identity).containsExactly(planned.identity());
    }

    @Test
    void sameSeedGivesTheSameNumbersAndWeights() throws IOException {
        PlannedRun first = runOnly("mixup", folder.resolve("a"));
        PlannedRun second = runOnly("mixup", folder.resolve("b"));
        RunDirectory a = new RunDirectory(first.key().folder(folder.resolve("a")));
        RunDirectory b = new RunDirectory(second.key().folder(folder.resolve("b")));
        assertThat(b.result().metrics()).isEqualTo(a.result().metrics());
        assertThat(b.model()).hasSameBinaryContentAs(a.model());
    }

    @Test
    void interruptedRunKeepsItsLastStateAndIsNoResult() throws IOException {
        Experiment experiment = read(FILE);
        RunKey key = new RunKey("tiny", "mixup", 1);
        ExperimentListener interrupter = new ExperimentListener() {
            @Override
            public TrainListener runStarted(PlannedRun run, int number, int total) {
                return new TrainListener() {
                    @Override
                    public void batchDone(String phase, Progress progress, double loss) {
                        stop.raise();
                    }
                };
            }
        };
        List<RunOutcome> outcomes =
                runner(folder).run(experiment, new RunSelection(Set.of("mixup"), Set.of()), interrupter);
        assertThat(outcomes).extracting(RunOutcome::status).containsExactly(Status.INTERRUPTED);
        RunDirectory directory = new RunDirectory(key.folder(folder));
        assertThat(directory.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(directory.folder().resolve("last.safetensors")).exists();
        assertThat(directory.result().counts())
                .containsEntry("recording-presentations", 8L)
                .containsEntry("optimizer-steps", 1L);
        assertThat(new TableBuilder(folder).build(experiment.tablePlan()).missing())
                .contains(key);
    }

    @Test
    void missingDataAreRefusedBeforeAnythingTrains() throws IOException {
        Experiment experiment = read(FILE.replace(
                "use: simulated-n-mnist, share: 0.5, recordings: 40, test: 20, pictures: 60", "use: n-mnist"));
        assertThatThrownBy(() -> run(experiment, new RunSelection(Set.of("mixup"), Set.of(1L)), folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("n-mnist needs a data folder");
        assertThat(folder.resolve("tiny")).doesNotExist();
    }

    @Test
    void whatTheTrainerRefusesLeavesNothingHalfWritten() throws IOException {
        Experiment experiment = read(FILE.replace("batch: 8", "batch: 500, drop-last: true"));
        RunOutcome outcome = run(experiment, new RunSelection(Set.of("mixup"), Set.of(1L)), folder)
                .get(0);
        assertThat(outcome.failure().orElseThrow())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("training.batch: is 500 with drop-last");
        assertThat(folder.resolve("tiny")).doesNotExist();
    }

    @Test
    void whatTheTrainerRefusesCostsNoEarlierState() throws IOException {
        Experiment experiment = read(FILE.replace("batch: 8", "batch: 500, drop-last: true"));
        PlannedRun planned =
                new RunSelection(Set.of("mixup"), Set.of(1L)).of(experiment).get(0);
        RunDirectory directory = new RunDirectory(planned.key().folder(folder));
        directory.writeConfig(planned.yaml());
        Files.writeString(directory.folder().resolve("last.safetensors"), "an hour of work");
        RunOutcome outcome = run(experiment, new RunSelection(Set.of("mixup"), Set.of(1L)), folder)
                .get(0);
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(directory.folder().resolve("last.safetensors")).hasContent("an hour of work");
        assertThat(directory.configFile()).hasContent(planned.yaml());
    }

    @Test
    void manifestNamesEverySampleWithItsDigestPartAndLabel() throws IOException {
        RunDirectory directory = new RunDirectory(runOnly("mixup", folder).key().folder(folder));
        JsonNode manifest = new ObjectMapper().readTree(directory.manifest().toFile());
        assertThat(manifest.get("digest").asText())
                .isEqualTo(directory.provenance().data().digest());
        JsonNode entries = manifest.get("entries");
        directory
                .provenance()
                .data()
                .counts()
                .forEach((part, byClass) -> byClass.forEach((label, count) -> {
                    assertThat(manifest.at("/counts/" + part + "/" + label).asInt())
                            .isEqualTo(count);
                    assertThat(entries)
                            .filteredOn(entry -> entry.get("part").asText().equals(part)
                                    && entry.get("label").asText().equals(label))
                            .hasSize(count)
                            .allSatisfy(entry -> {
                                assertThat(entry.get("sha256").asText()).matches("[0-9a-f]{64}");
                                assertThat(entry.get("path").asText()).isNotBlank();
                            });
                }));
        assertThat(manifest.get("counts").size())
                .isEqualTo(directory.provenance().data().counts().size());
    }

    @Test
    void partsThatDoNotFitAreFoundInEveryVariantBeforeAnythingTrains() throws IOException {
        Experiment experiment = read(FILE.replace(
                "streams: [target]\n    objectives: {target: {use: cross-entropy}}",
                "streams: [target]\n    objectives: {target: {use: cross-entropy, stream: source}}"));
        assertThatThrownBy(() -> run(experiment, RunSelection.ALL, folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("variants.event-only: objectives.target: reads source/logits");
        assertThat(folder.resolve("tiny")).doesNotExist();
    }

    @Test
    void changedRecordingsSignedFramesAndMixedSamplesTrain() throws IOException {
        Experiment experiment = read(EVENTS);
        List<RunOutcome> outcomes = run(experiment, RunSelection.ALL, folder);
        assertThat(outcomes).extracting(RunOutcome::failure).containsExactly(Optional.empty());
        RunDirectory directory = new RunDirectory(experiment.runs().get(0).key().folder(folder));
        assertThat(directory.config()).contains("cut-mix", "background-activity-filter", "share: 0.1");
        assertThat(read(directory.config()).runs())
                .extracting(PlannedRun::identity)
                .containsExactly(experiment.runs().get(0).identity());
    }

    @Test
    void whatCannotBeFedOrLabelledIsRefusedBeforeAnythingTrains() throws IOException {
        Experiment experiment = read(EVENTS.replace("streams: [target]", "streams: [source, target]"));
        assertThatThrownBy(() -> run(experiment, RunSelection.ALL, folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is shared by streams of {SOURCE=2, TARGET=1} channels");
        Experiment alike = read(EVENTS.replace("streams: [target]", "streams: [source, target]")
                .replace("{use: voxel-grid, steps: 3}", "{use: voxel-grid, steps: 3, polarities: separate}"));
        assertThatThrownBy(() -> run(alike, RunSelection.ALL, folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sample-mixing: gives recordings labels of two classes");
        assertThat(folder.resolve("tiny")).doesNotExist();
    }

    private PlannedRun runOnly(String variant, Path runs) throws IOException {
        Experiment experiment = read(FILE);
        List<RunOutcome> outcomes = run(experiment, new RunSelection(Set.of(variant), Set.of(1L)), runs);
        assertThat(outcomes).extracting(RunOutcome::failure).containsExactly(Optional.empty());
        return new RunSelection(Set.of(variant), Set.of(1L)).of(experiment).get(0);
    }

    private List<RunOutcome> run(Experiment experiment, RunSelection selection, Path runs) throws IOException {
        return runner(runs).run(experiment, selection, ExperimentListener.NONE);
    }

    private ExperimentRunner runner(Path runs) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new ExperimentRunner(
                new TrainingRun(new InjectedAssembly(PLUGINS), Optional.empty(), KernelRequest.NOTHING, stop, clock),
                runs,
                stop);
    }

    private Experiment read(String yaml) throws IOException {
        Path file = folder.resolve("tiny.yaml");
        Files.writeString(file, yaml);
        return Experiment.of(new ExperimentReader(PLUGINS.catalogue()).read(file, List.of()));
    }
}
