package org.snn4j.core.layer;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.layer.LayerListener.Direction;

/** Running side of {@link ResidualAddition}. */
final class ResidualAdditionRuntime extends BaseGraphVertex {
    private static final long serialVersionUID = 1L;

    private final Connection connection;
    private final transient LayerListener listener;
    private final transient Arena.Buffer sum;
    private final transient Arena.Buffer secondGradient;

    ResidualAdditionRuntime(
            ComputationGraph graph,
            String name,
            int index,
            DataType precision,
            Connection connection,
            LayerListener listener,
            Arena.Buffer sum,
            Arena.Buffer secondGradient) {
        super(graph, name, index, null, null, precision);
        this.connection = connection;
        this.listener = listener;
        this.sum = sum;
        this.secondGradient = secondGradient;
    }

    @Override
    public boolean hasLayer() {
        return false;
    }

    @Override
    public Layer getLayer() {
        return null;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        listener.began(vertexName, Direction.FORWARD);
        INDArray out =
                switch (connection) {
                    case ADD -> inputs[0].addi(inputs[1], sum.array());
                    case AND -> inputs[0].muli(inputs[1], sum.array());
                    case IAND -> inputs[0].rsubi(1, sum.array()).muli(inputs[1]);
                };
        listener.ended(vertexName, Direction.FORWARD);
        return out;
    }

    /** The graph adds later gradients into the second array in place, so it must not be the first. */
    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
        listener.began(vertexName, Direction.BACKWARD);
        INDArray second = secondGradient.array();
        second.assign(epsilon);
        switch (connection) {
            case AND -> {
                second.muli(inputs[0]);
                epsilon.muli(inputs[1]);
            }
            case IAND -> {
                second.subi(inputs[0].mul(epsilon));
                epsilon.muli(inputs[1]).negi();
            }
            default -> {
                // A sum passes the gradient on as it is.
            }
        }
        listener.ended(vertexName, Direction.BACKWARD);
        return new Pair<>(null, new INDArray[] {epsilon, second});
    }

    @Override
    public void setBackpropGradientsViewArray(INDArray gradients) {
        throw new UnsupportedOperationException("no parameters");
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArrays(INDArray[] masks, MaskState state, int minibatch) {
        return null;
    }

    @Override
    public String toString() {
        return "ResidualAddition(" + vertexName + ")";
    }
}
