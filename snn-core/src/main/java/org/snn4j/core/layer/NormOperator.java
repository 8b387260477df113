package org.snn4j.core.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.Affine;
import org.snn4j.core.kernel.ChannelSums;

/** Batch norm without neurons behind it: the last layer of a pre-activation residual network. */
final class NormOperator extends AbstractOperator {
    private final BatchNorm norm;
    private Affine affine;

    NormOperator(
            LayerEnvironment environment,
            LayerInput read,
            Normalization normalization,
            int steps,
            Map<Stream, Integer> streams) {
        super(environment, read, read.shape(), InputUse.KEPT, Gradients.IN_PLACE);
        int channels = Math.toIntExact(inputShape[inputShape.length - 1]);
        this.norm = new BatchNorm(normalization, channels, steps, streams, Map.of());
    }

    @Override
    public String description() {
        return "batch norm";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return norm.parameters();
    }

    @Override
    public List<ParameterSpec> statistics() {
        return norm.statistics();
    }

    @Override
    void compute(INDArray input, INDArray out) {
        affine = norm.affine(input, pass(), kernels(), values());
        out.assign(input);
        kernels()
                .combinei(
                        out,
                        input,
                        affine.scale(),
                        new double[affine.groups()][affine.scale()[0].length],
                        affine.shift());
    }

    @Override
    void computeGradient(INDArray input, INDArray outputGradient, INDArray inputGradient) {
        ChannelSums sums = kernels().sums(outputGradient, input, affine.groups());
        Map<String, INDArray> views = new LinkedHashMap<>();
        norm.parameters().forEach(spec -> views.put(spec.name(), gradient(spec.name())));
        norm.parameterGradients(sums, pass().fold(), values(), views);
        norm.inputGradienti(inputGradient, input, affine, sums, kernels());
    }
}
