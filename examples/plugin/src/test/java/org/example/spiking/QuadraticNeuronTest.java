package org.example.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Parameters;
import org.snn4j.core.neuron.Neuron;
import org.snn4j.core.neuron.NeuronContract;

class QuadraticNeuronTest implements NeuronContract {
    @Override
    public Neuron neuron() {
        return new QuadraticNeuron(new QuadraticNeuron.Config(2.5, -0.1, 0.7, 1.3));
    }

    /**
     * tau 2, rest 0, critical 0.8, curvature 1, input 0.2: v = 0.5 gives 0.5 + (0.5*(-0.3) + 0.2)/2 = 0.525; v = 1 gives
     * 1 + (1*0.2 + 0.2)/2 = 1.2; v = 0 gives 0.1.
     */
    @Test
    void chargeFollowsTheEquation() {
        INDArray h = charge(QuadraticNeuron.Config.DEFAULTS, 0.2, 0.5, 1.0, 0.0);
        assertThat(h.toDoubleVector()).containsExactly(new double[] {0.525, 1.2, 0.1}, within(1e-12));
    }

    @Test
    void restAndCriticalPotentialAreFixedPoints() {
        QuadraticNeuron.Config config = new QuadraticNeuron.Config(3, -0.2, 0.6, 2);
        assertThat(charge(config, 0, -0.2, 0.6).toDoubleVector())
                .containsExactly(new double[] {-0.2, 0.6}, within(1e-12));
    }

    @Test
    void theMembraneFallsBelowTheCriticalPotentialAndRisesAboveIt() {
        INDArray h = charge(QuadraticNeuron.Config.DEFAULTS, 0, 0.79, 0.81);
        assertThat(h.getDouble(0)).isLessThan(0.79);
        assertThat(h.getDouble(1)).isGreaterThan(0.81);
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new QuadraticNeuron.Config(1, 0, 0.8, 1))
                .hasMessage("tau is 1.0, must be greater than 1.0");
        assertThatThrownBy(() -> new QuadraticNeuron.Config(2, 0, 0, 1))
                .hasMessage("critical is 0.0, must be greater than 0.0");
        assertThatThrownBy(() -> new QuadraticNeuron.Config(2, 0, 0.8, 0))
                .hasMessage("curvature is 0.0, must be greater than 0.0");
    }

    private static INDArray charge(QuadraticNeuron.Config config, double x, double... v) {
        INDArray potentials = Nd4j.createFromArray(v);
        return new QuadraticNeuron(config)
                .charge(potentials, Nd4j.valueArrayOf(potentials.shape(), x, potentials.dataType()), Parameters.none());
    }
}
