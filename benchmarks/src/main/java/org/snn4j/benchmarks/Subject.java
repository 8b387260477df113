package org.snn4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.KernelListener;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.layer.LayerListener;
import org.snn4j.core.layer.LayerProfile;
import org.snn4j.core.network.Network;
import org.snn4j.core.network.NetworkSpec;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.network.Signals;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.Lif;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.optimize.Adam;
import org.snn4j.core.surrogate.Triangle;

/** A network with the batch that it is timed or compared on. */
final class Subject {
    private final Network network;
    private final INDArray frames;
    private final int[] labels;
    private final int classes;

    private Subject(Network network, INDArray frames, int[] labels, int classes) {
        this.network = network;
        this.frames = frames;
        this.labels = labels;
        this.classes = classes;
    }

    /** LIF neurons with tau 2, threshold 0.5, a detached reset to 0 and a triangle of width 1/2. */
    static NeuronModel neurons() {
        return new NeuronModel(
                new Lif(Lif.Config.DEFAULTS),
                new Firing(0.5, false),
                new HardReset(HardReset.Config.DEFAULTS),
                new Triangle(new Triangle.Config(2)));
    }

    /** With the start values of the network. */
    static Subject of(Topology topology, DataType precision, INDArray frames, int[] labels) {
        return of(topology, precision, frames, labels, KernelListener.NONE, LayerListener.NONE);
    }

    private static Subject of(
            Topology topology,
            DataType precision,
            INDArray frames,
            int[] labels,
            KernelListener kernels,
            LayerListener layers) {
        int steps = (int) frames.size(0);
        Network network = Network.create(new NetworkSpec(
                topology,
                topology.input(steps),
                topology.classes(),
                neurons(),
                precision,
                new Seeds(1),
                KernelSelection.choose(KernelRequest.ofProperties(), kernels).kernels(),
                false,
                layers));
        network.optimizeWith(new Adam(Adam.Config.DEFAULTS));
        return new Subject(network, frames.castTo(precision), labels, topology.classes());
    }

    /** With weights and frames that {@link PrepareState} wrote. */
    static Subject load(Topology topology, DataType precision, Path folder, String weights, int steps, int batch)
            throws IOException {
        return load(topology, precision, folder, weights, steps, batch, KernelListener.NONE, LayerListener.NONE);
    }

    /** The same, with a profile of its layers. */
    static Subject load(
            Topology topology,
            DataType precision,
            Path folder,
            String weights,
            int steps,
            int batch,
            LayerProfile profile)
            throws IOException {
        return load(topology, precision, folder, weights, steps, batch, profile, profile);
    }

    private static Subject load(
            Topology topology,
            DataType precision,
            Path folder,
            String weights,
            int steps,
            int batch,
            KernelListener kernels,
            LayerListener layers)
            throws IOException {
        Map<String, INDArray> recordings = ArrayFile.read(folder, Recordings.file(steps));
        INDArray frames = recordings
                .get("frames")
                .get(NDArrayIndex.all(), NDArrayIndex.interval(0, batch))
                .dup('c');
        int[] labels =
                recordings.get("labels").get(NDArrayIndex.interval(0, batch)).toIntVector();
        Subject subject = of(topology, precision, frames, labels, kernels, layers);
        subject.restore(ArrayFile.read(folder, weights));
        return subject;
    }

    /** Sets parameters and running statistics; names that this network does not have are left out. */
    void restore(Map<String, INDArray> state) {
        network.state()
                .forEach((name, view) ->
                        view.assign(state.get(name).castTo(view.dataType()).reshape(view.shape())));
    }

    Network network() {
        return network;
    }

    /** Logits [T, N, K]. */
    INDArray infer() {
        return logits(network.forward(Map.of(Stream.TARGET, frames), false));
    }

    /** A forward pass with batch statistics. */
    INDArray look() {
        return logits(network.forward(Map.of(Stream.TARGET, frames), true));
    }

    /** A forward pass with batch statistics and its backward pass. */
    INDArray pass() {
        INDArray logits = look();
        network.backward(Map.of(SignalKey.logits(Stream.TARGET), meanCrossEntropyGradient(logits)));
        return logits;
    }

    /** A training step. */
    INDArray train(double rate) {
        INDArray logits = pass();
        network.update(rate);
        return logits;
    }

    private static INDArray logits(Signals signals) {
        return signals.get(SignalKey.logits(Stream.TARGET));
    }

    /** How many recordings of the batch have the greatest mean logit at their class. */
    int right(INDArray logits) {
        int[] decided = logits.mean(0).argMax(1).toIntVector();
        return (int) IntStream.range(0, labels.length)
                .filter(n -> decided[n] == labels[n])
                .count();
    }

    /** Spikes per neuron and step of each layer in the last pass. */
    Map<String, Double> rates() {
        Map<String, Double> rates = new LinkedHashMap<>();
        network.spikeRates().forEach((layer, streams) -> rates.put(layer, streams.get(Stream.TARGET)));
        return rates;
    }

    /** d/d logits of the cross-entropy averaged over steps and samples. */
    private INDArray meanCrossEntropyGradient(INDArray logits) {
        double[] values = logits.dup('c').data().asDouble();
        int rows = values.length / classes;
        for (int row = 0; row < rows; row++) {
            int start = row * classes;
            double greatest = IntStream.range(0, classes)
                    .mapToDouble(k -> values[start + k])
                    .max()
                    .orElseThrow();
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                sum += Math.exp(values[start + k] - greatest);
            }
            for (int k = 0; k < classes; k++) {
                double probability = Math.exp(values[start + k] - greatest) / sum;
                values[start + k] = (probability - (labels[row % labels.length] == k ? 1 : 0)) / rows;
            }
        }
        return Nd4j.createFromArray(values).castTo(logits.dataType()).reshape(logits.shape());
    }
}
