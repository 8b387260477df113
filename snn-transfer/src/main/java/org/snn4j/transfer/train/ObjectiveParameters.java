package org.snn4j.transfer.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.Seeds;
import org.snn4j.core.optimize.Optimizer;

/**
 * Learnable parameters of the objectives of one phase (He et al.'s per-step coefficients, the heads of modality guidance): trained by the same optimizer, rate and
 * decay rule as the network, each with optimizer state of its own. They start anew in each phase, from the streams {@code objectives/<name>}.
 */
final class ObjectiveParameters {
    private final Map<String, Learned> learned = new LinkedHashMap<>();
    private final Optimizer optimizer;
    private long step;

    private record Learned(INDArray value, INDArray state, boolean decays) {}

    ObjectiveParameters(List<ParameterSpec> specs, Optimizer optimizer, DataType type, Seeds seeds) {
        this.optimizer = optimizer;
        for (ParameterSpec spec : specs) {
            int states = optimizer.statesPerValue();
            INDArray state = states == 0 ? null : Nd4j.zeros(type, states, spec.length());
            INDArray value =
                    start(spec, seeds.stream("objectives/" + spec.name())).castTo(type);
            learned.put(spec.name(), new Learned(value, state, spec.decays()));
        }
    }

    private static INDArray start(ParameterSpec spec, RandomGenerator random) {
        double[] values = new double[Math.toIntExact(spec.length())];
        for (int i = 0; i < values.length; i++) {
            values[i] = spec.start().draw(random);
        }
        return Nd4j.createFromArray(values).reshape('c', spec.shape());
    }

    /** Current values by name. */
    Parameters values() {
        return new Parameters(arrays());
    }

    /** The arrays themselves, by name. */
    Map<String, INDArray> arrays() {
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        learned.forEach((name, parameter) -> arrays.put(name, parameter.value()));
        return arrays;
    }

    /** One optimizer step; a parameter without a gradient has gradient 0. */
    void update(Map<String, INDArray> gradients, double rate) {
        learned.forEach((name, parameter) -> update(parameter, gradients.get(name), rate));
        step++;
    }

    private void update(Learned parameter, INDArray gradient, double rate) {
        INDArray value = parameter.value();
        INDArray change = gradient == null
                ? Nd4j.zerosLike(value)
                : gradient.castTo(value.dataType()).dup('c');
        INDArray flat = change.reshape(change.length());
        optimizer.updatei(flat, parameter.state(), rate, step);
        if (parameter.decays()) {
            value.muli(1 - rate * optimizer.weightDecay());
        }
        value.subi(flat.reshape('c', value.shape()));
    }
}
