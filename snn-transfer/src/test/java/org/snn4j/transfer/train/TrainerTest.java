package org.snn4j.transfer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.InOrder;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Parameters;
import org.snn4j.core.Stream;
import org.snn4j.core.network.Network;
import org.snn4j.core.network.SignalKey;
import org.snn4j.data.dataset.Protocol;
import org.snn4j.data.pair.PerImage;
import org.snn4j.data.pair.PerRecording;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.method.ComposedTransfer;
import org.snn4j.transfer.method.TransferMethod;
import org.snn4j.transfer.mixing.Mixing;
import org.snn4j.transfer.mixing.NoMixing;
import org.snn4j.transfer.mixing.TimeStepMixup;
import org.snn4j.transfer.objective.Cka;
import org.snn4j.transfer.objective.CkaForm;
import org.snn4j.transfer.objective.He2024Alignment;
import org.snn4j.transfer.objective.Mag;
import org.snn4j.transfer.objective.Objective;
import org.snn4j.transfer.objective.ObjectiveInput;
import org.snn4j.transfer.objective.ObjectiveValue;

class TrainerTest {
    @TempDir
    Path folder;

    private static Phase eventOnly(TrainingSettings settings) {
        return Toy.phase("train", Toy.eventOnly(), settings);
    }

    @Test
    void everyPartOfEveryStepIsToldInOrder() {
        List<StepPart> parts = new ArrayList<>();
        Toy.trainer(new StopSignal())
                .train(Toy.job(Toy.network(1), eventOnly(Toy.settings(1, Selection.LAST, 0))), new TrainListener() {
                    @Override
                    public void partDone(StepPart part, long nanoseconds) {
                        assertThat(nanoseconds).as(part.name()).isNotNegative();
                        parts.add(part);
                    }
                });
        List<StepPart> step = List.of(
                StepPart.WAITING,
                StepPart.PREPARATION,
                StepPart.INPUT,
                StepPart.FORWARD,
                StepPart.OBJECTIVES,
                StepPart.BACKWARD,
                StepPart.UPDATE);
        assertThat(parts).as("20 recordings in batches of 8").hasSize(3 * step.size());
        assertThat(parts.subList(0, step.size())).isEqualTo(step);
        assertThat(parts.subList(step.size(), 2 * step.size())).isEqualTo(step);
    }

    @Test
    void lossFallsAndUnseenRecordingsAreRecognised() {
        TrainingResult result = Toy.train(Toy.job(Toy.network(1), eventOnly(Toy.settings(8, Selection.LAST, 0))));
        assertThat(result.interrupted()).isFalse();
        assertThat(result.epochs()).hasSize(8);
        assertThat(result.epochs().get(7).loss())
                .isLessThan(0.5 * result.epochs().get(0).loss());
        assertThat(result.scores()).containsOnlyKeys("validation", "test");
        assertThat(result.scores().get("test").predictions().accuracy()).isGreaterThan(0.9);
        assertThat(result.scores().get("test").spikeRates().values())
                .isNotEmpty()
                .allSatisfy(rate -> assertThat(rate).isBetween(0.0, 1.0));
    }

    @Test
    void sameSeedGivesTheSameBits() {
        TransferMethod method = Toy.joint(
                new TimeStepMixup(TimeStepMixup.Config.DEFAULTS), Map.of("mag", new Mag(Mag.Config.DEFAULTS)));
        assertThat(Toy.trained(method)).isEqualTo(Toy.trained(method)).isNotEqualTo(Toy.copy(Toy.network(1)));
    }

    @Test
    void timeStepMixupOfRatioZeroTrainsAsNoMixing() {
        assertThat(Toy.trained(Toy.joint(new TimeStepMixup(new TimeStepMixup.Config(0)), Map.of())))
                .isEqualTo(Toy.trained(Toy.joint(new NoMixing(), Map.of())))
                .isNotEqualTo(Toy.trained(Toy.joint(new TimeStepMixup(new TimeStepMixup.Config(0.5)), Map.of())));
    }

    @Test
    void objectiveOfWeightZeroTrainsAsIfAbsent() {
        assertThat(Toy.trained(Toy.joint(new NoMixing(), Map.of("alignment", cka(0)))))
                .isEqualTo(Toy.trained(Toy.joint(new NoMixing(), Map.of())))
                .isNotEqualTo(Toy.trained(Toy.joint(new NoMixing(), Map.of("alignment", cka(1)))));
    }

    private static Objective cka(double weight) {
        return new Cka(new Cka.Config(weight, "feature.spikes", CkaForm.GRAM, Cka.Config.DEFAULTS.overTime()));
    }

    @Test
    void modelOnDiskScoresAsTheModelInMemory() throws IOException {
        TrainingResult result = Toy.train(Toy.into(folder, Toy.job(Toy.network(1), eventOnly(Toy.SHORT))));
        Network other = Toy.network(2);
        Checkpoint checkpoint = Checkpoint.read(folder.resolve("model.safetensors"));
        checkpoint.restore(other);
        Evaluator evaluator = new Evaluator(other, 7, Precision.FLOAT, new StopSignal());
        Predictions again =
                evaluator.score(Toy.data().scored().get("test")).orElseThrow().predictions();
        assertThat(checkpoint.origin().position()).isEqualTo(new Checkpoint.Position("train", 2, 3));
        assertThat(again.logits())
                .isDeepEqualTo(result.scores().get("test").predictions().logits());
    }

    @Test
    void interruptedRunLeavesAReadableLastCheckpoint() throws IOException {
        StopSignal stop = new StopSignal();
        TrainListener stopsInSecondEpoch = new TrainListener() {
            @Override
            public void batchDone(String phase, Progress progress, double loss) {
                if (progress.epoch() == 1 && progress.batch() == 1) {
                    stop.raise();
                }
            }
        };
        Network network = Toy.network(1);
        TrainingResult result =
                Toy.trainer(stop).train(Toy.into(folder, Toy.job(network, eventOnly(Toy.SHORT))), stopsInSecondEpoch);
        assertThat(result.interrupted()).isTrue();
        assertThat(result.scores()).isEmpty();
        assertThat(result.epochs()).hasSize(1);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("last.safetensors", "last.json");
        Checkpoint last = Checkpoint.read(folder.resolve("last.safetensors"));
        assertThat(last.origin().position()).isEqualTo(new Checkpoint.Position("train", 1, 2));
        Network other = Toy.network(2);
        last.restore(other);
        assertThat(Toy.copy(other)).isEqualTo(Toy.copy(network));
    }

    @Test
    void stopBetweenTrainingAndScoringIsAnInterruptionToo() {
        StopSignal stop = new StopSignal();
        TrainListener stopsAtTheEnd = new TrainListener() {
            @Override
            public void epochDone(EpochRecord epoch) {
                if (epoch.epoch() == 2) {
                    stop.raise();
                }
            }
        };
        TrainingJob job = Toy.into(folder, Toy.job(Toy.network(1), eventOnly(Toy.SHORT)));
        assertThat(Toy.trainer(stop).train(job, stopsAtTheEnd).interrupted()).isTrue();
        assertThat(folder.resolve("last.safetensors")).exists();
        assertThat(folder.resolve("model.safetensors")).doesNotExist();
    }

    @Test
    void bestValidationKeepsTheFirstBestEpoch() {
        Network network = Toy.network(3);
        TrainingResult result = Toy.train(Toy.job(network, eventOnly(Toy.settings(6, Selection.BEST_VALIDATION, 1))));
        List<Double> accuracy = result.epochs().stream()
                .map(epoch -> epoch.accuracy().get("validation"))
                .toList();
        double best = accuracy.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        assertThat(result.epochs())
                .allSatisfy(epoch -> assertThat(epoch.accuracy()).containsOnlyKeys("validation"));
        assertThat(result.selectedEpoch()).isEqualTo(accuracy.indexOf(best)).isLessThan(5);
        assertThat(result.scores().get("validation").predictions().accuracy()).isEqualTo(best);
    }

    @Test
    void testPartIsNotLookedAtDuringTrainingUnderTheCleanProtocol() {
        TrainingResult result = Toy.train(Toy.job(Toy.network(1), eventOnly(Toy.settings(2, Selection.LAST, 1))));
        assertThat(result.epochs()).hasSize(2).allSatisfy(epoch -> assertThat(epoch.accuracy())
                .containsOnlyKeys("validation"));
        assertThat(result.scores()).containsOnlyKeys("validation", "test");
    }

    @Test
    void lastKeepsTheLastEpochAndScoresEveryPartWhenDueUnderThePaperProtocol() {
        TrainingResult result = Toy.train(
                Toy.under(Protocol.PAPER, Toy.job(Toy.network(1), eventOnly(Toy.settings(5, Selection.LAST, 2)))));
        assertThat(result.selectedEpoch()).isEqualTo(4);
        assertThat(result.epochs())
                .extracting(epoch -> epoch.accuracy().keySet())
                .containsExactly(
                        Set.of(),
                        Set.of("validation", "test"),
                        Set.of(),
                        Set.of("validation", "test"),
                        Set.of("validation", "test"));
        assertThat(result.epochs().get(4).accuracy().get("test"))
                .isEqualTo(result.scores().get("test").predictions().accuracy());
    }

    /** 10 images in the one epoch of the first phase, then 20 recordings in each of three epochs. */
    @Test
    void phasesFollowEachOtherOnOneNetwork() {
        TransferMethod images = new ComposedTransfer(
                Set.of(Stream.SOURCE), new NoMixing(), Map.of("source", Toy.crossEntropy(Stream.SOURCE)));
        Phase first = Toy.phase(
                "images",
                images,
                new PerImage(new PerImage.Config(PerImage.Partner.RANDOM, 10)),
                Toy.settings(1, Selection.LAST, 0));
        TrainingResult result =
                Toy.train(Toy.job(Toy.network(1), first, Toy.phase("recordings", Toy.eventOnly(), Toy.SHORT)));
        assertThat(result.epochs())
                .extracting(EpochRecord::phase)
                .containsExactly("images", "recordings", "recordings", "recordings");
        assertThat(result.epochs().get(0).exposure()).isEqualTo(new Exposure(10, 10, 0, 0, 2));
        assertThat(result.exposure()).isEqualTo(new Exposure(10, 10, 20, 60, 2 + 3 * 3));
    }

    @Test
    void imagesThatMixingHidesWhollyAreNotCounted() {
        Mixing everything = (samples, steps, progress, random) -> new int[samples];
        TrainingResult result =
                Toy.train(Toy.job(Toy.network(1), Toy.phase("train", Toy.joint(everything, Map.of()), Toy.SHORT)));
        assertThat(result.exposure()).isEqualTo(new Exposure(0, 0, 20, 60, 3 * 3));
    }

    @Test
    void frozenLayersKeepWhatTheyHaveAndOthersLearn() {
        Network network = Toy.network(1);
        Map<String, INDArray> before = Toy.copy(network);
        TrainingSettings freezing = new TrainingSettings(
                2, 8, Precision.FLOAT, Selection.LAST, 0, false, Optional.of(List.of("conv1", "spike1")));
        Toy.train(Toy.job(network, eventOnly(freezing)));
        assertThat(network.state().keySet()).contains("conv1.weight", "hidden.weight", "spike1.running-mean");
        network.state().forEach((name, array) -> {
            boolean kept = name.startsWith("conv1.") || name.startsWith("spike1.");
            assertThat(array.equals(before.get(name))).as(name).isEqualTo(kept);
        });
    }

    @Test
    void phaseWithoutFrozenLayersTrainsAllAgain() {
        Network network = Toy.network(1);
        Map<String, INDArray> before = Toy.copy(network);
        TrainingSettings freezing =
                new TrainingSettings(1, 8, Precision.FLOAT, Selection.LAST, 0, false, Optional.of(List.of("conv1")));
        Toy.train(Toy.job(
                network,
                Toy.phase("head", Toy.eventOnly(), freezing),
                Toy.phase("all", Toy.eventOnly(), Toy.settings(1, Selection.LAST, 0))));
        assertThat(network.state().get("conv1.weight")).isNotEqualTo(before.get("conv1.weight"));
    }

    @Test
    void incompleteLastBatchCanBeLeftOut() {
        TrainingSettings dropping =
                new TrainingSettings(1, 8, Precision.FLOAT, Selection.LAST, 0, true, Optional.empty());
        assertThat(Toy.train(Toy.job(Toy.network(1), eventOnly(dropping)))
                        .exposure()
                        .recordingPresentations())
                .isEqualTo(16);
        assertThat(Toy.train(Toy.job(Toy.network(1), eventOnly(Toy.settings(1, Selection.LAST, 0))))
                        .exposure()
                        .recordingPresentations())
                .isEqualTo(20);
    }

    @Test
    void parametersOfObjectivesLearnAndAreSaved() throws IOException {
        Objective alignment = new He2024Alignment(He2024Alignment.Config.DEFAULTS);
        TransferMethod method = Toy.joint(new NoMixing(), Map.of("alignment", alignment));
        Toy.train(Toy.into(folder, Toy.job(Toy.network(1), Toy.phase("train", method, Toy.SHORT))));
        INDArray learned =
                Checkpoint.read(folder.resolve("model.safetensors")).tensors().get("objectives.step-coefficients");
        assertThat(learned.toFloatVector()).hasSize(3).doesNotContain(1f);
    }

    /** An epoch of the run with the best epoch as its last ends in the same place, so both must save the same. */
    @Test
    void parametersOfObjectivesAreThoseOfTheSelectedEpoch() throws IOException {
        Objective alignment = new He2024Alignment(He2024Alignment.Config.DEFAULTS);
        TransferMethod method = Toy.joint(new NoMixing(), Map.of("alignment", alignment));
        TrainingSettings settings = Toy.settings(6, Selection.BEST_VALIDATION, 1);
        TrainingResult result = Toy.train(
                Toy.into(folder.resolve("best"), Toy.job(Toy.network(3), Toy.phase("train", method, settings))));
        assertThat(result.selectedEpoch()).isLessThan(5);
        TrainingSettings shorter = Toy.settings(result.selectedEpoch() + 1, Selection.LAST, 0);
        Toy.train(Toy.into(folder.resolve("last"), Toy.job(Toy.network(3), Toy.phase("train", method, shorter))));
        Map<String, INDArray> selected =
                Checkpoint.read(folder.resolve("best/model.safetensors")).tensors();
        assertThat(selected)
                .containsKey("objectives.step-coefficients")
                .isEqualTo(Checkpoint.read(folder.resolve("last/model.safetensors"))
                        .tensors());
    }

    @Test
    void onlyRecordingsAreAugmented() {
        Phase plain = Toy.phase("train", Toy.joint(new NoMixing(), Map.of()), Toy.SHORT);
        Set<String> shapes = ConcurrentHashMap.newKeySet();
        Phase black = new Phase(
                "train",
                Toy.eventOnly(),
                plain.pairing(),
                (frames, offset, shape, random) -> {
                    shapes.add(shape.toString());
                    Arrays.fill(frames, offset, offset + shape.length(), 0);
                },
                plain.sampleMixing(),
                plain.optimizer(),
                plain.schedule(),
                Toy.SHORT);
        TrainingResult result = Toy.train(Toy.job(Toy.network(1), black));
        assertThat(shapes).containsExactly(ToySource.SHAPE.toString());
        assertThat(result.epochs().get(2).loss())
                .as("nothing to learn from black frames")
                .isGreaterThan(0.6);
    }

    @Test
    void lossThatIsNoNumberStopsWithItsNameAndPlace() {
        Objective breaks = new Objective() {
            @Override
            public double weight() {
                return 1;
            }

            @Override
            public Set<SignalKey> reads() {
                return Set.of(SignalKey.logits(Stream.TARGET));
            }

            @Override
            public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
                boolean now = input.progress().epoch() == 1 && input.progress().batch() == 2;
                return ObjectiveValue.of(now ? Double.NaN : 0, Map.of());
            }
        };
        TransferMethod method = new ComposedTransfer(Toy.TARGET, new NoMixing(), Map.of("broken", breaks));
        TrainingJob job = Toy.job(Toy.network(1), Toy.phase("train", method, Toy.SHORT));
        assertThatThrownBy(() -> Toy.train(job))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("phase 'train', epoch 2 of 3, batch 3 of 3: objective 'broken' is NaN");
    }

    @Test
    void listenerHearsEverythingInOrder() {
        TrainListener listener = mock(TrainListener.class);
        Clock clock = mock(Clock.class);
        when(clock.instant()).thenReturn(Instant.ofEpochMilli(1_000), Instant.ofEpochMilli(3_500));
        Trainer trainer = new Trainer(new StopSignal(), clock, MemoryBudget.ofThisProcess());
        TrainingResult result =
                trainer.train(Toy.job(Toy.network(1), eventOnly(Toy.settings(1, Selection.LAST, 0))), listener);
        InOrder order = inOrder(listener);
        order.verify(listener).phaseStarted(any());
        order.verify(listener).epochStarted("train", new Progress(0, 1, 0, 3));
        order.verify(listener, times(3)).batchDone(anyString(), any(), anyDouble());
        order.verify(listener).epochDone(result.epochs().get(0));
        order.verify(listener).finished(result);
        order.verifyNoMoreInteractions();
        assertThat(result.epochs().get(0).seconds()).isEqualTo(2.5);
        assertThat(result.epochs().get(0).learningRate()).isEqualTo(0.02);
        assertThat(result.epochs().get(0).spikeRates()).isNotEmpty();
    }

    @Test
    void evaluationDoesNotDependOnTheBatch() {
        Network network = Toy.network(1);
        Scores whole = new Evaluator(network, 30, Precision.FLOAT, new StopSignal())
                .score(ToySource.recordings("test", 30))
                .orElseThrow();
        Scores parts = new Evaluator(network, 7, Precision.FLOAT, new StopSignal())
                .score(ToySource.recordings("test", 30))
                .orElseThrow();
        assertThat(parts.predictions().logits())
                .isDeepEqualTo(whole.predictions().logits());
        parts.spikeRates().forEach((layer, rate) -> assertThat(rate)
                .isCloseTo(whole.spikeRates().get(layer), within(1e-12)));
    }

    @Test
    void perRecordingAndPerImageShowDifferentNumbersOfImages() {
        TransferMethod joint = Toy.joint(new NoMixing(), Map.of());
        Phase perImage = Toy.phase("train", joint, new PerImage(PerImage.Config.DEFAULTS), Toy.SHORT);
        Phase perRecording = Toy.phase("train", joint, new PerRecording(PerRecording.Config.DEFAULTS), Toy.SHORT);
        assertThat(Toy.train(Toy.job(Toy.network(1), perImage)).exposure().imagePresentations())
                .isEqualTo(90);
        assertThat(Toy.train(Toy.job(Toy.network(1), perRecording)).exposure().imagePresentations())
                .isEqualTo(60);
    }
}
