package org.snn4j.core.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.Seeds;
import org.snn4j.core.inject.Registered;

/** The contract for every registered neuron and for other parameters, and the coefficients by hand. */
class NeuronTest {
    @TestFactory
    Stream<DynamicTest> everyRegisteredNeuronHoldsTheContract() {
        return Registered.fromDefaults(Neuron.class).entrySet().stream().flatMap(e -> {
            NeuronContract contract = e::getValue;
            return Stream.of(
                    dynamicTest(e.getKey() + " charge", contract::chargeKeepsShapeAndTypeAndItsArguments),
                    dynamicTest(e.getKey() + " backward", contract::backwardIsTheGradientOfCharge),
                    dynamicTest(e.getKey() + " linear", contract::linearFormGivesTheSameCharge),
                    dynamicTest(e.getKey() + " linear parameters", contract::linearFormGivesTheSameParameterGradients));
        });
    }

    @Nested
    class LifTest implements NeuronContract {
        @Override
        public Neuron neuron() {
            return new Lif(new Lif.Config(3, -0.25));
        }
    }

    @Nested
    class DecayLifTest implements NeuronContract {
        @Override
        public Neuron neuron() {
            return new DecayLif(new DecayLif.Config(0.7, 0.2));
        }
    }

    @Nested
    class PlifTest implements NeuronContract {
        @Override
        public Neuron neuron() {
            return new Plif(new Plif.Config(3, true, -0.25));
        }
    }

    @Nested
    class PlifWithUndividedInputTest implements NeuronContract {
        @Override
        public Neuron neuron() {
            return new Plif(new Plif.Config(3, false, 0.5));
        }
    }

    /** tau = 4, rest = 0.8: h = 3/4 v + 1/4 x + 0.2. */
    @Test
    void lifDividesTheInputByTheTimeConstant() {
        LinearCharge charge =
                new Lif(new Lif.Config(4, 0.8)).linear(Parameters.none()).orElseThrow();
        assertThat(charge.decay()).isEqualTo(0.75);
        assertThat(charge.gain()).isEqualTo(0.25);
        assertThat(charge.drive()).isEqualTo(0.2);
    }

    /** decay = 0.75, rest = 0.8: h = 3/4 v + x + 0.2. */
    @Test
    void decayLifTakesTheInputUndivided() {
        LinearCharge charge = new DecayLif(new DecayLif.Config(0.75, 0.8))
                .linear(Parameters.none())
                .orElseThrow();
        assertThat(charge.decay()).isEqualTo(0.75);
        assertThat(charge.gain()).isEqualTo(1);
        assertThat(charge.drive()).isEqualTo(0.2);
    }

    @Test
    void plifStartsWithItsTimeConstant() {
        ParameterSpec w = new Plif(new Plif.Config(3, true, 0)).parameters().get(0);
        assertThat(w.shape()).containsExactly(1);
        assertThat(w.start().draw(new Seeds(0).stream("any"))).isEqualTo(-Math.log(2));
    }

    @Test
    void plifWithFrozenParameterEqualsLif() {
        Parameters start = new Parameters(Map.of(Plif.W, Nd4j.createFromArray(-Math.log(2))));
        assertSame(new Plif(new Plif.Config(3, true, 0.4)), start, new Lif(new Lif.Config(3, 0.4)));
        assertSame(new Plif(new Plif.Config(3, false, 0.4)), start, new DecayLif(new DecayLif.Config(2.0 / 3, 0.4)));
    }

    private static void assertSame(Neuron plif, Parameters start, Neuron fixed) {
        LinearCharge learned = plif.linear(start).orElseThrow();
        LinearCharge expected = fixed.linear(Parameters.none()).orElseThrow();
        assertThat(learned.decay()).isEqualTo(expected.decay(), within(1e-15));
        assertThat(learned.gain()).isEqualTo(expected.gain(), within(1e-15));
        assertThat(learned.drive()).isEqualTo(expected.drive(), within(1e-15));
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new Lif.Config(1, 0)).hasMessage("tau is 1.0, must be greater than 1.0");
        assertThatThrownBy(() -> new DecayLif.Config(1.1, 0)).hasMessageContaining("decay is 1.1");
        assertThatThrownBy(() -> new Plif.Config(0.5, true, 0)).hasMessageContaining("tau is 0.5");
        assertThatThrownBy(() -> new HardReset.Config(Double.NaN, true)).hasMessageContaining("potential is NaN");
    }
}
