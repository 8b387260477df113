package org.snn4j.core.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.ParameterSpec;

/** Average pooling over windows that do not overlap; over the whole map if the window is the map. */
final class PoolingOperator extends AbstractOperator {
    private final int height;
    private final int width;
    /** Who may average the spikes on behalf of this layer; null if nobody does. */
    private NeuronsOperator neurons;

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

    /** Lets the neurons in front write the means in passes where nobody asks for the spikes. */
    void leaveTo(NeuronsOperator neurons) {
        neurons.poolFor(height, tap(Tap.Quantity.OUTPUT), outputShape());
        this.neurons = neurons;
    }

    @Override
    public boolean givesOutputInPlace() {
        return neurons != null && neurons.pools();
    }

    @Override
    Gradients gradientPlace() {
        return givesOutputInPlace() ? Gradients.IN_PLACE : super.gradientPlace();
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
