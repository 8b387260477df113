package org.snn4j.transfer.train;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.network.Network;
import org.snn4j.data.dataset.PairedData;
import org.snn4j.data.dataset.Protocol;
import org.snn4j.data.pair.Pair;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.method.MethodValue;

/** One phase of a job while it runs. */
final class PhaseRun {
    private final Session session;
    private final Phase phase;
    private final TrainingSettings settings;
    private final Network network;
    private final Seeds seeds;
    private final StepClock clock;
    private final TrainingStep step;
    private final Snapshot bestNetwork = new Snapshot();
    private final Snapshot bestObjectives = new Snapshot();
    private double bestAccuracy = Double.NEGATIVE_INFINITY;
    private Checkpoint.Position position;
    private Checkpoint.Position selected;

    /** @param number 0-based position of the phase in its job: names its random streams */
    PhaseRun(Session session, Phase phase, int number) {
        this.session = session;
        this.phase = phase;
        this.settings = phase.settings();
        this.network = session.job.network();
        this.seeds = session.job.seeds().child("phase/" + number);
        this.clock = new StepClock(session.listener);
        this.step = new TrainingStep(network, phase.method(), phase.optimizer(), seeds, clock);
        settings.frozen().ifPresent(step::freeze);
        this.position = new Checkpoint.Position(phase.name(), 0, 0);
        this.selected = position;
    }

    /** Trains all epochs and puts network and objectives into the selected state; false if it was stopped before. */
    boolean run() {
        session.listener.phaseStarted(phase);
        try (step) {
            for (int epoch = 0; epoch < settings.epochs(); epoch++) {
                if (!runEpoch(epoch)) {
                    return false;
                }
            }
        }
        bestNetwork.restore(network.state());
        bestObjectives.restore(step.objectiveParameters());
        return true;
    }

    private boolean runEpoch(int epoch) {
        Instant start = session.clock.instant();
        double rate = phase.schedule().rate(phase.optimizer().learningRate(), epoch, settings.epochs());
        LossMeans losses = new LossMeans();
        if (!trainEpoch(epoch, rate, losses)) {
            return false;
        }
        Map<String, Map<Stream, Double>> spikeRates = network.spikeRates();
        Optional<Map<String, Double>> accuracy = scoreEpoch(epoch);
        if (accuracy.isEmpty()) {
            return false;
        }
        double seconds = Duration.between(start, session.clock.instant()).toNanos() / 1e9;
        EpochRecord epochRecord = new EpochRecord(
                phase.name(),
                epoch,
                settings.epochs(),
                losses.total(),
                losses.terms(),
                accuracy.get(),
                spikeRates,
                session.exposure.total(),
                rate,
                seconds);
        session.epochs.add(epochRecord);
        session.listener.epochDone(epochRecord);
        return true;
    }

    private boolean trainEpoch(int epoch, double rate, LossMeans losses) {
        Seeds epochSeeds = seeds.child("epoch/" + epoch);
        List<Pair> pairs =
                phase.pairing().epoch(session.population, phase.method().streams(), epochSeeds.stream("shuffling"));
        int batches = settings.batches(pairs.size());
        session.listener.epochStarted(phase.name(), new Progress(epoch, settings.epochs(), 0, batches));
        Future<BatchLoader.Loaded> next = load(pairs, epoch, 0, batches, epochSeeds);
        for (int batch = 0; batch < batches; batch++) {
            if (session.stop.raised()) {
                return false;
            }
            clock.start();
            BatchLoader.Loaded loaded = BatchLoader.await(next);
            clock.done(StepPart.WAITING);
            session.listener.partDone(StepPart.PREPARATION, loaded.nanoseconds());
            if (batch + 1 < batches) {
                next = load(pairs, epoch, batch + 1, batches, epochSeeds);
            }
            trainBatch(loaded, rate, losses);
        }
        return true;
    }

    private Future<BatchLoader.Loaded> load(List<Pair> pairs, int epoch, int batch, int batches, Seeds epochSeeds) {
        int from = batch * settings.batch();
        List<Pair> part = pairs.subList(from, Math.min(from + settings.batch(), pairs.size()));
        Progress progress = new Progress(epoch, settings.epochs(), batch, batches);
        return session.loader.load(part, phase, progress, epochSeeds.child("batch/" + batch));
    }

    private void trainBatch(BatchLoader.Loaded loaded, double rate, LossMeans losses) {
        Map<Stream, INDArray> frames = new EnumMap<>(Stream.class);
        loaded.prepared()
                .frames()
                .forEach((stream, values) -> frames.put(stream, session.buffers.fill(stream, values)));
        clock.done(StepPart.INPUT);
        MethodValue value =
                step.differentiate(frames, loaded.labels(), loaded.prepared().mixture(), loaded.progress());
        losses.add(value, loaded.labels().size(), phase.name(), loaded.progress());
        step.update(rate);
        session.exposure.add(loaded.pairs(), loaded.prepared().mixture());
        position = new Checkpoint.Position(
                phase.name(), loaded.progress().epoch(), loaded.progress().batch() + 1);
        session.listener.batchDone(phase.name(), loaded.progress(), value.total());
    }

    /** Accuracy by part if this epoch is one to score; empty if scoring was stopped. */
    private Optional<Map<String, Double>> scoreEpoch(int epoch) {
        boolean due = settings.evaluateEvery() > 0
                && ((epoch + 1) % settings.evaluateEvery() == 0 || epoch + 1 == settings.epochs());
        if (settings.selection() == Selection.LAST) {
            selected = position;
        }
        if (!due) {
            return Optional.of(Map.of());
        }
        Optional<String> deciding = settings.selection().part();
        Optional<Map<String, Scores>> scores =
                session.score(deciding.map(Set::of).orElseGet(this::partsToWatch));
        Map<String, Double> accuracy = new LinkedHashMap<>();
        scores.ifPresent(byPart -> byPart.forEach(
                (part, score) -> accuracy.put(part, score.predictions().accuracy())));
        deciding.map(accuracy::get).ifPresent(this::keepIfBest);
        return scores.map(byPart -> accuracy);
    }

    /** What may be looked at while training goes on: under the protocol {@code clean} nothing but the validation part. */
    private Set<String> partsToWatch() {
        Set<String> parts = new LinkedHashSet<>(session.job.data().scored().keySet());
        if (session.job.protocol() == Protocol.CLEAN) {
            parts.retainAll(Set.of(PairedData.VALIDATION));
        }
        return parts;
    }

    private void keepIfBest(double accuracy) {
        if (accuracy > bestAccuracy) {
            bestAccuracy = accuracy;
            bestNetwork.take(network.state());
            bestObjectives.take(step.objectiveParameters());
            selected = position;
        }
    }

    /** Where the network stood that the phase ended with. */
    Checkpoint.Position selected() {
        return selected;
    }

    /** How far the phase has come. */
    Checkpoint.Position position() {
        return position;
    }

    /** Learnable parameters of the objectives. */
    Map<String, INDArray> objectiveParameters() {
        return step.objectiveParameters();
    }
}
