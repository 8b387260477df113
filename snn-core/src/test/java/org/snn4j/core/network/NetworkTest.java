package org.snn4j.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
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
import org.snn4j.core.optimize.Adam;
import org.snn4j.core.surrogate.Triangle;

class NetworkTest {
    private static final int STEPS = 3;
    private static final int SAMPLES = 4;
    private static final int CLASSES = 3;
    private static final SignalKey FEATURE = new SignalKey(Stream.TARGET, "feature.after-reset");

    private final RandomGenerator random = new Seeds(3).stream("network test");

    private static NeuronModel neurons() {
        return new NeuronModel(
                new Lif(Lif.Config.DEFAULTS),
                new Firing(0.5, false),
                new HardReset(HardReset.Config.DEFAULTS),
                new Triangle(new Triangle.Config(2.0)));
    }

    private static Network network(Kernels kernels, DataType precision, Normalization.Mode mode, Sharing head) {
        ConvSnn small = new ConvSnn(new ConvSnn.Config(
                List.of("4", "P", "6"), 8, mode, Normalization.Running.SHARED, Sharing.SHARED, head));
        return Network.create(
                small, InputShape.of(STEPS, 2, 8, 8), CLASSES, neurons(), precision, new Seeds(1), kernels);
    }

    private INDArray frames(DataType precision) {
        INDArray frames = Nd4j.create(precision, STEPS, SAMPLES, 2, 8, 8);
        for (long i = 0; i < frames.length(); i++) {
            frames.putScalar(i, random.nextInt(3));
        }
        return frames;
    }

    private Map<Stream, INDArray> both(DataType precision) {
        Map<Stream, INDArray> streams = new EnumMap<>(Stream.class);
        streams.put(Stream.SOURCE, frames(precision));
        streams.put(Stream.TARGET, frames(precision));
        return streams;
    }

    private INDArray weights(INDArray like) {
        INDArray weights = like.ulike();
        for (long i = 0; i < weights.length(); i++) {
            weights.putScalar(i, random.nextDouble() - 0.5);
        }
        return weights;
    }

    @Test
    void plainKernelsGiveTheGradientsOfNd4jKernels() {
        for (Normalization.Mode mode : Normalization.Mode.values()) {
            Map<Stream, INDArray> frames = both(DataType.FLOAT);
            try (Network one = network(new Nd4jKernels(), DataType.FLOAT, mode, Sharing.PER_STREAM);
                    Network two = network(new PlainKernels(), DataType.FLOAT, mode, Sharing.PER_STREAM)) {
                one.observe(Set.of(FEATURE));
                two.observe(Set.of(FEATURE));
                Signals expected = one.forward(frames, true);
                Signals actual = two.forward(frames, true);
                SignalKey logits = SignalKey.logits(Stream.SOURCE);
                assertThat(actual.get(logits).equalsWithEps(expected.get(logits), 1e-4))
                        .as("logits, " + mode)
                        .isTrue();
                INDArray g1 = weights(expected.get(logits));
                INDArray g2 = weights(expected.get(FEATURE));
                one.backward(Map.of(logits, g1, FEATURE, g2));
                two.backward(Map.of(logits, g1, FEATURE, g2));
                one.gradients().forEach((name, gradient) -> assertThat(
                                two.gradients().get(name).equalsWithEps(gradient, 2e-3))
                        .as(name + ", " + mode)
                        .isTrue());
            }
        }
    }

    /** Spikes that somebody taps are written; else the neurons in front of a pooling write the means alone. */
    @Test
    void tappedSpikesChangeNeitherLogitsNorGradientsNorRates() {
        SignalKey spikes = new SignalKey(Stream.TARGET, "encoding.spikes");
        SignalKey logits = SignalKey.logits(Stream.TARGET);
        Map<Stream, INDArray> frames = both(DataType.FLOAT);
        Normalization.Mode mode = Normalization.Mode.MERGED;
        try (Network tapped = network(new PlainKernels(), DataType.FLOAT, mode, Sharing.SHARED);
                Network pooling = network(new PlainKernels(), DataType.FLOAT, mode, Sharing.SHARED)) {
            long withoutSpikes = tapped.memory(2, SAMPLES, 0).arrays();
            tapped.observe(Set.of(spikes));
            assertThat(tapped.memory(2, SAMPLES, 0).arrays()).isGreaterThan(withoutSpikes);
            Signals expected = tapped.forward(frames, true);
            Signals actual = pooling.forward(frames, true);
            assertThat(actual.get(logits)).isEqualTo(expected.get(logits));
            assertThat(pooling.spikeRates()).isEqualTo(tapped.spikeRates());
            INDArray seen = expected.get(spikes);
            assertThat(seen.sumNumber().doubleValue())
                    .isGreaterThan(0)
                    .isCloseTo(seen.length() * tapped.spikeRates().get("spike1").get(Stream.TARGET), within(1e-3));
            INDArray upstream = weights(expected.get(logits));
            tapped.backward(Map.of(logits, upstream));
            pooling.backward(Map.of(logits, upstream));
            tapped.gradients().forEach((name, gradient) -> assertThat(
                            pooling.gradients().get(name).equalsWithEps(gradient, 1e-5))
                    .as(name)
                    .isTrue());
            pooling.observe(Set.of(spikes));
            assertThat(pooling.forward(frames, true).get(spikes))
                    .isEqualTo(tapped.forward(frames, true).get(spikes));
            INDArray pull = weights(seen);
            tapped.backward(Map.of(spikes, pull));
            pooling.backward(Map.of(spikes, pull));
            INDArray first = pooling.gradients().get("conv1.weight");
            assertThat(first).isEqualTo(tapped.gradients().get("conv1.weight"));
            assertThat(first.normmaxNumber().doubleValue()).isGreaterThan(0);
        }
    }

    @Test
    void aHeadOfTheTargetAloneStartsLikeASharedHead() {
        try (Network shared = network(new PlainKernels(), DataType.FLOAT, Normalization.Mode.MERGED, Sharing.SHARED);
                Network own =
                        network(new PlainKernels(), DataType.FLOAT, Normalization.Mode.MERGED, Sharing.PER_STREAM)) {
            INDArray expected = shared.state().get("head.weight");
            assertThat(own.state().get("head.target.weight")).isEqualTo(expected);
            assertThat(own.state().get("head.source.weight")).isNotEqualTo(expected);
        }
    }

    @Test
    void twoStackedStreamsEqualTwoPasses() {
        Map<Stream, INDArray> frames = both(DataType.DOUBLE);
        try (Network network =
                network(new Nd4jKernels(), DataType.DOUBLE, Normalization.Mode.PER_STEP, Sharing.PER_STREAM)) {
            INDArray stacked = network.forward(frames, true)
                    .get(SignalKey.logits(Stream.TARGET))
                    .dup();
            INDArray alone = network.forward(Map.of(Stream.TARGET, frames.get(Stream.TARGET)), true)
                    .get(SignalKey.logits(Stream.TARGET));
            assertThat(alone.equalsWithEps(stacked, 1e-12)).isTrue();
        }
    }

    @Test
    void aLayerThatStreamsShareNeedsAsManyChannelsOfEach() {
        InputShape colour = new InputShape(STEPS, Map.of(Stream.SOURCE, 3, Stream.TARGET, 2), 8, 8);
        for (Sharing encoding : Sharing.values()) {
            ConvSnn small = new ConvSnn(new ConvSnn.Config(
                    List.of("4"), 8, Normalization.Mode.NONE, Normalization.Running.SHARED, encoding, Sharing.SHARED));
            if (encoding == Sharing.PER_STREAM) {
                Network.create(small, colour, CLASSES, neurons(), DataType.FLOAT, new Seeds(1), new PlainKernels())
                        .close();
            } else {
                assertThatThrownBy(() -> Network.create(
                                small, colour, CLASSES, neurons(), DataType.FLOAT, new Seeds(1), new PlainKernels()))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("is shared by streams of {SOURCE=3, TARGET=2} channels");
            }
        }
    }

    @Test
    void aFewStepsOfAdamReduceTheLoss() {
        Map<Stream, INDArray> frames = Map.of(Stream.TARGET, frames(DataType.FLOAT));
        SignalKey key = SignalKey.logits(Stream.TARGET);
        try (Network network = network(new PlainKernels(), DataType.FLOAT, Normalization.Mode.MERGED, Sharing.SHARED)) {
            network.optimizeWith(new Adam(Adam.Config.DEFAULTS));
            INDArray target = weights(network.forward(frames, true).get(key));
            double first = 0;
            double last = 0;
            for (int i = 0; i < 40; i++) {
                INDArray difference = network.forward(frames, true).get(key).sub(target);
                last = difference.norm2Number().doubleValue();
                first = i == 0 ? last : first;
                network.backward(Map.of(key, difference));
                network.update(0.01);
            }
            assertThat(last).isLessThan(0.7 * first);
        }
    }

    @Test
    void headsOfAbsentStreamsGetNoGradient() {
        try (Network network =
                network(new PlainKernels(), DataType.FLOAT, Normalization.Mode.MERGED, Sharing.PER_STREAM)) {
            SignalKey key = SignalKey.logits(Stream.TARGET);
            Signals signals = network.forward(Map.of(Stream.TARGET, frames(DataType.FLOAT)), true);
            network.backward(Map.of(key, weights(signals.get(key))));
            assertThat(network.gradients()
                            .get("head.source.bias")
                            .normmaxNumber()
                            .doubleValue())
                    .isZero();
            assertThat(network.gradients()
                            .get("head.target.bias")
                            .normmaxNumber()
                            .doubleValue())
                    .isPositive();
        }
    }

    @Test
    void evaluationUsesAndKeepsTheRunningStatistics() {
        Map<Stream, INDArray> frames = Map.of(Stream.TARGET, frames(DataType.FLOAT));
        try (Network network = network(new PlainKernels(), DataType.FLOAT, Normalization.Mode.MERGED, Sharing.SHARED)) {
            INDArray mean = network.state().get("spike1.running-mean");
            INDArray before = mean.dup();
            network.forward(frames, false);
            assertThat(mean).isEqualTo(before);
            network.forward(frames, true);
            assertThat(mean).isNotEqualTo(before);
        }
    }

    @Test
    void observedPotentialsAreCountedInTheMemoryOfAStep() {
        try (Network network = network(new PlainKernels(), DataType.FLOAT, Normalization.Mode.MERGED, Sharing.SHARED)) {
            long without = network.memory(2, SAMPLES, 0).offHeap();
            network.observe(Set.of(FEATURE));
            int hidden = 8;
            int rowsPerStream = STEPS * SAMPLES;
            int valuesOfBothStreams = 2 * rowsPerStream * hidden;
            int arraysOfTheObjectives = 4 * rowsPerStream * hidden;
            assertThat(network.memory(2, SAMPLES, 0).offHeap() - without)
                    .isEqualTo((valuesOfBothStreams + arraysOfTheObjectives) * (long) Float.BYTES);
        }
    }

    @Test
    void runningStatisticsPerStreamLeaveTheOtherStreamAlone() {
        ConvSnn.Config config = new ConvSnn.Config(
                List.of("4", "P"),
                8,
                Normalization.Mode.MERGED,
                Normalization.Running.PER_STREAM,
                Sharing.SHARED,
                Sharing.SHARED);
        try (Network network = Network.create(
                new ConvSnn(config),
                InputShape.of(STEPS, 2, 8, 8),
                CLASSES,
                neurons(),
                DataType.FLOAT,
                new Seeds(1),
                new PlainKernels())) {
            network.forward(Map.of(Stream.TARGET, frames(DataType.FLOAT)), true);
            assertThat(network.state()
                            .get("spike1.source.running-mean")
                            .normmaxNumber()
                            .doubleValue())
                    .isZero();
            assertThat(network.state()
                            .get("spike1.target.running-mean")
                            .normmaxNumber()
                            .doubleValue())
                    .isPositive();
            assertThat(network.state()).containsKey("spike1.weight").doesNotContainKey("spike1.running-mean");
        }
    }

    @Test
    void sameSeedGivesTheSameWeightsAndNamedStreamsDiffer() {
        try (Network one = network(new PlainKernels(), DataType.FLOAT, Normalization.Mode.MERGED, Sharing.PER_STREAM);
                Network two =
                        network(new Nd4jKernels(), DataType.FLOAT, Normalization.Mode.MERGED, Sharing.PER_STREAM)) {
            one.state()
                    .forEach((name, value) ->
                            assertThat(two.state().get(name)).as(name).isEqualTo(value));
            assertThat(one.state().get("head.source.weight"))
                    .isNotEqualTo(one.state().get("head.target.weight"));
        }
    }

    @Test
    void unknownSignalsAndShapesAreRefusedWithWhatIsKnown() {
        try (Network network = network(new PlainKernels(), DataType.FLOAT, Normalization.Mode.MERGED, Sharing.SHARED)) {
            assertThatThrownBy(() -> network.observe(Set.of(new SignalKey(Stream.TARGET, "feature.spike"))))
                    .hasMessageContaining("feature.spike")
                    .hasMessageContaining("feature.spikes");
            assertThatThrownBy(() -> network.forward(Map.of(Stream.TARGET, Nd4j.create(2, 4, 2, 8, 8)), true))
                    .hasMessageContaining("[2, 4, 2, 8, 8]")
                    .hasMessageContaining("[3, 4, 2, 8, 8]");
        }
    }

    /** Layers of 80, 228, 448, 592 and 330 values: ND4J's indexing loses the second half of the third one's optimizer state. */
    @Test
    void spikeRatesFollowTheOrderOfStreams() {
        try (Network network = network(new PlainKernels(), DataType.FLOAT, Normalization.Mode.MERGED, Sharing.SHARED)) {
            network.forward(both(DataType.FLOAT), true);
            assertThat(network.spikeRates().values())
                    .allSatisfy(rates -> assertThat(rates.keySet()).containsExactly(Stream.values()));
        }
    }

    @Test
    void firstStepOfAdamMovesEveryLayerByTheRate() {
        double rate = 1e-3;
        He2024Vgg vgg = new He2024Vgg(new He2024Vgg.Config(List.of("4", "6", "P", "8", "8", "P"), Sharing.PER_STREAM));
        try (Network network = Network.create(
                vgg,
                InputShape.of(STEPS, 2, 8, 8),
                CLASSES,
                neurons(),
                DataType.DOUBLE,
                new Seeds(1),
                new Nd4jKernels())) {
            network.optimizeWith(new Adam(Adam.Config.DEFAULTS));
            Signals signals = network.forward(both(DataType.DOUBLE), true);
            Map<SignalKey, INDArray> gradients = new LinkedHashMap<>();
            for (Stream stream : Stream.values()) {
                gradients.put(SignalKey.logits(stream), weights(signals.get(SignalKey.logits(stream))));
            }
            network.backward(gradients);
            Map<String, INDArray> before = new LinkedHashMap<>();
            network.gradients()
                    .keySet()
                    .forEach(name -> before.put(name, network.state().get(name).dup()));
            network.update(rate);
            before.forEach((name, start) -> assertThat(
                            network.state().get(name).sub(start).amaxNumber().doubleValue())
                    .as(name)
                    .isEqualTo(rate, within(1e-3 * rate)));
        }
    }

    @Test
    void inputGradientsAreThereOnlyIfAskedFor() {
        try (Network network = network(new PlainKernels(), DataType.FLOAT, Normalization.Mode.MERGED, Sharing.SHARED)) {
            assertThatThrownBy(() -> network.inputGradient(Stream.TARGET))
                    .hasMessageContaining("built without input gradients");
        }
    }

    @Test
    void parametersOfANetworkThatIsNotBuiltAreThoseOfTheBuiltOne() {
        ConvSnn small = new ConvSnn(new ConvSnn.Config(
                List.of("4", "P", "6"),
                8,
                Normalization.Mode.MERGED,
                Normalization.Running.SHARED,
                Sharing.SHARED,
                Sharing.PER_STREAM));
        long expected = (4 * 2 * 9 + 2 * 4) + (6 * 4 * 9 + 2 * 6) + (4 * 4 * 6 * 8 + 8) + 2 * (8 * CLASSES + CLASSES);
        assertThat(NetworkOutline.of(small, InputShape.of(STEPS, 2, 8, 8), CLASSES, neurons())
                        .parameterCount())
                .isEqualTo(expected);
        try (Network network =
                network(new PlainKernels(), DataType.FLOAT, Normalization.Mode.MERGED, Sharing.PER_STREAM)) {
            assertThat(network.parameterCount()).isEqualTo(expected);
        }
    }

    @Test
    void layerThatDoesNotFitIsNamed() {
        ConvSnn.Config defaults = ConvSnn.Config.DEFAULTS;
        ConvSnn deep = new ConvSnn(new ConvSnn.Config(
                List.of("4", "P", "4", "P", "4", "P", "4", "P"),
                8,
                defaults.normalization(),
                defaults.statistics(),
                defaults.encoding(),
                defaults.head()));
        assertThatThrownBy(() -> NetworkOutline.of(deep, InputShape.of(STEPS, 2, 8, 8), CLASSES, neurons()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer 'pool4': a pooling of 2x2 does not fit a map of 1x1");
    }

    @Test
    void signalThatANetworkDoesNotHaveIsNamedWithTheNearestItHas() {
        NetworkOutline outline = NetworkOutline.of(
                new ConvSnn(ConvSnn.Config.DEFAULTS), InputShape.of(STEPS, 2, 8, 8), CLASSES, neurons());
        assertThatThrownBy(() -> outline.observe(Set.of(new SignalKey(Stream.TARGET, "feature.after-rest"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'feature.after-rest'", "did you mean 'feature.after-reset'?");
    }

    @Test
    void heVggHasTheAuthorsParameterCountWithoutStepCoefficientsAndFrozenOnes() {
        int stepCoefficients = 10;
        int frozenThresholdsAndWidths = 16;
        long count = NetworkOutline.of(
                        new He2024Vgg(He2024Vgg.Config.DEFAULTS), InputShape.of(10, 2, 48, 48), 101, neurons())
                .parameterCount();
        assertThat(count + stepCoefficients + frozenThresholdsAndWidths).isEqualTo(10_153_700);
    }
}
