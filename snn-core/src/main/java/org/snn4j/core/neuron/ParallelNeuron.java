package org.snn4j.core.neuron;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;
import org.snn4j.core.Sums;
import org.snn4j.core.Views;

/**
 * Parallel spiking neuron (PSN): the potentials of all steps are a learned linear map of the inputs of all steps, without any reset. H = W X + B.
 *
 * <p>W [T, T] and B [T] are shared by all neurons of a layer. W starts uniform in +-1/sqrt(T), B at -1. It fires at H &gt;= 0 in the authors' code, so the
 * firing rule must have threshold 0 and be inclusive to be theirs; with another threshold B starts that much off. The reset has no effect.
 */
@Reference(
        title =
                "Fang et al., Parallel Spiking Neurons with High Efficiency and Ability to Learn Long-term Dependencies (NeurIPS 2023)",
        link = "10.48550/arXiv.2304.12760",
        equation = "H = WX, S = step(H - B); SpikingJelly, neuron/psn.py, PSN")
public final class ParallelNeuron implements Neuron {
    /** Name of W. */
    public static final String WEIGHT = "weight";
    /** Name of B. */
    public static final String BIAS = "bias";

    @Inject
    public ParallelNeuron() {}

    @Override
    public INDArray charge(INDArray v, INDArray x, Parameters parameters) {
        return x.dup();
    }

    @Override
    public ChargeGradient backward(INDArray v, INDArray x, INDArray dh, Parameters parameters) {
        return new ChargeGradient(v.mul(0), dh.dup(), Map.of());
    }

    @Override
    public List<ParameterSpec> parameters(int steps) {
        return List.of(
                ParameterSpec.uniform(WEIGHT, 1 / Math.sqrt(steps), steps, steps),
                ParameterSpec.constant(BIAS, -1, steps));
    }

    @Override
    public Optional<TimeMixing> mixing() {
        return Optional.of(new Mixing());
    }

    private static final class Mixing implements TimeMixing {
        @Override
        public INDArray mix(INDArray input, Parameters parameters) {
            INDArray weight = parameters.get(WEIGHT);
            INDArray mixed = Nd4j.create(input.dataType(), input.shape(), 'c');
            for (int t = 0; t < input.size(0); t++) {
                INDArray row = Views.at(mixed, t).assign(parameters.get(BIAS).getDouble(t));
                for (int from = 0; from < input.size(0); from++) {
                    row.addi(Views.at(input, from).mul(weight.getDouble(t, from)));
                }
            }
            return mixed;
        }

        @Override
        public Gradient backward(INDArray input, INDArray d, Parameters parameters) {
            int steps = Math.toIntExact(input.size(0));
            INDArray weight = parameters.get(WEIGHT);
            INDArray dInput = Nd4j.create(input.dataType(), input.shape(), 'c');
            double[][] dWeight = new double[steps][steps];
            double[] dBias = new double[steps];
            for (int t = 0; t < steps; t++) {
                INDArray row = Views.at(d, t);
                dBias[t] = Sums.of(row);
                for (int from = 0; from < steps; from++) {
                    dWeight[t][from] = Sums.of(row.mul(Views.at(input, from)));
                    Views.at(dInput, from).addi(row.mul(weight.getDouble(t, from)));
                }
            }
            return new Gradient(
                    dInput,
                    Map.of(
                            WEIGHT, Nd4j.createFromArray(dWeight).castTo(d.dataType()),
                            BIAS, Nd4j.createFromArray(dBias).castTo(d.dataType())));
        }
    }
}
