package org.snn4j.core.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Stream;
import org.snn4j.core.TimeFold;
import org.snn4j.core.kernel.NeuronGradient;
import org.snn4j.core.kernel.NeuronInput;
import org.snn4j.core.kernel.NeuronOutput;
import org.snn4j.core.neuron.NeuronModel;

/**
 * Neurons that take the feature axis for time: a quirk of the published R2ETL strided network, kept as a named choice.
 *
 * <p>There, a LIF stands inside the wrapper that merges batch and time, so it runs over the 256 features of each row. The neuron that
 * follows it then sees zeros and ones.
 */
final class FeatureAxisNeuronsOperator extends AbstractOperator {
    private final NeuronModel model;

    FeatureAxisNeuronsOperator(LayerEnvironment environment, LayerInput read, NeuronModel model) {
        super(environment, read, read.shape(), InputUse.KEPT, Gradients.OWN);
        this.model = model;
    }

    @Override
    public String description() {
        return model.neuron().getClass().getSimpleName() + " over the feature axis (as published)";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return NeuronParameters.specs(model, Math.toIntExact(inputShape[0]));
    }

    @Override
    void compute(INDArray input, INDArray out) {
        INDArray spikes = input.ulike().reshape(input.size(1), input.size(0));
        kernels().neurons(model, featuresAsTime(input), NeuronOutput.of(spikes, null, null));
        out.assign(spikes.transpose());
    }

    @Override
    void computeGradient(INDArray input, INDArray outputGradient, INDArray inputGradient) {
        INDArray dz = input.ulike().reshape(input.size(1), input.size(0));
        NeuronOutput upstream = NeuronOutput.of(outputGradient.transpose().dup('c'), null, null);
        NeuronGradient result = kernels().neuronsBackward(model, featuresAsTime(input), upstream, dz);
        NeuronParameters.assign(result, gradients());
        inputGradient.assign(dz.transpose());
    }

    /** Rows become neurons, features become steps; the stream named does not matter, since there is one. */
    private NeuronInput featuresAsTime(INDArray input) {
        TimeFold fold = new TimeFold(List.of(Stream.TARGET), Math.toIntExact(input.size(1)), 1);
        return new NeuronInput(
                input.transpose().dup('c'),
                null,
                NeuronParameters.values(model, Math.toIntExact(inputShape[0]), values()),
                fold);
    }
}
