package org.snn4j.transfer.objective;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.kernel.MatrixProduct;

/**
 * A linear layer with one output, z = x w + b, owned by an objective.
 *
 * <p>Parameters {@code <name>-weights} [1, F] and {@code <name>-bias} [1], both started uniformly in [-1/sqrt(F), 1/sqrt(F)).
 */
final class LinearHead {
    private final String weights;
    private final String bias;

    LinearHead(String name) {
        this.weights = name + "-weights";
        this.bias = name + "-bias";
    }

    /** @param shape of the feature of one sample at one step */
    List<ParameterSpec> parameters(long[] shape) {
        long width = 1;
        for (long length : shape) {
            width *= length;
        }
        double bound = 1 / Math.sqrt(width);
        return List.of(ParameterSpec.uniform(weights, bound, 1, width), ParameterSpec.uniform(bias, bound, 1));
    }

    /** Outputs for rows [R, F]. */
    double[] forward(INDArray rows, Parameters parameters) {
        double[] outputs = Flat.of(MatrixProduct.withTransposed(rows, weights(rows, parameters)));
        double offset = parameters.scalar(bias);
        for (int r = 0; r < outputs.length; r++) {
            outputs[r] += offset;
        }
        return outputs;
    }

    /** d/d rows, [R, F], for d/d outputs. */
    INDArray backward(INDArray rows, double[] outputGradient, Parameters parameters) {
        return MatrixProduct.of(column(rows, outputGradient), weights(rows, parameters));
    }

    /** d/d parameters for d/d outputs. */
    Map<String, INDArray> parameterGradients(INDArray rows, double[] outputGradient, Parameters parameters) {
        INDArray column = column(rows, outputGradient);
        INDArray onWeights = MatrixProduct.ofTransposed(column, rows);
        double onBias = 0;
        for (double gradient : outputGradient) {
            onBias += gradient;
        }
        return Map.of(
                weights, onWeights.castTo(parameters.get(weights).dataType()),
                bias, Flat.like(parameters.get(bias), new double[] {onBias}));
    }

    private INDArray weights(INDArray rows, Parameters parameters) {
        INDArray value = parameters.get(weights);
        if (value.length() != rows.size(1)) {
            throw new IllegalArgumentException(
                    weights + " has " + value.length() + " values, must have one per feature, " + rows.size(1));
        }
        return value.castTo(rows.dataType()).reshape(1, value.length());
    }

    private static INDArray column(INDArray rows, double[] values) {
        return Nd4j.createFromArray(values).castTo(rows.dataType()).reshape(values.length, 1);
    }
}
