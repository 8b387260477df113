package org.snn4j.core.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.WorkingMemory;

/** Fully connected layer; a feature map is flattened in its channels-last order. Weights [out, in]. */
final class DenseOperator extends AbstractOperator {
    private final int out;
    private final boolean bias;
    private final StreamWeights weights;
    private final WeightStart start;

    DenseOperator(
            LayerEnvironment environment,
            LayerInput read,
            int out,
            boolean bias,
            Map<Stream, Integer> owners,
            WeightStart start) {
        super(environment, read, new long[] {out}, values(environment, read), Gradients.OWN);
        this.out = out;
        this.bias = bias;
        this.weights = new StreamWeights(owners);
        this.start = start;
    }

    @Override
    public String description() {
        return "dense " + out + (weights.shared() ? "" : ", one per stream");
    }

    @Override
    public List<ParameterSpec> parameters() {
        long in = length(inputShape);
        List<ParameterSpec> specs = new ArrayList<>();
        for (String prefix : weights.prefixes()) {
            specs.add(start.weight(prefix + "weight", in, out, out, in));
            if (bias) {
                specs.add(start.bias(prefix + "bias", in, out));
            }
        }
        return specs;
    }

    @Override
    public WorkingMemory expectedWorkingMemory(int streams, int steps, int samples) {
        long rows = (long) (weights.shared() ? streams : 1) * steps * samples;
        return kernels().denseMemory(environment.precision(), rows, length(inputShape), out);
    }

    @Override
    void compute(INDArray input, INDArray output) {
        for (StreamWeights.Part part : weights.parts(pass().fold())) {
            kernels()
                    .dense(
                            flat(part.of(input)),
                            value(part.prefix() + "weight"),
                            bias ? value(part.prefix() + "bias") : null,
                            part.of(output));
        }
    }

    @Override
    void computeGradient(INDArray input, INDArray outputGradient, INDArray inputGradient) {
        for (StreamWeights.Part part : weights.parts(pass().fold())) {
            kernels()
                    .denseBackward(
                            flat(part.of(input)),
                            value(part.prefix() + "weight"),
                            part.of(outputGradient),
                            inputGradient == null ? null : flat(part.of(inputGradient)),
                            gradient(part.prefix() + "weight"),
                            bias ? gradient(part.prefix() + "bias") : null);
        }
        for (String prefix : weights.absentPrefixes(pass().fold())) {
            gradient(prefix + "weight").assign(0);
            if (bias) {
                gradient(prefix + "bias").assign(0);
            }
        }
    }

    private static INDArray flat(INDArray array) {
        return array.rank() == 2 ? array : array.reshape('c', array.size(0), array.length() / array.size(0));
    }
}
