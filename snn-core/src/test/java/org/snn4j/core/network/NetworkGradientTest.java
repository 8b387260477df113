package org.snn4j.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.Views;
import org.snn4j.core.kernel.SmoothKernels;
import org.snn4j.core.layer.Connection;
import org.snn4j.core.layer.LayerListener;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.Plif;
import org.snn4j.core.neuron.Reset;
import org.snn4j.core.neuron.SoftReset;
import org.snn4j.core.surrogate.Sigmoid;

/**
 * Gradients of whole networks against central differences in double precision, spikes replaced by the surrogate's primitive.
 *
 * <p>For every layer's parameters and every stream's frames: the derivative along one random direction, which all of its values enter. The neurons' time
 * constants are learned, so they are among the parameters.
 */
class NetworkGradientTest {
    private static final int SAMPLES = 3;
    private static final int CLASSES = 3;
    private static final InputShape TWO_CHANNELS = InputShape.of(3, 2, 6, 6);
    private static final InputShape COLOUR_AND_EVENTS =
            new InputShape(3, Map.of(Stream.SOURCE, 3, Stream.TARGET, 2), 8, 8);

    private final RandomGenerator random = new Seeds(5).stream("gradient test");
    private final SmoothKernels smooth = new SmoothKernels();

    static List<Arguments> networks() {
        List<Arguments> all = new ArrayList<>();
        for (Normalization.Mode mode : List.of(Normalization.Mode.MERGED, Normalization.Mode.PER_STEP)) {
            for (boolean detached : new boolean[] {false, true}) {
                all.add(Arguments.of(
                        "ConvSnn, " + mode + ", hard, detached " + detached,
                        convSnn(mode),
                        TWO_CHANNELS,
                        hard(detached)));
                all.add(Arguments.of(
                        "ConvSnn, " + mode + ", soft, detached " + detached,
                        convSnn(mode),
                        TWO_CHANNELS,
                        soft(detached)));
            }
        }
        all.addAll(List.of(
                Arguments.of("ConvSnn without norm", convSnn(Normalization.Mode.NONE), TWO_CHANNELS, hard(false)),
                Arguments.of(
                        "ResNet",
                        new He2024ResNet18(new He2024ResNet18.Config(2, List.of(1, 1), Sharing.PER_STREAM)),
                        TWO_CHANNELS,
                        hard(true)),
                Arguments.of("SCNN", new He2024Scnn(new He2024Scnn.Config(List.of(2), 4)), TWO_CHANNELS, soft(false)),
                Arguments.of(
                        "ConvSnn, temporal effective, hard",
                        convSnn(Normalization.Mode.TEMPORAL_EFFECTIVE),
                        TWO_CHANNELS,
                        hard(false)),
                Arguments.of(
                        "TET with temporal effective batch norm",
                        new TetVgg(new TetVgg.Config(
                                List.of("3", "4/2"),
                                Normalization.Mode.TEMPORAL_EFFECTIVE,
                                Sharing.PER_STREAM,
                                Sharing.SHARED)),
                        COLOUR_AND_EVENTS,
                        hard(false)),
                Arguments.of(
                        "NDA",
                        new NdaVgg11(new NdaVgg11.Config(List.of("3", "P", "4"), 0.5, Sharing.SHARED, Sharing.SHARED)),
                        TWO_CHANNELS,
                        hard(false)),
                Arguments.of(
                        "N-MNIST with dropout and voters",
                        new He2024NMnist(new He2024NMnist.Config(List.of(3), 6, 2, 0.3, Sharing.PER_STREAM)),
                        TWO_CHANNELS,
                        hard(true)),
                Arguments.of("SEW, small, ADD", sew(Connection.ADD, SewResNet18.Stem.SMALL), TWO_CHANNELS, hard(true)),
                Arguments.of("SEW, small, AND", sew(Connection.AND, SewResNet18.Stem.SMALL), TWO_CHANNELS, hard(true)),
                Arguments.of(
                        "SEW, large, IAND",
                        sew(Connection.IAND, SewResNet18.Stem.LARGE),
                        InputShape.of(2, 2, 12, 12),
                        hard(false)),
                Arguments.of(
                        "R2ETL pooled",
                        new R2etlVggPooled(new R2etlVggPooled.Config(3, List.of("P", "4"), 4)),
                        COLOUR_AND_EVENTS,
                        hard(false)),
                Arguments.of(
                        "R2ETL strided",
                        new R2etlVggStrided(new R2etlVggStrided.Config(
                                3, List.of("4/2", "3"), 4, R2etlVggStrided.Bottleneck.AS_PUBLISHED)),
                        COLOUR_AND_EVENTS,
                        hard(false))));
        return all;
    }

    private static Architecture convSnn(Normalization.Mode mode) {
        return new ConvSnn(new ConvSnn.Config(
                List.of("3", "P", "4"), 5, mode, Normalization.Running.SHARED, Sharing.PER_STREAM, Sharing.PER_STREAM));
    }

    private static Architecture sew(Connection connection, SewResNet18.Stem stem) {
        return new SewResNet18(new SewResNet18.Config(3, List.of(1, 1), connection, stem, Sharing.SHARED));
    }

    private static Reset hard(boolean detached) {
        return new HardReset(new HardReset.Config(-0.1, detached));
    }

    private static Reset soft(boolean detached) {
        return new SoftReset(new SoftReset.Config(detached));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void backwardAgreesWithCentralDifferences(String name, Architecture architecture, InputShape input, Reset reset) {
        NeuronModel neurons = new NeuronModel(
                new Plif(new Plif.Config(2.5, true, 0.05)),
                new Firing(0.4, false),
                reset,
                new Sigmoid(new Sigmoid.Config(3)));
        try (Network network = Network.create(new NetworkSpec(
                architecture,
                input,
                CLASSES,
                neurons,
                DataType.DOUBLE,
                new Seeds(2),
                smooth.kernels(),
                true,
                LayerListener.NONE))) {
            Set<SignalKey> keys = observeAll(network);
            Map<Stream, INDArray> frames = frames(input);
            smooth.record();
            Signals signals = forward(network, frames);
            Map<SignalKey, INDArray> weights = new LinkedHashMap<>();
            keys.forEach(key -> weights.put(key, normal(signals.get(key).shape())));
            double value = loss(signals, weights);
            network.backward(weights);
            Map<String, List<Move>> directions = directions(network, frames);

            assertThat(repeated(network, frames, weights))
                    .as("the same pass by formulas of the test")
                    .isEqualTo(value, within(1e-9));
            directions.forEach((label, moves) -> {
                double slope = moves.stream()
                        .mapToDouble(move -> inner(move.gradient(), move.direction()))
                        .sum();
                double difference = difference(network, frames, weights, moves);
                assertThat(slope).as(label).isEqualTo(difference, within(1e-7 * (1 + Math.abs(difference))));
            });
        }
    }

    /** Every pass is the first one to the dropouts, which then draw the same. */
    private static Signals forward(Network network, Map<Stream, INDArray> frames) {
        network.state().forEach((name, value) -> {
            if (name.endsWith(".passes")) {
                value.assign(0);
            }
        });
        return network.forward(frames, true);
    }

    /** An array, its gradient, and the direction in which it is moved. */
    private record Move(INDArray point, INDArray gradient, INDArray direction) {}

    /** A direction for all parameters of each layer, and one for the frames of each stream. */
    private Map<String, List<Move>> directions(Network network, Map<Stream, INDArray> frames) {
        Map<String, List<Move>> directions = new LinkedHashMap<>();
        network.gradients().forEach((parameter, gradient) -> directions
                .computeIfAbsent(parameter.substring(0, parameter.indexOf('.')), layer -> new ArrayList<>())
                .add(new Move(network.state().get(parameter), gradient.dup(), normal(gradient.shape()))));
        frames.forEach((stream, array) -> {
            INDArray gradient = firstChannels(network.inputGradient(stream), array.size(2));
            directions.put("frames of " + stream.label(), List.of(new Move(array, gradient, normal(array.shape()))));
        });
        return directions;
    }

    private static Set<SignalKey> observeAll(Network network) {
        Set<SignalKey> keys = new LinkedHashSet<>();
        for (String signal : network.signalNames()) {
            for (Stream stream : Stream.values()) {
                keys.add(new SignalKey(stream, signal));
            }
        }
        network.observe(keys);
        return keys;
    }

    private Map<Stream, INDArray> frames(InputShape input) {
        Map<Stream, INDArray> frames = new EnumMap<>(Stream.class);
        input.channels()
                .forEach((stream, channels) ->
                        frames.put(stream, normal(input.steps(), SAMPLES, channels, input.height(), input.width())));
        return frames;
    }

    private INDArray normal(long... shape) {
        int length = Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b));
        double[] values = new double[length];
        Arrays.setAll(values, i -> random.nextGaussian());
        return Nd4j.createFromArray(values).reshape(shape);
    }

    /** [T, N, H, W, C] without the channels that only fill up a stream, as [T, N, C, H, W]. */
    private static INDArray firstChannels(INDArray gradient, long channels) {
        return Views.rows(gradient.permute(4, 0, 1, 2, 3).dup('c'), 0, channels)
                .permute(1, 2, 0, 3, 4)
                .dup('c');
    }

    private static double loss(Signals signals, Map<SignalKey, INDArray> weights) {
        return weights.entrySet().stream()
                .mapToDouble(e -> inner(signals.get(e.getKey()), e.getValue()))
                .sum();
    }

    private static double inner(INDArray a, INDArray b) {
        return a.mul(b).sumNumber().doubleValue();
    }

    private double repeated(Network network, Map<Stream, INDArray> frames, Map<SignalKey, INDArray> weights) {
        smooth.replay();
        return loss(forward(network, frames), weights);
    }

    /** Central difference without its error of second order: a third more of that at half the step, less a third of that at the whole. */
    private double difference(
            Network network, Map<Stream, INDArray> frames, Map<SignalKey, INDArray> weights, List<Move> moves) {
        double step = 2e-5;
        double whole = difference(network, frames, weights, moves, step);
        double half = difference(network, frames, weights, moves, step / 2);
        return half + (half - whole) / 3;
    }

    private double difference(
            Network network,
            Map<Stream, INDArray> frames,
            Map<SignalKey, INDArray> weights,
            List<Move> moves,
            double step) {
        moves.forEach(move -> move.point().addi(move.direction().mul(step)));
        double up = repeated(network, frames, weights);
        moves.forEach(move -> move.point().subi(move.direction().mul(2 * step)));
        double down = repeated(network, frames, weights);
        moves.forEach(move -> move.point().addi(move.direction().mul(step)));
        return (up - down) / (2 * step);
    }
}
