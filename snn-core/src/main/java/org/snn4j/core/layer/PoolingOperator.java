package org.snn4j.core.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.ParameterSpec;

/** Average pooling over windows that do not overlap; over the whole map if the window is the map. */
final class PoolingOperator extends AbstractOperator {
    private final int height;
    private final int width;

    PoolingOperator(LayerEnvironment environment, LayerInput read, int height, int width) {
        super(environment, read, outputShape(read.shape(), height, width), InputUse.NONE, Gradients.OWN);
        this.height = height;
        this.width = width;
    }

    private static long[] outputShape(long[] in, int height, int width) {
        if (in[0] < height || in[1] < width) {
            throw new IllegalArgumentException(
                    "a pooling of " + height + "x" + width + " does not fit a map of " + in[0] + "x" + in[1]);
        }
        return new long[] {in[0] / height, in[1] / width, in[2]};
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
