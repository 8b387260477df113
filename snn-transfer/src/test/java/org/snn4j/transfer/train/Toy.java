package org.snn4j.transfer.train;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.network.ConvSnn;
import org.snn4j.core.network.InputShape;
import org.snn4j.core.network.Network;
import org.snn4j.core.network.Sharing;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.Lif;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.optimize.Adam;
import org.snn4j.core.optimize.ConstantRate;
import org.snn4j.core.surrogate.Triangle;
import org.snn4j.data.FrameSource;
import org.snn4j.data.augment.FrameAugmentation;
import org.snn4j.data.dataset.PairedData;
import org.snn4j.data.dataset.Protocol;
import org.snn4j.data.mix.NoSampleMixing;
import org.snn4j.data.mix.SampleMixing;
import org.snn4j.data.pair.PairSampler;
import org.snn4j.data.pair.PerRecording;
import org.snn4j.data.split.Manifest;
import org.snn4j.transfer.method.ComposedTransfer;
import org.snn4j.transfer.method.TransferMethod;
import org.snn4j.transfer.mixing.Mixing;
import org.snn4j.transfer.mixing.NoMixing;
import org.snn4j.transfer.objective.Objective;
import org.snn4j.transfer.objective.StepCrossEntropy;

/** A training job small enough for a test: 20 recordings, 30 images, a network of a few neurons. */
final class Toy {
    static final Set<Stream> BOTH = Set.of(Stream.SOURCE, Stream.TARGET);
    static final Set<Stream> TARGET = Set.of(Stream.TARGET);
    static final FrameAugmentation NO_AUGMENTATION = (frames, offset, shape, random) -> {};
    static final SampleMixing NO_SAMPLE_MIXING = new NoSampleMixing(NoSampleMixing.Config.DEFAULTS);
    static final TrainingSettings SHORT = settings(3, Selection.LAST, 0);

    private Toy() {}

    static TrainingSettings settings(int epochs, Selection selection, int evaluateEvery) {
        return new TrainingSettings(epochs, 8, Precision.FLOAT, selection, evaluateEvery, false, Optional.empty());
    }

    static PairedData data() {
        return data(ToySource.images(30), ToySource.recordings("train", 20));
    }

    static PairedData data(ToySource images, ToySource recordings) {
        Map<String, FrameSource> scored = new LinkedHashMap<>();
        scored.put(PairedData.VALIDATION, ToySource.recordings("validation", 10));
        scored.put(PairedData.TEST, ToySource.recordings("test", 30));
        int[] twins = new int[recordings.size()];
        Arrays.fill(twins, -1);
        return new PairedData("toy", true, recordings, images, twins, scored, new Manifest(List.of()));
    }

    static Network network(long seed) {
        NeuronModel neurons = new NeuronModel(
                new Lif(Lif.Config.DEFAULTS),
                Firing.DEFAULTS,
                new HardReset(HardReset.Config.DEFAULTS),
                new Triangle(Triangle.Config.DEFAULTS));
        ConvSnn architecture = new ConvSnn(new ConvSnn.Config(
                List.of("4", "P"),
                8,
                Normalization.Mode.MERGED,
                Normalization.Running.SHARED,
                Sharing.SHARED,
                Sharing.SHARED));
        return Network.create(architecture, InputShape.of(3, 2, 6, 6), 2, neurons, DataType.FLOAT, new Seeds(seed));
    }

    static Objective crossEntropy(Stream stream) {
        return new StepCrossEntropy(new StepCrossEntropy.Config(1, stream, Optional.empty()));
    }

    static TransferMethod eventOnly() {
        return new ComposedTransfer(TARGET, new NoMixing(), Map.of("target", crossEntropy(Stream.TARGET)));
    }

    static TransferMethod joint(Mixing mixing, Map<String, Objective> more) {
        Map<String, Objective> objectives = new LinkedHashMap<>();
        objectives.put("source", crossEntropy(Stream.SOURCE));
        objectives.put("target", crossEntropy(Stream.TARGET));
        objectives.putAll(more);
        return new ComposedTransfer(BOTH, mixing, objectives);
    }

    static Phase phase(String name, TransferMethod method, TrainingSettings settings) {
        return phase(name, method, new PerRecording(PerRecording.Config.DEFAULTS), settings);
    }

    static Phase phase(String name, TransferMethod method, PairSampler pairing, TrainingSettings settings) {
        Adam adam = new Adam(new Adam.Config(0.02, 0.9, 0.999, 1e-8));
        return new Phase(name, method, pairing, NO_AUGMENTATION, NO_SAMPLE_MIXING, adam, new ConstantRate(), settings);
    }

    static TrainingJob job(Network network, Phase... phases) {
        return new TrainingJob(
                network, List.of(phases), data(), Protocol.CLEAN, new Seeds(5), "0123abcd", Optional.empty());
    }

    static TrainingJob into(Path folder, TrainingJob job) {
        return new TrainingJob(
                job.network(),
                job.phases(),
                job.data(),
                job.protocol(),
                job.seeds(),
                job.identity(),
                Optional.of(folder));
    }

    static TrainingJob with(PairedData data, TrainingJob job) {
        return new TrainingJob(
                job.network(), job.phases(), data, job.protocol(), job.seeds(), job.identity(), job.folder());
    }

    static TrainingJob under(Protocol protocol, TrainingJob job) {
        return new TrainingJob(
                job.network(), job.phases(), job.data(), protocol, job.seeds(), job.identity(), job.folder());
    }

    static Trainer trainer(StopSignal stop) {
        return new Trainer(stop, Clock.systemUTC(), MemoryBudget.ofThisProcess());
    }

    static TrainingResult train(TrainingJob job) {
        return trainer(new StopSignal()).train(job, TrainListener.NONE);
    }

    /** State after training a new network from seed 1 with this method. */
    static Map<String, INDArray> trained(TransferMethod method) {
        Network network = network(1);
        train(job(network, phase("train", method, SHORT)));
        return copy(network);
    }

    static Map<String, INDArray> copy(Network network) {
        Map<String, INDArray> copy = new LinkedHashMap<>();
        network.state().forEach((name, array) -> copy.put(name, array.dup()));
        return copy;
    }
}
