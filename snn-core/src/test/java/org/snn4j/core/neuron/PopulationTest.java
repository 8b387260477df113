package org.snn4j.core.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Parameters;
import org.snn4j.core.Seeds;
import org.snn4j.core.surrogate.Sigmoid;
import org.snn4j.core.surrogate.SurrogateGradient;
import org.snn4j.core.surrogate.Triangle;

class PopulationTest {
    private static final double EXACT = 1e-14;
    private static final Reset HARD = new HardReset(HardReset.Config.DEFAULTS);
    private static final Reset SOFT = new SoftReset(SoftReset.Config.DEFAULTS);
    private static final Neuron LIF = new Lif(Lif.Config.DEFAULTS);
    private static final Neuron IF = new IfNeuron();
    private static final SurrogateGradient TRIANGLE = new Triangle(new Triangle.Config(1));

    private static Population population(Neuron neuron, double threshold, Reset reset) {
        return new Population(new NeuronModel(neuron, new Firing(threshold, false), reset, TRIANGLE));
    }

    private static INDArray constant(double x, int steps) {
        return Nd4j.valueArrayOf(new long[] {steps, 1}, x, DataType.DOUBLE);
    }

    private static void assertTrace(INDArray potentials, double... expected) {
        assertThat(potentials.dup('c').data().asDouble()).containsExactly(expected, within(EXACT));
    }

    /** h = (v + 0.8)/2: 0.4, 0.6 fires and goes to 0, and again. */
    @Test
    void lifWithHardResetFiresEverySecondStep() {
        Population.Trace trace = population(LIF, 0.5, HARD).forward(constant(0.8, 6));
        assertTrace(trace.beforeReset(), 0.4, 0.6, 0.4, 0.6, 0.4, 0.6);
        assertTrace(trace.spikes(), 0, 1, 0, 1, 0, 1);
        assertTrace(trace.afterReset(), 0.4, 0, 0.4, 0, 0.4, 0);
    }

    /** As above, but a spike leaves h - 0.5. */
    @Test
    void lifWithSoftResetKeepsWhatIsAboveTheThreshold() {
        Population.Trace trace = population(LIF, 0.5, SOFT).forward(constant(0.8, 6));
        assertTrace(trace.beforeReset(), 0.4, 0.6, 0.45, 0.625, 0.4625, 0.63125);
        assertTrace(trace.spikes(), 0, 1, 0, 1, 0, 1);
        assertTrace(trace.afterReset(), 0.4, 0.1, 0.45, 0.125, 0.4625, 0.13125);
    }

    /** h = v/2 + 0.6: 0.6, 0.9, 1.05 fires at threshold 1. */
    @Test
    void decayLifAddsTheWholeInput() {
        Population.Trace trace =
                population(new DecayLif(DecayLif.Config.DEFAULTS), 1, HARD).forward(constant(0.6, 7));
        assertTrace(trace.beforeReset(), 0.6, 0.9, 1.05, 0.6, 0.9, 1.05, 0.6);
        assertTrace(trace.spikes(), 0, 0, 1, 0, 0, 1, 0);
    }

    /** 0.375 a step, in binary fractions: 0.375, 0.75, 1.125 fires, 0.5, 0.875, 1.25 fires, 0.625. */
    @Test
    void integratorWithSoftResetFiresAtTheInputsRate() {
        Population.Trace trace = population(IF, 1, SOFT).forward(constant(0.375, 7));
        assertTrace(trace.beforeReset(), 0.375, 0.75, 1.125, 0.5, 0.875, 1.25, 0.625);
        assertTrace(trace.spikes(), 0, 0, 1, 0, 0, 1, 0);
    }

    /** Rest -0.25: h = v + (x - (v + 0.25))/2 = v/2 + x/2 - 0.125, from v = -0.25 on. */
    @Test
    void hardResetToAnotherPotentialAlsoStartsThere() {
        Reset reset = new HardReset(new HardReset.Config(-0.25, true));
        Population.Trace trace =
                population(new Lif(new Lif.Config(2, -0.25)), 0.5, reset).forward(constant(1, 6));
        assertTrace(trace.beforeReset(), 0.25, 0.5, 0.625, 0.25, 0.5, 0.625);
        assertTrace(trace.spikes(), 0, 0, 1, 0, 0, 1);
        assertTrace(trace.afterReset(), 0.25, 0.5, -0.25, 0.25, 0.5, -0.25);
    }

    @Test
    void exactlyAtTheThresholdOnlyTheInclusiveRuleFires() {
        INDArray half = constant(0.5, 1);
        NeuronModel inclusive = new NeuronModel(IF, new Firing(0.5, true), HARD, TRIANGLE);
        assertTrace(population(IF, 0.5, HARD).forward(half).spikes(), 0);
        assertTrace(new Population(inclusive).forward(half).spikes(), 1);
    }

    @Test
    void plifWithFrozenParameterEqualsLifOverTime() {
        INDArray x = random("x", 8, 2, 3);
        Parameters start = new Parameters(Map.of(Plif.W, Nd4j.createFromArray(-Math.log(2))));
        Population.Trace plif =
                population(new Plif(new Plif.Config(3, true, 0)), 0.5, HARD).forward(x, start);
        Population.Trace lif =
                population(new Lif(new Lif.Config(3, 0)), 0.5, HARD).forward(x);
        assertThat(plif.spikes()).isEqualTo(lif.spikes());
        assertThat(plif.beforeReset().distance2(lif.beforeReset())).isLessThan(EXACT);
        assertThat(lif.spikes().sumNumber().doubleValue()).isPositive();
    }

    /** x = 1.2 fires at threshold 1; then 0.3. L = h[1] = (1 - s[0])*h[0] + x[1], so dL/dx[0] = (1 - 1) - h[0]*g'(0.2) = -1.2*0.8. */
    @Test
    void attachedResetPassesTheGradientThroughTheSpike() {
        Population population = population(IF, 1, new HardReset(new HardReset.Config(0, false)));
        assertTrace(gradientOfLastPotential(population), -0.96, 1);
    }

    @Test
    void detachedResetStopsTheGradientAtTheSpike() {
        assertTrace(gradientOfLastPotential(population(IF, 1, HARD)), 0, 1);
    }

    /** Soft reset: v[0] = h[0] - s[0], so dL/dx[0] = 1 - g'(0.2) = 0.2 attached, 1 detached. */
    @Test
    void softResetPassesThePotentialOn() {
        assertTrace(gradientOfLastPotential(population(IF, 1, new SoftReset(new SoftReset.Config(false)))), 0.2, 1);
        assertTrace(gradientOfLastPotential(population(IF, 1, SOFT)), 1, 1);
    }

    private static INDArray gradientOfLastPotential(Population population) {
        Population.Trace trace =
                population.forward(Nd4j.createFromArray(1.2, 0.3).reshape(2, 1));
        assertTrace(trace.spikes(), 1, 0);
        INDArray last = Nd4j.createFromArray(0.0, 1.0).reshape(2, 1);
        return population
                .backward(trace, new Population.Upstream(null, last, null))
                .input();
    }

    static Stream<NeuronModel> models() {
        Reset attachedHard = new HardReset(new HardReset.Config(-0.25, false));
        Reset attachedSoft = new SoftReset(new SoftReset.Config(false));
        return Stream.of(
                        IF,
                        new Lif(new Lif.Config(2.5, -0.25)),
                        new DecayLif(new DecayLif.Config(0.6, 0.1)),
                        new Plif(new Plif.Config(3, true, 0.2)),
                        new Plif(new Plif.Config(3, false, 0.2)))
                .flatMap(neuron -> Stream.of(attachedHard, attachedSoft)
                        .map(reset -> new NeuronModel(
                                neuron, new Firing(0.5, false), reset, new Sigmoid(new Sigmoid.Config(3)))));
    }

    /** The surrogate's primitive as forward: then the backward pass is exact, and agrees with central differences. */
    @ParameterizedTest
    @MethodSource("models")
    void backwardAgreesWithCentralDifferencesOfTheSmoothPopulation(NeuronModel model) {
        Population smooth = SmoothPopulation.of(model);
        INDArray x = random("x", 5, 2);
        INDArray start = random("start", 2);
        Parameters parameters = parameters(model.neuron());
        Population.Upstream weights =
                new Population.Upstream(random("spikes", 5, 2), random("before", 5, 2), random("after", 5, 2));
        Population.Gradient gradient = smooth.backward(smooth.forward(x, start, parameters), weights);

        assertGradient(gradient.input(), x, a -> loss(smooth.forward(a, start, parameters), weights));
        assertGradient(gradient.start(), start, a -> loss(smooth.forward(x, a, parameters), weights));
        for (String name : parameters.names()) {
            assertGradient(
                    gradient.parameters().get(name),
                    parameters.get(name),
                    a -> loss(smooth.forward(x, start, new Parameters(Map.of(name, a))), weights));
        }
        assertThat(gradient.parameters().keySet()).isEqualTo(parameters.names());
    }

    @Test
    void singleAndDoublePrecisionAgree() {
        INDArray x = random("x", 6, 4);
        INDArray weights = random("weights", 6, 4);
        Population population = population(LIF, 0.5, HARD);
        Population.Trace wide = population.forward(x);
        Population.Trace narrow = population.forward(x.castTo(DataType.FLOAT));
        assertThat(narrow.spikes().dataType()).isEqualTo(DataType.FLOAT);
        assertThat(narrow.spikes().castTo(DataType.DOUBLE)).isEqualTo(wide.spikes());
        INDArray gradient =
                population.backward(wide, Population.Upstream.ofSpikes(weights)).input();
        INDArray single = population
                .backward(narrow, Population.Upstream.ofSpikes(weights.castTo(DataType.FLOAT)))
                .input();
        assertThat(single.castTo(DataType.DOUBLE).distance2(gradient)).isLessThan(1e-5);
    }

    @Test
    void inputAndStartMustFit() {
        Population population = population(LIF, 0.5, HARD);
        INDArray x = random("x", 3, 2);
        assertThatThrownBy(() -> population.forward(x, random("start", 3), Parameters.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("start is DOUBLE[3], must be DOUBLE[2]");
        assertThatThrownBy(() -> population.forward(x, Nd4j.zeros(DataType.FLOAT, 2), Parameters.none()))
                .hasMessageContaining("start is FLOAT[2]");
    }

    private static Parameters parameters(Neuron neuron) {
        Map<String, INDArray> values = new LinkedHashMap<>();
        neuron.parameters()
                .forEach(
                        p -> values.put(p.name(), Nd4j.createFromArray(p.start().draw(new Seeds(1).stream("w")))));
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
