package org.snn4j.transfer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Parameters;
import org.snn4j.core.Stream;
import org.snn4j.core.network.Network;
import org.snn4j.core.network.SignalKey;
import org.snn4j.data.FrameShape;
import org.snn4j.data.dataset.Protocol;
import org.snn4j.data.mix.MixUp;
import org.snn4j.data.mix.SampleMixing;
import org.snn4j.data.pair.PairSampler;
import org.snn4j.transfer.method.ComposedTransfer;
import org.snn4j.transfer.method.TransferMethod;
import org.snn4j.transfer.mixing.NoMixing;
import org.snn4j.transfer.mixing.TimeStepMixup;
import org.snn4j.transfer.objective.Objective;
import org.snn4j.transfer.objective.ObjectiveInput;
import org.snn4j.transfer.objective.ObjectiveValue;
import org.snn4j.transfer.objective.Tmse;

class JobChecksTest {
    private static void assertProblems(ThrowingCallable call, String... problems) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ConfigurationException.class, e -> {
            assertThat(e.problems()).hasSize(problems.length);
            for (int i = 0; i < problems.length; i++) {
                assertThat(e.problems().get(i)).startsWith(problems[i]);
            }
        });
    }

    @Test
    void frozenLayerThatIsNotThereIsToldWithTheNearestName() {
        TrainingSettings freezing = new TrainingSettings(
                1, 8, Precision.FLOAT, Selection.LAST, 0, false, Optional.of(List.of("conv1", "hiden")));
        TrainingJob job = Toy.job(Toy.network(1), Toy.phase("train", Toy.eventOnly(), freezing));
        assertThatThrownBy(() -> Toy.train(job))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("training.frozen: no layer with parameters is called 'hiden'")
                .hasMessageContaining("did you mean 'hidden'?");
    }

    @Test
    void bestTestNeedsTheProtocolThatAllowsIt() {
        Network network = Toy.network(1);
        TrainingJob clean =
                Toy.job(network, Toy.phase("train", Toy.eventOnly(), Toy.settings(1, Selection.BEST_TEST, 1)));
        TrainingJob paper = new TrainingJob(
                network, clean.phases(), clean.data(), Protocol.PAPER, clean.seeds(), "", clean.folder());
        assertProblems(
                () -> Toy.train(clean),
                "training.selection: best-test looks at the test part; it is only allowed under");
        assertThatCode(() -> Toy.train(paper)).doesNotThrowAnyException();
    }

    @Test
    void everyProblemOfEveryPhaseIsReportedBeforeTheFirstBatch() {
        TransferMethod unknownSignal =
                Toy.joint(new NoMixing(), Map.of("alignment", new Tmse(new Tmse.Config(1, "feature.voltage"))));
        TrainingSettings tooLarge =
                new TrainingSettings(1, 64, Precision.FLOAT, Selection.LAST, 0, true, Optional.empty());
        TrainListener listener = Mockito.mock(TrainListener.class);
        TrainingJob job = Toy.job(
                Toy.network(1),
                Toy.phase("a", unknownSignal, Toy.SHORT),
                Toy.phase("b", Toy.eventOnly(), Toy.settings(1, Selection.BEST_TEST, 1)),
                Toy.phase("c", Toy.eventOnly(), tooLarge));
        assertProblems(
                () -> Toy.trainer(new StopSignal()).train(job, listener),
                "phases.a.objectives.alignment: the network has no signal 'feature.voltage'; known: ",
                "phases.b.training.selection: ",
                "phases.c.training.batch: is 64 with drop-last, but an epoch has only 20 pairs");
        Mockito.verifyNoInteractions(listener);
    }

    @Test
    void streamsOfDifferentShapeAreRefused() {
        TrainingJob job = Toy.job(Toy.network(1), Toy.phase("train", Toy.joint(new NoMixing(), Map.of()), Toy.SHORT));
        ToySource longer = new ToySource("image", new FrameShape(4, 2, 6, 6), 30, false);
        assertProblems(
                () -> Toy.train(Toy.with(Toy.data(longer, ToySource.recordings("train", 20)), job)),
                "image-encoder: images become FrameShape[steps=4");
    }

    @Test
    void mixingNeedsAsManyChannelsInBothStreams() {
        TrainingJob job = Toy.job(
                Toy.network(1),
                Toy.phase("train", Toy.joint(new TimeStepMixup(TimeStepMixup.Config.DEFAULTS), Map.of()), Toy.SHORT));
        ToySource colour = new ToySource("image", new FrameShape(3, 3, 6, 6), 30, false);
        assertProblems(
                () -> Toy.train(Toy.with(Toy.data(colour, ToySource.recordings("train", 20)), job)),
                "mixing: images have 3 channels, recordings 2");
    }

    @Test
    void mixedSamplesNeedTheTargetStreamAloneAndObjectivesThatFollowTheirLabels() {
        SampleMixing mixUp = new MixUp(MixUp.Config.DEFAULTS);
        Phase joint = Toy.phase("train", Toy.joint(new NoMixing(), Map.of()), Toy.SHORT)
                .with(mixUp);
        assertProblems(
                () -> Toy.train(Toy.job(Toy.network(1), joint)),
                "sample-mixing: gives recordings labels of two classes, to which no paired image belongs; streams are [");
        Objective whole = new Objective() {
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
                throw new AssertionError("evaluated though refused");
            }
        };
        TransferMethod method = new ComposedTransfer(Toy.TARGET, new NoMixing(), Map.of("odd", whole));
        assertProblems(
                () -> Toy.train(Toy.job(
                        Toy.network(1), Toy.phase("train", method, Toy.SHORT).with(mixUp))),
                "sample-mixing: gives recordings labels of two classes, which objectives.odd cannot follow");
        Phase fitting = Toy.phase("train", Toy.eventOnly(), Toy.SHORT).with(mixUp);
        assertThatCode(() -> Toy.train(Toy.job(Toy.network(1), fitting))).doesNotThrowAnyException();
    }

    @Test
    void classOnOneSideOnlyIsRefused() {
        TrainingJob job = Toy.job(Toy.network(1), Toy.phase("train", Toy.joint(new NoMixing(), Map.of()), Toy.SHORT));
        assertProblems(
                () -> Toy.train(Toy.with(Toy.data(ToySource.images(1), ToySource.recordings("train", 20)), job)),
                "pairing: class 'down' has 0 training images and 10 training recordings");
    }

    @Test
    void phasesOfDifferentPrecisionAreRefused() {
        TrainingSettings doubles =
                new TrainingSettings(1, 8, Precision.DOUBLE, Selection.LAST, 0, false, Optional.empty());
        TrainingJob job = Toy.job(
                Toy.network(1), Toy.phase("a", Toy.eventOnly(), Toy.SHORT), Toy.phase("b", Toy.eventOnly(), doubles));
        assertProblems(() -> Toy.train(job), "phases: training.precision differs between phases");
    }

    @Test
    void batchThatDoesNotFitIntoMemoryIsRefused() {
        Trainer trainer = new Trainer(new StopSignal(), Clock.systemUTC(), new MemoryBudget(10_000, Long.MAX_VALUE));
        TrainingJob job = Toy.job(Toy.network(1), Toy.phase("train", Toy.eventOnly(), Toy.SHORT));
        assertProblems(() -> trainer.train(job, TrainListener.NONE), "training.batch: 8 pairs of 1 stream need about ");
    }

    /** They would fill the heap before anything is said. */
    @Test
    void noPairsAreDrawnForABatchThatDoesNotFit() {
        PairSampler refusing = (population, streams, random) -> {
            throw new AssertionError("pairs were drawn");
        };
        Phase drawn = Toy.phase("train", Toy.eventOnly(), Toy.SHORT)
                .with(
                        refusing,
                        new TrainingSettings(
                                1, 20_000_000, Precision.FLOAT, Selection.LAST, 0, false, Optional.empty()));
        assertProblems(
                () -> Toy.train(Toy.job(Toy.network(1), drawn)), "training.batch: 20000000 pairs of 1 stream need ");
    }

    @Test
    void settingsThatSelectWithoutScoringAreRefused() {
        assertThatThrownBy(() -> Toy.settings(1, Selection.BEST_VALIDATION, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("evaluate-every is 0, must be at least 1 to select the best epoch");
    }

    @Test
    void phasesOfOneNameAreRefused() {
        Phase phase = Toy.phase("train", Toy.eventOnly(), Toy.SHORT);
        assertThatThrownBy(() -> Toy.job(Toy.network(1), phase, phase))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(List.of("train", "train").toString());
    }
}
