package org.snn4j.core.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.ParameterSpec;

/** Average pooling over windows that do not overlap; over the whole map if the window is the map. */
final class PoolingOperator extends AbstractOperator {
    private final int height;
    private final int width;

    PoolingOperator(LayerEnvironment environment, long[] inputShape, int height, int width) {
        super(environment, inputShape, new long[] {inputShape[0] / height, inputShape[1] / width, inputShape[2]}, true);
        this.height = height;
        this.width = width;
    }

    @Override
    public String description() {
        return "average pooling " + height + "x" + width;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of();
    }

    @Override
    void compute(INDArray input, INDArray out) {
        kernels().averagePool(input, height, width, out);
    }

    @Override
    void computeGradient(INDArray input, INDArray outputGradient, INDArray inputGradient) {
        kernels().averagePoolBackward(outputGradient, height, width, inputGradient);
    }
}
