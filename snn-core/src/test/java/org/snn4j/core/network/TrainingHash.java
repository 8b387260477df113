package org.snn4j.core.network;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.Plif;
import org.snn4j.core.optimize.Adam;
import org.snn4j.core.surrogate.Triangle;

/** Trains two networks for a few steps and prints a hash of each one's parameters and statistics; started as a process of its own. */
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
        System.out.println("hash " + train(convolutions) + " " + train(residual));
    }

    private static int train(Architecture architecture) {
        NeuronModel neurons = new NeuronModel(
                new Plif(Plif.Config.DEFAULTS),
                new Firing(0.5, false),
                new HardReset(HardReset.Config.DEFAULTS),
                new Triangle(new Triangle.Config(2.0)));
        RandomGenerator random = new Seeds(5).stream("training hash");
        try (Network network = Network.create(
                architecture, InputShape.of(4, 2, SIDE, SIDE), 10, neurons, DataType.FLOAT, new Seeds(1))) {
            network.optimizeWith(new Adam(Adam.Config.DEFAULTS));
            for (int step = 0; step < 3; step++) {
                Map<Stream, INDArray> frames = new EnumMap<>(Stream.class);
                frames.put(Stream.SOURCE, uniform(random, 4, SAMPLES, 2, SIDE, SIDE));
                frames.put(Stream.TARGET, uniform(random, 4, SAMPLES, 2, SIDE, SIDE));
                network.forward(frames, true);
                network.backward(Map.of(
                        SignalKey.logits(Stream.SOURCE), uniform(random, 4, SAMPLES, 10),
                        SignalKey.logits(Stream.TARGET), uniform(random, 4, SAMPLES, 10)));
                network.update(1e-3);
            }
            return network.state().values().stream()
                    .map(view -> Arrays.hashCode(view.dup('c').data().asFloat()))
                    .toList()
                    .hashCode();
        }
    }

    private static INDArray uniform(RandomGenerator random, long... shape) {
        float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.3f;
        }
        return Nd4j.createFromArray(values).reshape(shape);
    }
}
