package org.snn4j.transfer.objective;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.kernel.MatrixProduct;

/**
 * Two layers with one output, z = max(0, x U^T + c) w + b, owned by an objective.
 *
 * <p>Parameters {@code <name>-hidden-weights} [H, F], {@code <name>-hidden-bias} [H] and those of a {@link LinearHead}; all started uniformly within one over the root of their inputs.
 */
final class DomainHead {
    private final String weights;
    private final String bias;
    private final int hidden;
    private final LinearHead output;

    /**
     * Derivatives of a loss.
     *
     * @param onRows with respect to the features, [R, F]
     * @param onParameters by name
     */
    record Gradients(INDArray onRows, Map<String, INDArray> onParameters) {}

    DomainHead(String name, int hidden) {
        this.weights = name + "-hidden-weights";
        this.bias = name + "-hidden-bias";
        this.hidden = hidden;
        this.output = new LinearHead(name);
    }

    /** @param shape of the feature of one sample */
    List<ParameterSpec> parameters(long[] shape) {
        long width = 1;
        for (long length : shape) {
            width *= length;
        }
        double bound = 1 / Math.sqrt(width);
        List<ParameterSpec> specs = new ArrayList<>();
        specs.add(ParameterSpec.uniform(weights, bound, hidden, width));
        specs.add(ParameterSpec.uniform(bias, bound, hidden));
        specs.addAll(output.parameters(new long[] {hidden}));
        return specs;
    }

    /** Values of the hidden layer for rows [R, F], [R, H]. */
    INDArray hidden(INDArray rows, Parameters parameters) {
        INDArray matrix = parameters.get(weights);
        if (matrix.size(1) != rows.size(1)) {
            throw new IllegalArgumentException(
                    weights + " has " + matrix.size(1) + " columns, must have one per feature, " + rows.size(1));
        }
        INDArray sums = MatrixProduct.withTransposed(rows, matrix.castTo(rows.dataType()));
        double[] offsets = Flat.of(parameters.get(bias));
        double[] values = Flat.of(sums);
        for (int i = 0; i < values.length; i++) {
            double value = values[i] + offsets[i % hidden];
            // Not Math.max(0, value) of a float: NaN must stay NaN.
            values[i] = value < 0 ? 0 : value;
        }
        return Flat.like(sums, values);
    }

    /** Outputs for the values of the hidden layer. */
    double[] outputs(INDArray hiddenValues, Parameters parameters) {
        return output.forward(hiddenValues, parameters);
    }

    /** Chain rule for d/d outputs. */
    Gradients backward(INDArray rows, INDArray hiddenValues, double[] outputGradient, Parameters parameters) {
        INDArray onHidden = output.backward(hiddenValues, outputGradient, parameters);
        double[] passed = Flat.of(onHidden);
        double[] values = Flat.of(hiddenValues);
        double[] onBias = new double[hidden];
        for (int i = 0; i < passed.length; i++) {
            passed[i] = values[i] > 0 ? passed[i] : 0;
            onBias[i % hidden] += passed[i];
        }
        INDArray onSums = Nd4j.createFromArray(passed).castTo(rows.dataType()).reshape('c', rows.size(0), hidden);
        Map<String, INDArray> onParameters =
                new LinkedHashMap<>(output.parameterGradients(hiddenValues, outputGradient, parameters));
        INDArray matrix = parameters.get(weights);
        onParameters.put(weights, MatrixProduct.ofTransposed(onSums, rows).castTo(matrix.dataType()));
        onParameters.put(bias, Flat.like(parameters.get(bias), onBias));
        return new Gradients(MatrixProduct.of(onSums, matrix.castTo(rows.dataType())), onParameters);
    }
}
