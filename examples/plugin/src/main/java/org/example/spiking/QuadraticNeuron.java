package org.example.spiking;

import jakarta.inject.Inject;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;
import org.snn4j.core.neuron.ChargeGradient;
import org.snn4j.core.neuron.Neuron;

/**
 * Quadratic integrate-and-fire: h = v + (curvature*(v - rest)*(v - critical) + x) / tau.
 *
 * <p>Between rest and critical potential the membrane decays towards rest, above the critical potential it rises by
 * itself. This is one Euler step of the source's differential equation, with the time constant in steps.
 */
@Reference(
        title = "Gerstner, Kistler: Spiking Neuron Models (2002)",
        equation = "quadratic integrate-and-fire neuron, one Euler step")
public final class QuadraticNeuron implements Neuron {
    /**
     * Parameters.
     *
     * @param tau membrane time constant in time steps, &gt; 1
     * @param rest resting potential
     * @param critical potential above which the membrane rises by itself, &gt; rest
     * @param curvature strength of the quadratic term, &gt; 0
     */
    public record Config(double tau, double rest, double critical, double curvature) {
        public static final Config DEFAULTS = new Config(2.0, 0.0, 0.8, 1.0);

        public Config {
            Check.greaterThan(tau, 1, "tau");
            Check.finite(rest, "rest");
            Check.greaterThan(critical, rest, "critical");
            Check.greaterThan(curvature, 0, "curvature");
        }
    }

    private final Config config;

    @Inject
    public QuadraticNeuron(Config config) {
        this.config = config;
    }

    @Override
    public INDArray charge(INDArray v, INDArray x, Parameters parameters) {
        INDArray pull = v.sub(config.rest()).muli(v.sub(config.critical())).muli(config.curvature());
        return pull.addi(x).divi(config.tau()).addi(v);
    }

    /** dh/dv = 1 + curvature*(2v - rest - critical)/tau, dh/dx = 1/tau. */
    @Override
    public ChargeGradient backward(INDArray v, INDArray x, INDArray dh, Parameters parameters) {
        INDArray slope = v.mul(2)
                .subi(config.rest() + config.critical())
                .muli(config.curvature() / config.tau())
                .addi(1);
        return new ChargeGradient(slope.muli(dh), dh.div(config.tau()), Map.of());
    }
}
