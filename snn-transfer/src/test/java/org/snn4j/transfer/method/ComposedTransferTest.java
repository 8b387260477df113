package org.snn4j.transfer.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.network.SignalShapes;
import org.snn4j.core.network.Signals;
import org.snn4j.data.FrameShape;
import org.snn4j.transfer.Mixture;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.mixing.Mixing;
import org.snn4j.transfer.mixing.NoMixing;
import org.snn4j.transfer.mixing.TimeStepMixup;
import org.snn4j.transfer.objective.CrossEntropy;
import org.snn4j.transfer.objective.Objective;
import org.snn4j.transfer.objective.ObjectiveInput;
import org.snn4j.transfer.objective.ObjectiveValue;

class ComposedTransferTest {
    private static final SignalKey SOURCE = SignalKey.logits(Stream.SOURCE);
    private static final SignalKey TARGET = SignalKey.logits(Stream.TARGET);
    private static final Set<Stream> BOTH = Set.of(Stream.SOURCE, Stream.TARGET);
    private static final Progress PROGRESS = new Progress(0, 1, 0, 1);

    /** Answers with the same value and gradients whatever it sees. */
    private record Constant(double weight, double value, Map<SignalKey, INDArray> gradients, List<ParameterSpec> specs)
            implements Objective {
        @Override
        public Set<SignalKey> reads() {
            return gradients.keySet();
        }

        @Override
        public List<ParameterSpec> parameters(SignalShapes shapes) {
            return specs;
        }

        @Override
        public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
            Map<String, INDArray> parameterGradients = new LinkedHashMap<>();
            specs.forEach(spec -> parameterGradients.put(spec.name(), Nd4j.createFromArray(value)));
            return new ObjectiveValue(value, gradients, parameterGradients);
        }
    }

    private static Constant constant(
            double weight, double value, Map<SignalKey, INDArray> gradients, ParameterSpec... specs) {
        return new Constant(weight, value, gradients, List.of(specs));
    }

    private static ObjectiveInput nothing() {
        return new ObjectiveInput(new Signals(Map.of()), new int[] {0}, new Mixture(new int[] {1}, 1), PROGRESS);
    }

    private static ComposedTransfer compose(Set<Stream> streams, Map<String, Objective> objectives) {
        return new ComposedTransfer(streams, new NoMixing(), objectives);
    }

    private static Map<String, Objective> ordered(Object... namesAndObjectives) {
        Map<String, Objective> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndObjectives.length; i += 2) {
            map.put((String) namesAndObjectives[i], (Objective) namesAndObjectives[i + 1]);
        }
        return map;
    }

    /** 0.5 * 3 + 2 * 5 = 11.5; source gradient 0.5 * (1, 2) + 2 * (10, 20) = (20.5, 41); target gradient 2 * (7, 8). */
    @Test
    void sumsValuesAndGradientsWithTheirWeights() {
        INDArray first = Nd4j.createFromArray(1.0, 2.0);
        MethodValue value = compose(
                        BOTH,
                        ordered(
                                "a", constant(0.5, 3, Map.of(SOURCE, first)),
                                "b",
                                        constant(
                                                2,
                                                5,
                                                Map.of(
                                                        SOURCE,
                                                        Nd4j.createFromArray(10.0, 20.0),
                                                        TARGET,
                                                        Nd4j.createFromArray(7.0, 8.0)))))
                .evaluate(nothing(), Parameters.none());
        assertThat(value.total()).isEqualTo(11.5);
        assertThat(value.terms()).containsExactly(Map.entry("a", 3.0), Map.entry("b", 5.0));
        assertThat(value.gradients().get(SOURCE).toDoubleVector()).containsExactly(20.5, 41);
        assertThat(value.gradients().get(TARGET).toDoubleVector()).containsExactly(14, 16);
        assertThat(first.toDoubleVector())
                .as("an objective's own array stays as it is")
                .containsExactly(1, 2);
    }

    /** The parameter that both use gets 0.5 * 3 + 2 * 5 = 11.5. */
    @Test
    void objectivesThatNameTheSameParameterShareIt() {
        ParameterSpec eta = ParameterSpec.constant("eta", 1, 1);
        ComposedTransfer method =
                compose(BOTH, ordered("a", constant(0.5, 3, Map.of(), eta), "b", constant(2, 5, Map.of(), eta)));
        assertThat(method.parameters(null)).extracting(ParameterSpec::name).containsExactly("eta");
        INDArray gradient = method.evaluate(nothing(), Parameters.none())
                .parameterGradients()
                .get("eta");
        assertThat(gradient.getDouble(0)).isEqualTo(11.5);
    }

    @Test
    void sharedParameterWithAnotherShapeOrStartIsRefused() {
        ParameterSpec eta = ParameterSpec.constant("eta", 1, 1);
        for (ParameterSpec other : List.of(ParameterSpec.constant("eta", 1, 2), ParameterSpec.constant("eta", 0, 1))) {
            ComposedTransfer method =
                    compose(BOTH, ordered("a", constant(1, 3, Map.of(), eta), "b", constant(1, 5, Map.of(), other)));
            assertThatThrownBy(() -> method.parameters(null))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("objectives.b: parameter 'eta' differs from the one of objectives.a");
        }
    }

    @Test
    void weightZeroIsTheSameAsAbsent() {
        Objective kept = new CrossEntropy(new CrossEntropy.Config(1, Stream.TARGET, Optional.empty()));
        Constant silent =
                constant(0, Double.NaN, Map.of(SOURCE, Nd4j.createFromArray(1.0)), ParameterSpec.constant("eta", 1, 1));
        ComposedTransfer with = compose(Set.of(Stream.TARGET), ordered("kept", kept, "silent", silent));
        ComposedTransfer without = compose(Set.of(Stream.TARGET), ordered("kept", kept));
        Signals signals =
                new Signals(Map.of(TARGET, Nd4j.createFromArray(new double[][][] {{{0.3, -0.2}}, {{0.1, 0.7}}})));
        ObjectiveInput input = new ObjectiveInput(signals, new int[] {1}, new Mixture(new int[] {2}, 2), PROGRESS);
        MethodValue a = with.evaluate(input, Parameters.none());
        MethodValue b = without.evaluate(input, Parameters.none());
        assertThat(with.reads()).isEqualTo(without.reads());
        assertThat(with.parameters(null)).isEmpty();
        assertThat(a.total()).isEqualTo(b.total());
        assertThat(a.terms()).isEqualTo(b.terms());
        assertThat(a.gradients().get(TARGET)).isEqualTo(b.gradients().get(TARGET));
    }

    @Test
    void everythingThatDoesNotFitTogetherIsSaidAtOnce() {
        Map<String, Objective> objectives =
                ordered("alignment", constant(1, 0, Map.of(SOURCE, Nd4j.createFromArray(1.0))));
        assertThatThrownBy(() -> new ComposedTransfer(
                        Set.of(Stream.TARGET), new TimeStepMixup(TimeStepMixup.Config.DEFAULTS), objectives))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.problems())
                        .containsExactly(
                                "mixing: needs both streams, but streams are [target]; use 'none'",
                                "objectives.alignment: reads source/logits, but streams are [target]"));
    }

    @Test
    void nothingToTrainOnIsRefused() {
        assertThatThrownBy(() -> compose(Set.of(), ordered("a", constant(0, 1, Map.of()))))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.problems())
                        .hasSize(2));
    }

    /** T = 3, N = 2, one value a frame: image n at step t shows 10 t + n, its recording 100 + 10 t + n. */
    private static Batch batch() {
        FrameShape shape = new FrameShape(3, 1, 1, 1);
        return new Batch(
                Map.of(
                        Stream.SOURCE, new Frames(shape, 2, new float[] {0, 1, 10, 11, 20, 21}),
                        Stream.TARGET, new Frames(shape, 2, new float[] {100, 101, 110, 111, 120, 121})),
                new int[] {0, 1});
    }

    @Test
    void mixedStreamShowsThePairedEventFramesFromTheGivenStepOn() {
        Mixing fromStepOneAndNever = (samples, steps, progress, random) -> new int[] {1, 3};
        Batch batch = batch();
        Prepared prepared = new ComposedTransfer(BOTH, fromStepOneAndNever, ordered("a", constant(1, 0, Map.of())))
                .prepare(batch, PROGRESS, new Seeds(1).stream("mixing"));
        assertThat(prepared.frames().get(Stream.SOURCE).values()).containsExactly(0, 1, 110, 11, 120, 21);
        assertThat(prepared.frames().get(Stream.TARGET).values()).containsExactly(100, 101, 110, 111, 120, 121);
        assertThat(prepared.mixture().ratio(0)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(prepared.mixture().ratio(1)).isZero();
        assertThat(batch.frames().get(Stream.SOURCE).values())
                .as("the batch stays as it is")
                .containsExactly(0, 1, 10, 11, 20, 21);
    }

    @Test
    void timeStepMixupOfRatioZeroEqualsNoMixing() {
        Map<String, Objective> objectives = ordered("a", constant(1, 0, Map.of()));
        Mixing ratioZero = new TimeStepMixup(new TimeStepMixup.Config(0));
        Prepared mixed = new ComposedTransfer(BOTH, ratioZero, objectives)
                .prepare(batch(), PROGRESS, new Seeds(1).stream("mixing"));
        Prepared plain = compose(BOTH, objectives).prepare(batch(), PROGRESS, new Seeds(1).stream("mixing"));
        assertThat(mixed.mixture().replaceFrom()).isEqualTo(plain.mixture().replaceFrom());
        assertThat(mixed.frames().get(Stream.SOURCE).values())
                .isEqualTo(plain.frames().get(Stream.SOURCE).values());
    }

    /** A share lies in [0, 1], so its standard deviation is at most 0.5: tolerance 4 * 0.5 / sqrt(20,000). */
    @Test
    void shareOfEventFramesIsTheExpectedRatio() {
        int samples = 20_000;
        FrameShape shape = new FrameShape(10, 1, 1, 1);
        Frames frames = new Frames(shape, samples, new float[10 * samples]);
        Batch batch = new Batch(Map.of(Stream.SOURCE, frames, Stream.TARGET, frames), new int[samples]);
        Prepared prepared = new ComposedTransfer(
                        BOTH, new TimeStepMixup(new TimeStepMixup.Config(0.3)), ordered("a", constant(1, 0, Map.of())))
                .prepare(batch, PROGRESS, new Seeds(3).stream("mixing"));
        double mean = IntStream.range(0, samples)
                .mapToDouble(prepared.mixture()::ratio)
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0.3, within(0.0142));
    }

    @Test
    void framesOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> new Frames(new FrameShape(3, 1, 1, 1), 2, new float[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("frames have 5 values, must have 2 x 3");
    }
}
