package org.snn4j.core.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.Seeds;
import org.snn4j.core.surrogate.Sigmoid;
import org.snn4j.core.surrogate.Triangle;

/** Neurons that know more than their potential, resets that wait, neurons without spikes: by hand and against central differences. */
class StatefulNeuronsTest {
    private static final double EXACT = 1e-14;
    private static final Reset HARD = new HardReset(HardReset.Config.DEFAULTS);
    private static final int STEPS = 5;

    private static Population population(Neuron neuron, double threshold, Reset reset) {
        return new Population(
                new NeuronModel(neuron, new Firing(threshold, false), reset, new Triangle(Triangle.Config.DEFAULTS)));
    }

    private static INDArray column(double... values) {
        return Nd4j.createFromArray(values).reshape(values.length, 1);
    }

    private static INDArray constant(double x, int steps) {
        return Nd4j.valueArrayOf(new long[] {steps, 1}, x, DataType.DOUBLE);
    }

    private static void assertTrace(INDArray values, double... expected) {
        assertThat(values.dup('c').data().asDouble()).containsExactly(expected, within(EXACT));
    }

    /** No leak, rho = 1/2, beta = 2, threshold 1, x = 1.25; a: 0, 0.5, 0.25, 0.625, 0.3125; thresholds: 1, 2, 1.5, 2.25, 1.625. */
    @Test
    void adaptationRaisesTheThresholdAfterEachSpike() {
        Neuron neuron = new AdaptiveLif(new AdaptiveLif.Config(1, 0.5, 2));
        Population.Trace trace = population(neuron, 1, HARD).forward(constant(1.25, 5));
        assertTrace(trace.beforeReset(), 1.25, 1.25, 2.5, 1.25, 2.5);
        assertTrace(trace.thresholds(), 1, 2, 1.5, 2.25, 1.625);
        assertTrace(trace.spikes(), 1, 0, 1, 0, 1);
    }

    /** One pulse: i = 1, 1/2, 1/4, 1/8. */
    @Test
    void synapticCurrentReachesTheMembraneAtOnceOrAStepLater() {
        INDArray pulse = column(1, 0, 0, 0);
        Neuron immediate = new CurrentLif(new CurrentLif.Config(0.5, 0.5, 1, CurrentLif.Input.IMMEDIATE));
        Neuron delayed = new CurrentLif(new CurrentLif.Config(0.5, 0.5, 1, CurrentLif.Input.DELAYED));
        Population.Trace now = population(immediate, 10, HARD).forward(pulse);
        assertTrace(now.states().get(0), 1, 0.5, 0.25, 0.125);
        assertTrace(now.beforeReset(), 1, 1, 0.75, 0.5);
        assertTrace(population(delayed, 10, HARD).forward(pulse).beforeReset(), 0, 1, 1, 0.75);
    }

    @Test
    void neuronsWithoutTheirSpecialtyAreDecayLif() {
        INDArray x = random("x", STEPS, 4);
        Neuron decay = new DecayLif(new DecayLif.Config(0.6, 0));
        List<Neuron> same = List.of(
                new AdaptiveLif(new AdaptiveLif.Config(0.6, 0.9, 0)),
                new CurrentLif(new CurrentLif.Config(0.6, 0, 1, CurrentLif.Input.IMMEDIATE)),
                new ThresholdLif(new ThresholdLif.Config(0.6, 1)));
        INDArray weights = random("weights", STEPS, 4);
        for (Reset reset : resets()) {
            Population expected = population(decay, 0.5, reset);
            Population.Trace trace = expected.forward(x);
            INDArray gradient = expected.backward(trace, Population.Upstream.ofSpikes(weights))
                    .input();
            assertThat(trace.spikes().sumNumber().doubleValue()).isPositive();
            for (Neuron neuron : same) {
                Population other = population(neuron, 0.5, reset);
                Population.Trace otherTrace = other.forward(x, start(neuron));
                assertThat(otherTrace.spikes()).isEqualTo(trace.spikes());
                assertThat(otherTrace.afterReset().distance2(trace.afterReset()))
                        .isLessThan(EXACT);
                assertThat(other.backward(otherTrace, Population.Upstream.ofSpikes(weights))
                                .input()
                                .distance2(gradient))
                        .isLessThan(EXACT);
            }
        }
    }

    @Test
    void learnedRiseIsAHigherThreshold() {
        INDArray x = random("x", STEPS, 4);
        ThresholdLif neuron = new ThresholdLif(new ThresholdLif.Config(0.6, 1));
        Parameters raised = new Parameters(
                Map.of(ThresholdLif.DECAY, Nd4j.createFromArray(0.6), ThresholdLif.RISE, Nd4j.createFromArray(0.25)));
        for (Reset reset : resets()) {
            assertThat(population(neuron, 0.5, reset).forward(x, raised).afterReset())
                    .isEqualTo(population(neuron, 0.75, reset)
                            .forward(x, start(neuron))
                            .afterReset());
        }
    }

    /** W = (1, 0; 1/2, 2), B = (-1, -1/4): inputs (1, 1/8) give (0, 1/2), inputs (1/2, -1/4) give (-1/2, -1/2). */
    @Test
    void parallelNeuronIsAMatrixOverTime() {
        Parameters parameters = new Parameters(Map.of(
                ParallelNeuron.WEIGHT,
                Nd4j.createFromArray(new double[][] {{1, 0}, {0.5, 2}}),
                ParallelNeuron.BIAS,
                Nd4j.createFromArray(-1.0, -0.25)));
        Population population = new Population(new NeuronModel(
                new ParallelNeuron(), new Firing(0, true), HARD, new Triangle(Triangle.Config.DEFAULTS)));
        INDArray x = Nd4j.createFromArray(new double[][] {{1, 0.5}, {0.125, -0.25}});
        Population.Trace trace = population.forward(x, parameters);
        assertTrace(trace.beforeReset(), 0, -0.5, 0.5, -0.5);
        assertTrace(trace.spikes(), 1, 0, 1, 0);
    }

    /** No leak, threshold 1, x = 0.75. */
    @Test
    void delayedResetActsAfterTheNextCharge() {
        INDArray x = constant(0.75, 5);
        Population.Trace trace =
                population(new IfNeuron(), 1, new DelayedReset()).forward(x);
        assertTrace(trace.afterReset(), 0.75, 1.5, 1.25, 1, 1.75);
        assertTrace(trace.spikes(), 0, 1, 1, 0, 1);
    }

    @Test
    void withoutResetASpikeLeavesThePotential() {
        Population.Trace trace = population(new IfNeuron(), 1, new NoReset()).forward(constant(0.75, 4));
        assertTrace(trace.afterReset(), 0.75, 1.5, 2.25, 3);
        assertTrace(trace.spikes(), 0, 1, 1, 1);
    }

    @Test
    void rectifierGivesThePositivePartOfEachStep() {
        Population population = population(new ReluNeuron(), 0.5, HARD);
        Population.Trace trace = population.forward(column(-1, 0.25, 3));
        assertTrace(trace.spikes(), 0, 0.25, 3);
        INDArray gradient = population
                .backward(trace, Population.Upstream.ofSpikes(column(5, 7, 11)))
                .input();
        assertTrace(gradient, 0, 7, 11);
    }

    private static List<Reset> resets() {
        return List.of(
                new HardReset(new HardReset.Config(0, false)),
                HARD,
                new SoftReset(new SoftReset.Config(false)),
                new SoftReset(new SoftReset.Config(true)));
    }

    static Stream<Arguments> models() {
        Reset hard = new HardReset(new HardReset.Config(-0.25, false));
        Reset soft = new SoftReset(new SoftReset.Config(false));
        return Stream.of(
                        new AdaptiveLif(new AdaptiveLif.Config(0.7, 0.6, 1.5)),
                        new CurrentLif(new CurrentLif.Config(0.7, 0.4, 0.8, CurrentLif.Input.IMMEDIATE)),
                        new CurrentLif(new CurrentLif.Config(0.7, 0.4, 0.8, CurrentLif.Input.DELAYED)),
                        new ThresholdLif(new ThresholdLif.Config(0.7, 0.9)),
                        new ParallelNeuron(),
                        new ReluNeuron())
                .flatMap(neuron -> Stream.of(hard, soft, new NoReset()).map(reset -> Arguments.of(neuron, reset)));
    }

    /** The surrogate's primitive as forward: then the backward pass is exact, and agrees with central differences. */
    @ParameterizedTest
    @MethodSource("models")
    void backwardAgreesWithCentralDifferencesOfTheSmoothPopulation(Neuron neuron, Reset reset) {
        Population smooth = SmoothPopulation.of(
                new NeuronModel(neuron, new Firing(0.5, false), reset, new Sigmoid(new Sigmoid.Config(3))));
        INDArray x = random("x", STEPS, 2);
        INDArray start = random("start", 2);
        Parameters parameters = start(neuron);
        Population.Upstream weights = new Population.Upstream(
                random("spikes", STEPS, 2), random("before", STEPS, 2), random("after", STEPS, 2));
        Population.Gradient gradient = smooth.backward(smooth.forward(x, start, parameters), weights);

        assertGradient(gradient.input(), x, a -> loss(smooth.forward(a, start, parameters), weights));
        assertGradient(gradient.start(), start, a -> loss(smooth.forward(x, a, parameters), weights));
        assertThat(gradient.parameters().keySet()).isEqualTo(parameters.names());
        for (String name : parameters.names()) {
            assertGradient(gradient.parameters().get(name), parameters.get(name), a -> {
                Map<String, INDArray> changed = new LinkedHashMap<>();
                parameters.names().forEach(n -> changed.put(n, n.equals(name) ? a : parameters.get(n)));
                return loss(smooth.forward(x, start, new Parameters(changed)), weights);
            });
        }
    }

    private static Parameters start(Neuron neuron) {
        Map<String, INDArray> values = new LinkedHashMap<>();
        for (ParameterSpec spec : neuron.parameters(STEPS)) {
            double[] drawn = new double[(int) spec.length()];
            RandomGenerator random = new Seeds(1).stream(spec.name());
            Arrays.setAll(drawn, i -> spec.start().draw(random));
            values.put(spec.name(), Nd4j.createFromArray(drawn).reshape(spec.shape()));
        }
        return new Parameters(values);
    }

    private static double loss(Population.Trace trace, Population.Upstream weights) {
        return trace.spikes().mul(weights.spikes()).sumNumber().doubleValue()
                + trace.beforeReset().mul(weights.beforeReset()).sumNumber().doubleValue()
                + trace.afterReset().mul(weights.afterReset()).sumNumber().doubleValue();
    }

    private static void assertGradient(INDArray gradient, INDArray at, ToDoubleFunction<INDArray> loss) {
        double step = 1e-5;
        assertThat(gradient.shape()).containsExactly(at.shape());
        for (long i = 0; i < at.length(); i++) {
            INDArray up = at.dup();
            INDArray down = at.dup();
            up.putScalar(i, at.getDouble(i) + step);
            down.putScalar(i, at.getDouble(i) - step);
            double expected = (loss.applyAsDouble(up) - loss.applyAsDouble(down)) / (2 * step);
            assertThat(gradient.getDouble(i)).isEqualTo(expected, within(1e-8 * (1 + Math.abs(expected))));
        }
    }

    private static INDArray random(String stream, long... shape) {
        int length = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return Nd4j.createFromArray(
                        new Seeds(3).stream(stream).doubles(length, -0.5, 1.5).toArray())
                .reshape(shape);
    }
}
