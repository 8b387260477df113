package org.snn4j.core.layer;

import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.layer.LayerListener.Direction;

/** Running side of the adapter: hands Deeplearning4j's calls to the operator. */
final class OperatorLayerRuntime extends BaseLayer<OperatorLayer> {
    private static final long serialVersionUID = 1L;

    private final transient LayerOperator operator;
    private final transient LayerListener listener;

    OperatorLayerRuntime(
            NeuralNetConfiguration conf, DataType precision, LayerOperator operator, LayerListener listener) {
        super(conf, precision);
        this.operator = operator;
        this.listener = listener;
    }

    void bind() {
        operator.bind(params, gradientViews == null ? Map.of() : gradientViews);
    }

    @Override
    public void setBackpropGradientsViewArray(INDArray gradients) {
        super.setBackpropGradientsViewArray(gradients);
        bind();
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        String name = layerConf().getLayerName();
        listener.began(name, Direction.FORWARD);
        INDArray output = operator.forward(input);
        listener.ended(name, Direction.FORWARD);
        return output;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        String name = layerConf().getLayerName();
        listener.began(name, Direction.BACKWARD);
        INDArray inputGradient = operator.backward(epsilon);
        listener.ended(name, Direction.BACKWARD);
        Gradient gradient = new DefaultGradient();
        if (gradientViews != null) {
            gradientViews.forEach(gradient::setGradientFor);
        }
        return new Pair<>(gradient, inputGradient);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public void clear() {
        // Buffers belong to the operator and stay for the next pass.
    }
}
