package org.snn4j.core.layer;

import java.util.Collection;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.snn4j.core.Seeds;

/** Configuration side of the one adapter that makes a {@link LayerOperator} a layer of Deeplearning4j's graph. */
public final class OperatorLayer extends BaseLayer {
    private static final long serialVersionUID = 1L;

    private final transient LayerOperator operator;
    private final transient OptimizerBinding binding;
    private final transient Seeds seeds;
    private final transient LayerListener listener;

    /**
     * @param name name of the layer; also of its seed stream
     * @param binding the optimizer at work, shared by all layers of a network
     * @param seeds root of the seed streams for start values
     * @param listener hears when the layer works
     */
    public OperatorLayer(
            String name, LayerOperator operator, OptimizerBinding binding, Seeds seeds, LayerListener listener) {
        setLayerName(name);
        this.operator = operator;
        this.binding = binding;
        this.seeds = seeds;
        this.listener = listener;
    }

    /** The layer's arithmetic. */
    public LayerOperator operator() {
        return operator;
    }

    Seeds seeds() {
        return seeds;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType precision) {
        OperatorLayerRuntime runtime = new OperatorLayerRuntime(conf, precision, operator, listener);
        runtime.setIndex(index);
        runtime.setParamsViewArray(parameters);
        runtime.setParamTable(initializer().init(conf, parameters, initialize));
        runtime.setConf(conf);
        runtime.bind();
        return runtime;
    }

    @Override
    public ParamInitializer initializer() {
        return OperatorParameters.INSTANCE;
    }

    @Override
    public IUpdater getUpdaterByParam(String name) {
        return operator.statistics().stream().anyMatch(s -> s.name().equals(name)) ? new NoOp() : binding;
    }

    @Override
    public List<Regularization> getRegularizationByParam(String name) {
        boolean decays = operator.parameters().stream().anyMatch(p -> p.name().equals(name) && p.decays());
        return decays && binding.weightDecay() > 0 ? List.of(new WeightDecay(binding.weightDecay(), true)) : List.of();
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        throw new UnsupportedOperationException("shapes are worked out by the network plan");
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        // Sizes come from the network plan.
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType inputType) {
        return null;
    }

    @Override
    public boolean isPretrainParam(String name) {
        return false;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        throw new UnsupportedOperationException("memory is reported by the network");
    }
}
