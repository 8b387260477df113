package org.snn4j.core.layer;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sum of two branches of equal shape, with a buffer of its own. */
public final class ResidualAddition extends GraphVertex {
    private static final long serialVersionUID = 1L;

    private final transient LayerListener listener;
    private final long[] shape;

    /**
     * @param listener hears when the sum is made
     * @param shape shape of one row of both branches
     */
    public ResidualAddition(LayerListener listener, long... shape) {
        this.listener = listener;
        this.shape = shape.clone();
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public GraphVertex clone() {
        return new ResidualAddition(listener, shape);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResidualAddition that && Arrays.equals(shape, that.shape);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shape);
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return 2;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType precision) {
        return new ResidualAdditionRuntime(graph, name, index, precision, listener, shape);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) {
        throw new UnsupportedOperationException("shapes are worked out by the network plan");
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        throw new UnsupportedOperationException("memory is reported by the network");
    }
}
