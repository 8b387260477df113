package org.snn4j.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.inject.Registered;
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.kernel.Nd4jKernels;
import org.snn4j.core.kernel.PlainKernels;
import org.snn4j.core.layer.LayerListener;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.neuron.AdaptiveLif;
import org.snn4j.core.neuron.CurrentLif;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.Lif;
import org.snn4j.core.neuron.Neuron;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.ParallelNeuron;
import org.snn4j.core.neuron.ReluNeuron;
import org.snn4j.core.neuron.ThresholdLif;
import org.snn4j.core.surrogate.Sigmoid;

/** ANN twins, networks whose neurons are rectifiers, and networks of neurons that no fused kernel knows. */
class TwinTest {
    private static final int CLASSES = 3;
    private static final SignalKey LOGITS = SignalKey.logits(Stream.TARGET);

    private final RandomGenerator random = new Seeds(4).stream("twin test");

    private static NeuronModel model(Neuron neuron) {
        return new NeuronModel(
                neuron,
                new Firing(0.5, false),
                new HardReset(HardReset.Config.DEFAULTS),
                new Sigmoid(new Sigmoid.Config(1)));
    }

    private static Architecture small() {
        return new ConvSnn(new ConvSnn.Config(
                List.of("4", "P", "6"),
                8,
                Normalization.Mode.MERGED,
                Normalization.Running.SHARED,
                Sharing.SHARED,
                Sharing.SHARED));
    }

    private static Network network(Neuron neuron, int steps, DataType precision, Kernels kernels) {
        return Network.create(new NetworkSpec(
                small(),
                InputShape.of(steps, 2, 8, 8),
                CLASSES,
                model(neuron),
                precision,
                new Seeds(1),
                kernels,
                false,
                LayerListener.NONE));
    }

    private INDArray normal(DataType precision, long... shape) {
        INDArray values = Nd4j.create(precision, shape);
        for (long i = 0; i < values.length(); i++) {
            values.putScalar(i, random.nextGaussian());
        }
        return values;
    }

    @TestFactory
    java.util.stream.Stream<DynamicTest> twinHasTheWeightsOfItsNetwork() {
        return Registered.fromDefaults(Architecture.class).entrySet().stream()
                .map(e -> dynamicTest(e.getKey(), () -> assertThat(weights(e.getValue(), new ReluNeuron(), 1))
                        .isEqualTo(weights(e.getValue(), new Lif(Lif.Config.DEFAULTS), 10))));
    }

    private static Map<String, List<Long>> weights(Architecture architecture, Neuron neuron, int steps) {
        Map<String, List<Long>> shapes = new TreeMap<>();
        NetworkOutline.of(architecture, InputShape.of(steps, 2, 48, 48), CLASSES, model(neuron))
                .operators()
                .forEach((layer, operator) -> operator.parameters()
                        .forEach(spec -> shapes.put(
                                layer + "." + spec.name(),
                                Arrays.stream(spec.shape()).boxed().toList())));
        assertThat(shapes).isNotEmpty();
        return shapes;
    }

    @Test
    void gradientsOfATwinAgreeWithCentralDifferences() {
        try (Network network = network(new ReluNeuron(), 1, DataType.DOUBLE, new Nd4jKernels())) {
            INDArray frames = normal(DataType.DOUBLE, 1, 4, 2, 8, 8);
            Map<Stream, INDArray> input = Map.of(Stream.TARGET, frames);
            INDArray weights = normal(
                    DataType.DOUBLE, network.forward(input, true).get(LOGITS).shape());
            network.backward(Map.of(LOGITS, weights));
            Map<String, INDArray> gradients = new LinkedHashMap<>();
            network.gradients().forEach((name, gradient) -> gradients.put(name, gradient.dup()));
            gradients.forEach((name, gradient) -> {
                INDArray value = network.state().get(name);
                INDArray direction = normal(DataType.DOUBLE, gradient.shape());
                double step = 1e-7;
                value.addi(direction.mul(step));
                double up = loss(network, input, weights);
                value.subi(direction.mul(2 * step));
                double down = loss(network, input, weights);
                value.addi(direction.mul(step));
                double expected = (up - down) / (2 * step);
                assertThat(gradient.mul(direction).sumNumber().doubleValue())
                        .as(name)
                        .isEqualTo(expected, within(1e-5 * (1 + Math.abs(expected))));
            });
        }
    }

    private static double loss(Network network, Map<Stream, INDArray> input, INDArray weights) {
        return network.forward(input, true).get(LOGITS).mul(weights).sumNumber().doubleValue();
    }

    @Test
    void twinHasNoSpikeRates() {
        try (Network network = network(new ReluNeuron(), 1, DataType.FLOAT, new PlainKernels())) {
            network.forward(Map.of(Stream.TARGET, normal(DataType.FLOAT, 1, 4, 2, 8, 8)), true);
            assertThat(network.spikeRates()).isEmpty();
        }
    }

    @TestFactory
    java.util.stream.Stream<DynamicTest> bothKernelsGiveTheSameGradients() {
        Map<String, Neuron> neurons = Map.of(
                "relu", new ReluNeuron(),
                "adaptive", new AdaptiveLif(AdaptiveLif.Config.DEFAULTS),
                "current", new CurrentLif(CurrentLif.Config.DEFAULTS),
                "threshold", new ThresholdLif(ThresholdLif.Config.DEFAULTS),
                "parallel", new ParallelNeuron());
        return neurons.entrySet().stream().map(e -> dynamicTest(e.getKey(), () -> sameGradients(e.getValue())));
    }

    private void sameGradients(Neuron neuron) {
        int steps = 3;
        Map<Stream, INDArray> frames = new LinkedHashMap<>();
        for (Stream stream : Stream.values()) {
            frames.put(stream, normal(DataType.FLOAT, steps, 4, 2, 8, 8));
        }
        try (Network one = network(neuron, steps, DataType.FLOAT, new Nd4jKernels());
                Network two = network(neuron, steps, DataType.FLOAT, new PlainKernels())) {
            INDArray expected = one.forward(frames, true).get(LOGITS);
            INDArray weights = normal(DataType.FLOAT, expected.shape());
            assertThat(two.forward(frames, true).get(LOGITS).equalsWithEps(expected, 1e-4))
                    .isTrue();
            one.backward(Map.of(LOGITS, weights));
            two.backward(Map.of(LOGITS, weights));
            Map<String, INDArray> gradients = two.gradients();
            one.gradients()
                    .forEach((name, gradient) -> assertThat(gradients.get(name).equalsWithEps(gradient, 2e-3))
                            .as(name)
                            .isTrue());
            assertThat(gradients.get("conv1.weight").normmaxNumber().doubleValue())
                    .isPositive();
        }
    }
}
