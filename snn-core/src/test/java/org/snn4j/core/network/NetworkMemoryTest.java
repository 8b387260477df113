package org.snn4j.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.kernel.Nd4jKernels;
import org.snn4j.core.kernel.PlainKernels;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.Lif;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.surrogate.Triangle;

class NetworkMemoryTest {
    private static final NeuronModel NEURONS = new NeuronModel(
            new Lif(Lif.Config.DEFAULTS),
            Firing.DEFAULTS,
            new HardReset(HardReset.Config.DEFAULTS),
            new Triangle(Triangle.Config.DEFAULTS));
    private static final int SIDE = 16;
    private static final int CLASSES = 3;

    private static ConvSnn chain(String... layers) {
        return new ConvSnn(new ConvSnn.Config(
                List.of(layers),
                8,
                Normalization.Mode.MERGED,
                Normalization.Running.SHARED,
                Sharing.SHARED,
                Sharing.SHARED));
    }

    private static Network network(Architecture architecture, int steps) {
        return Network.create(
                architecture,
                InputShape.of(steps, 2, SIDE, SIDE),
                CLASSES,
                NEURONS,
                DataType.FLOAT,
                new Seeds(1),
                new PlainKernels());
    }

    private static void train(Network network, int steps, int samples, Stream... streams) {
        Map<Stream, INDArray> frames = new EnumMap<>(Stream.class);
        Map<SignalKey, INDArray> gradients = new LinkedHashMap<>();
        for (Stream stream : streams) {
            frames.put(stream, Nd4j.ones(steps, samples, 2, SIDE, SIDE));
            gradients.put(SignalKey.logits(stream), Nd4j.ones(steps, samples, CLASSES));
        }
        network.forward(frames, true);
        network.backward(gradients);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void aPlanIsWhatTrainingThenHolds(int samples) {
        int steps = 4;
        try (Network network = network(chain("4", "P", "6"), steps)) {
            train(network, steps, samples, Stream.values());
            NetworkMemory plan = network.memory(2, samples, 0);
            assertThat(network.held().arrays()).isEqualTo(plan.arrays());
            assertThat(network.held().packed()).isEqualTo(plan.packed());
        }
    }

    @Test
    void aPlanOfAResidualNetworkWithObservedSignalsHoldsToo() {
        int steps = 3;
        try (Network network =
                network(new He2024ResNet18(new He2024ResNet18.Config(4, List.of(1, 2), Sharing.PER_STREAM)), steps)) {
            network.observe(Set.of(new SignalKey(Stream.TARGET, "feature.values")));
            train(network, steps, 5, Stream.TARGET);
            assertThat(network.held().arrays())
                    .isEqualTo(network.memory(1, 5, 0).arrays());
        }
    }

    /** The outputs of both convolutions are needed until their neurons have run backward, and little else at the same time. */
    @Test
    void arraysShareMemoryDownToWhatMustBeKept() {
        long conv1 = SIDE * SIDE * 4;
        long conv2 = SIDE * SIDE * 6;
        long input = SIDE * SIDE * 2;
        int samples = 10;
        try (Network network = network(chain("4", "6"), 1)) {
            long valuesPerRow = network.memory(1, samples, 0).arrays() / Float.BYTES / samples;
            assertThat(valuesPerRow)
                    .isGreaterThanOrEqualTo(input + conv1 + 2 * conv2)
                    .isLessThan(input + conv1 + 2 * conv2 + 100 + conv1 + conv1);
        }
    }

    @Test
    void memoryIsLinearInSteps() {
        NetworkMemory four = outline(4).memory(1, 16, 2);
        NetworkMemory eight = outline(8).memory(1, 16, 2);
        NetworkMemory sixteen = outline(16).memory(1, 16, 2);
        assertThat(sixteen.arrays() - eight.arrays()).isEqualTo(2 * (eight.arrays() - four.arrays()));
        assertThat(sixteen.parameters()).isEqualTo(four.parameters());
    }

    private static NetworkOutline outline(int steps) {
        return NetworkOutline.of(chain("4", "P", "6"), InputShape.of(steps, 2, SIDE, SIDE), CLASSES, NEURONS);
    }

    private static List<Kernels> kernels() {
        return List.of(new PlainKernels(), new Nd4jKernels());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void anOutlinePlansAsTheNetworkDoes(Kernels kernels) {
        Architecture architecture = chain("4", "P", "6");
        InputShape input = InputShape.of(4, 2, SIDE, SIDE);
        NetworkOutline outline = NetworkOutline.of(architecture, input, CLASSES, NEURONS, DataType.FLOAT, kernels);
        try (Network network =
                Network.create(architecture, input, CLASSES, NEURONS, DataType.FLOAT, new Seeds(1), kernels)) {
            assertThat(outline.memory(2, 5, 2)).isEqualTo(network.memory(2, 5, 2));
            train(network, 4, 5, Stream.values());
            assertThat(network.held().arrays())
                    .isEqualTo(outline.memory(2, 5, 0).arrays());
            assertThat(network.held().packed())
                    .isEqualTo(outline.memory(2, 5, 0).packed());
        }
    }

    /** The output of the first convolution, for both streams. */
    @Test
    void theLargestArrayIsThatOfTheWidestLayer() {
        NetworkMemory memory = outline(4).memory(2, 5, 2);
        assertThat(memory.largest()).isEqualTo(2L * 4 * 5 * SIDE * SIDE * 4 * Float.BYTES);
        assertThat(memory.largestAllowed()).isEqualTo(Integer.MAX_VALUE);
    }

    /** In native memory, where nothing tells the garbage collector of it. */
    @Test
    void whatNd4jKernelsMakeForAPassIsFreedWithIt() {
        Kernels kernels = new Nd4jKernels();
        InputShape input = InputShape.of(4, 2, SIDE, SIDE);
        int samples = 256;
        try (Network network =
                Network.create(chain("16", "16"), input, CLASSES, NEURONS, DataType.FLOAT, new Seeds(1), kernels)) {
            train(network, 4, samples, Stream.TARGET);
            long planned = network.memory(1, samples, 0).kernels().offHeap();
            long before = Pointer.physicalBytes();
            for (int pass = 0; pass < 5; pass++) {
                train(network, 4, samples, Stream.TARGET);
            }
            assertThat(Pointer.physicalBytes() - before).isLessThan(planned);
        }
    }

    @Test
    void everyParameterHasItsGradientAndTheOptimizersState() {
        long statistics = 2 * 4 + 2 * 6;
        NetworkOutline outline = outline(4);
        assertThat(outline.memory(1, 1, 2).parameters())
                .isEqualTo(4 * Float.BYTES * (outline.parameterCount() + statistics));
    }
}
