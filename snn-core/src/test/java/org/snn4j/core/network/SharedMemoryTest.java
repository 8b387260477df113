package org.snn4j.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.PlainKernels;
import org.snn4j.core.layer.LayerListener;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.Plif;
import org.snn4j.core.optimize.Adam;
import org.snn4j.core.surrogate.Triangle;

/** A network whose arrays share memory and whose inputs are packed, against one where every array has memory of its own. */
class SharedMemoryTest {
    private static final int CLASSES = 3;
    private static final InputShape INPUT = InputShape.of(3, 2, 12, 12);

    private final RandomGenerator random = new Seeds(8).stream("shared memory test");

    static List<Architecture> architectures() {
        return List.of(
                new ConvSnn(new ConvSnn.Config(
                        List.of("4", "6", "P", "8"),
                        8,
                        Normalization.Mode.MERGED,
                        Normalization.Running.SHARED,
                        Sharing.PER_STREAM,
                        Sharing.PER_STREAM)),
                new He2024Vgg(new He2024Vgg.Config(List.of("4", "P", "6", "6", "P"), Sharing.PER_STREAM)),
                new He2024ResNet18(new He2024ResNet18.Config(4, List.of(1, 2), Sharing.SHARED)),
                new R2etlVggStrided(new R2etlVggStrided.Config(
                        3, List.of("4/2", "3"), 4, R2etlVggStrided.Bottleneck.AS_PUBLISHED)));
    }

    private static NetworkSpec spec(Architecture architecture) {
        NeuronModel neurons = new NeuronModel(
                new Plif(Plif.Config.DEFAULTS),
                new Firing(0.3, false),
                new HardReset(HardReset.Config.DEFAULTS),
                new Triangle(new Triangle.Config(2)));
        return new NetworkSpec(
                architecture,
                INPUT,
                CLASSES,
                neurons,
                DataType.FLOAT,
                new Seeds(1),
                new PlainKernels(),
                true,
                LayerListener.NONE);
    }

    private Map<Stream, INDArray> frames(int samples, Stream... streams) {
        Map<Stream, INDArray> frames = new EnumMap<>(Stream.class);
        for (Stream stream : streams) {
            INDArray array = Nd4j.create(DataType.FLOAT, INPUT.steps(), samples, 2, INPUT.height(), INPUT.width());
            for (long i = 0; i < array.length(); i++) {
                array.putScalar(i, random.nextInt(3));
            }
            frames.put(stream, array);
        }
        return frames;
    }

    private Map<SignalKey, INDArray> gradients(Signals signals) {
        Map<SignalKey, INDArray> gradients = new LinkedHashMap<>();
        for (SignalKey key : signals.keys()) {
            INDArray gradient = Nd4j.create(DataType.FLOAT, signals.get(key).shape());
            for (long i = 0; i < gradient.length(); i++) {
                gradient.putScalar(i, random.nextDouble() - 0.5);
            }
            gradients.put(key, gradient);
        }
        return gradients;
    }

    private static void observe(Network network, List<String> names) {
        Set<SignalKey> keys = new LinkedHashSet<>();
        names.forEach(name -> keys.add(new SignalKey(Stream.TARGET, name)));
        network.observe(keys);
    }

    private void assertSamePass(Network shared, Network own, Map<Stream, INDArray> frames) {
        Signals expected = own.forward(frames, true);
        Signals actual = shared.forward(frames, true);
        assertThat(actual.keys()).isEqualTo(expected.keys());
        Map<SignalKey, INDArray> gradients = gradients(expected);
        own.backward(gradients);
        shared.backward(gradients);
        // Signals stay readable behind the backward pass.
        for (SignalKey key : expected.keys()) {
            assertThat(actual.get(key)).as(key.toString()).isEqualTo(expected.get(key));
        }
        own.gradients()
                .forEach((name, gradient) ->
                        assertThat(shared.gradients().get(name)).as(name).isEqualTo(gradient));
        frames.keySet()
                .forEach(stream -> assertThat(shared.inputGradient(stream)).isEqualTo(own.inputGradient(stream)));
        own.update(0.01);
        shared.update(0.01);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void sharedMemoryGivesTheBitsOfMemoryOfItsOwn(Architecture architecture) {
        try (Network shared = Network.create(spec(architecture));
                Network own = Network.withMemoryOfItsOwn(spec(architecture))) {
            shared.optimizeWith(new Adam(Adam.Config.DEFAULTS));
            own.optimizeWith(new Adam(Adam.Config.DEFAULTS));
            assertSamePass(shared, own, frames(2, Stream.SOURCE, Stream.TARGET));
            assertSamePass(shared, own, frames(4, Stream.TARGET));
            List<String> all = List.copyOf(shared.signalNames());
            observe(shared, all);
            observe(own, all);
            assertSamePass(shared, own, frames(3, Stream.SOURCE, Stream.TARGET));
            Map<Stream, INDArray> test = frames(5, Stream.TARGET);
            SignalKey logits = SignalKey.logits(Stream.TARGET);
            assertThat(shared.forward(test, false).get(logits))
                    .isEqualTo(own.forward(test, false).get(logits));
            observe(shared, List.of());
            observe(own, List.of());
            assertSamePass(shared, own, frames(1, Stream.SOURCE, Stream.TARGET));
        }
    }

    @Test
    void inferenceBetweenForwardAndBackwardIsRefused() {
        try (Network network = Network.create(spec(architectures().get(0)))) {
            Map<SignalKey, INDArray> gradients = gradients(network.forward(frames(2, Stream.TARGET), true));
            network.forward(frames(2, Stream.TARGET), false);
            assertThatThrownBy(() -> network.backward(gradients))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a backward pass needs a training pass right before it");
        }
    }

    @Test
    void aSecondBackwardPassIsRefused() {
        try (Network network = Network.create(spec(architectures().get(0)))) {
            Map<SignalKey, INDArray> gradients = gradients(network.forward(frames(2, Stream.TARGET), true));
            network.backward(gradients);
            assertThatThrownBy(() -> network.backward(gradients))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a backward pass needs a training pass right before it");
        }
    }
}
