package org.snn4j.core.network;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.KernelListener;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.Plif;
import org.snn4j.core.optimize.Adam;
import org.snn4j.core.surrogate.Triangle;

/** Trains two networks for a few steps with all kernels and prints hashes of their parameters and statistics; started as a process of its own. */
final class TrainingHash {
    private static final int SIDE = 17;
    private static final int SAMPLES = 6;

    private TrainingHash() {}

    public static void main(String[] args) {
        Architecture convolutions = new ConvSnn(new ConvSnn.Config(
                List.of("32", "64", "P"),
                128,
                Normalization.Mode.MERGED,
                Normalization.Running.SHARED,
                Sharing.SHARED,
                Sharing.PER_STREAM));
        Architecture residual = new He2024ResNet18(new He2024ResNet18.Config(16, List.of(1, 1), Sharing.PER_STREAM));
        for (String kernels : List.of("vector", "plain", "nd4j")) {
            print(kernels, DataType.FLOAT, convolutions, residual);
        }
        // In double precision the kernels in Java leave everything to the same operations.
        for (String kernels : List.of("plain", "nd4j")) {
            print(kernels, DataType.DOUBLE, convolutions);
        }
    }

    private static void print(String kernels, DataType precision, Architecture... architectures) {
        for (Architecture architecture : architectures) {
            System.out.println("hash " + kernels + " " + precision + " " + train(architecture, kernels, precision));
        }
    }

    private static int train(Architecture architecture, String kernels, DataType precision) {
        KernelRequest request = KernelRequest.orProperties(Optional.of(kernels), Optional.empty());
        NeuronModel neurons = new NeuronModel(
                new Plif(Plif.Config.DEFAULTS),
                new Firing(0.5, false),
                new HardReset(HardReset.Config.DEFAULTS),
                new Triangle(new Triangle.Config(2.0)));
        RandomGenerator random = new Seeds(5).stream("training hash");
        try (Network network = Network.create(
                architecture,
                InputShape.of(4, 2, SIDE, SIDE),
                10,
                neurons,
                precision,
                new Seeds(1),
                KernelSelection.choose(request, KernelListener.NONE).kernels())) {
            network.optimizeWith(new Adam(Adam.Config.DEFAULTS));
            for (int step = 0; step < 2; step++) {
                Map<Stream, INDArray> frames = new EnumMap<>(Stream.class);
                frames.put(Stream.SOURCE, uniform(random, precision, 4, SAMPLES, 2, SIDE, SIDE));
                frames.put(Stream.TARGET, uniform(random, precision, 4, SAMPLES, 2, SIDE, SIDE));
                network.forward(frames, true);
                network.backward(Map.of(
                        SignalKey.logits(Stream.SOURCE), uniform(random, precision, 4, SAMPLES, 10),
                        SignalKey.logits(Stream.TARGET), uniform(random, precision, 4, SAMPLES, 10)));
                network.update(1e-3);
            }
            return network.state().values().stream()
                    .map(view -> Arrays.hashCode(view.dup('c').data().asDouble()))
                    .toList()
                    .hashCode();
        }
    }

    private static INDArray uniform(RandomGenerator random, DataType precision, long... shape) {
        float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.3f;
        }
        return Nd4j.createFromArray(values).castTo(precision).reshape(shape);
    }
}
