package org.snn4j.core.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.Seeds;

/**
 * What every {@link Neuron} must hold. Implement it in a test class of your own:
 * {@code class MyNeuronTest implements NeuronContract { public Neuron neuron() { ... } }}.
 */
public interface NeuronContract {
    /** The neuron under test. */
    Neuron neuron();

    @Test
    default void chargeKeepsShapeAndTypeAndItsArguments() {
        for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
            INDArray v = values("v").castTo(type);
            INDArray x = values("x").castTo(type);
            INDArray before = v.dup();
            INDArray input = x.dup();
            INDArray h = neuron().charge(v, x, start(type));
            assertThat(h.shape()).containsExactly(v.shape());
            assertThat(h.dataType()).isEqualTo(type);
            assertThat(h).isNotSameAs(v).isNotSameAs(x);
            assertThat(v).isEqualTo(before);
            assertThat(x).isEqualTo(input);
        }
    }

    @Test
    default void backwardIsTheGradientOfCharge() {
        INDArray v = values("v");
        INDArray x = values("x");
        INDArray dh = values("dh");
        Parameters parameters = start(DataType.DOUBLE);
        ChargeGradient gradient = neuron().backward(v, x, dh, parameters);
        assertGradient("v", gradient.v(), v, a -> neuron().charge(a, x, parameters)
                .mul(dh)
                .sumNumber()
                .doubleValue());
        assertGradient("x", gradient.x(), x, a -> neuron().charge(v, a, parameters)
                .mul(dh)
                .sumNumber()
                .doubleValue());
        for (ParameterSpec spec : neuron().parameters()) {
            assertGradient(
                    spec.name(),
                    gradient.parameters().get(spec.name()),
                    parameters.get(spec.name()),
                    a -> neuron().charge(v, x, with(parameters, spec.name(), a))
                            .mul(dh)
                            .sumNumber()
                            .doubleValue());
        }
        assertThat(gradient.parameters()).hasSize(neuron().parameters().size());
    }

    @Test
    default void linearFormGivesTheSameCharge() {
        Parameters parameters = start(DataType.DOUBLE);
        neuron().linear(parameters).ifPresent(linear -> {
            INDArray v = values("v");
            INDArray x = values("x");
            INDArray h = neuron().charge(v, x, parameters);
            for (long i = 0; i < h.length(); i++) {
                double expected = linear.decay() * v.getDouble(i) + linear.gain() * x.getDouble(i) + linear.drive();
                assertThat(h.getDouble(i)).isEqualTo(expected, within(1e-12));
            }
        });
    }

    @Test
    default void linearFormGivesTheSameParameterGradients() {
        Parameters parameters = start(DataType.DOUBLE);
        neuron().linear(parameters).ifPresent(linear -> {
            INDArray v = values("v");
            INDArray x = values("x");
            ChargeGradient gradient = neuron().backward(v, x, Nd4j.onesLike(v), parameters);
            assertThat(linear.derivatives().keySet())
                    .isEqualTo(gradient.parameters().keySet());
            linear.derivatives().forEach((name, d) -> {
                double expected = d.decay() * v.sumNumber().doubleValue()
                        + d.gain() * x.sumNumber().doubleValue()
                        + d.drive() * v.length();
                assertThat(gradient.parameters().get(name).getDouble(0))
                        .as(name)
                        .isEqualTo(expected, within(1e-10));
            });
        });
    }

    private Parameters start(DataType type) {
        RandomGenerator random = new Seeds(1).stream("start values");
        Map<String, INDArray> values = new LinkedHashMap<>();
        for (ParameterSpec spec : neuron().parameters()) {
            double[] drawn = random.doubles(spec.length())
                    .map(ignored -> spec.start().draw(random))
                    .toArray();
            values.put(spec.name(), Nd4j.createFromArray(drawn).castTo(type).reshape(spec.shape()));
        }
        return new Parameters(values);
    }

    private static Parameters with(Parameters parameters, String name, INDArray value) {
        Map<String, INDArray> values = new LinkedHashMap<>();
        parameters.names().forEach(n -> values.put(n, n.equals(name) ? value : parameters.get(n)));
        return new Parameters(values);
    }

    private static INDArray values(String stream) {
        return Nd4j.createFromArray(
                        new Seeds(1).stream(stream).doubles(6, -1, 2).toArray())
                .reshape(2, 3);
    }

    private static void assertGradient(String name, INDArray gradient, INDArray at, ToDoubleFunction<INDArray> loss) {
        assertThat(gradient.shape()).as("gradient of " + name).containsExactly(at.shape());
        double step = 1e-5;
        for (long i = 0; i < at.length(); i++) {
            INDArray up = at.dup();
            INDArray down = at.dup();
            up.putScalar(i, at.getDouble(i) + step);
            down.putScalar(i, at.getDouble(i) - step);
            double expected = (loss.applyAsDouble(up) - loss.applyAsDouble(down)) / (2 * step);
            assertThat(gradient.getDouble(i))
                    .as("gradient of " + name + " at " + i)
                    .isEqualTo(expected, within(1e-8 * (1 + Math.abs(expected))));
        }
    }
}
