package org.snn4j.core.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Stream;
import org.snn4j.core.TimeFold;
import org.snn4j.core.kernel.Affine;
import org.snn4j.core.kernel.ChannelSums;
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.kernel.Moments;

/**
 * Batch norm y -> weight*(y - mean)/sqrt(variance + epsilon) + bias per channel, expressed as the affine map that the neuron kernels apply.
 *
 * <p>As in PyTorch, the batch is normalised with the biased variance and the running variance collects the unbiased one. Running statistics
 * advance group by group in the order of the fold: streams in order and, for {@link Normalization.Mode#PER_STEP}, steps in order.
 */
final class BatchNorm {
    private final Normalization settings;
    private final int channels;
    private final StreamWeights weights;
    private final StreamWeights collectors;

    private Moments moments;
    private double[][] inverseDeviation;
    private boolean batchStatistics;

    /**
     * @param streams all streams of the network
     * @param owners streams with weight and bias of their own; empty if they share them
     */
    BatchNorm(Normalization settings, int channels, Map<Stream, Integer> streams, Map<Stream, Integer> owners) {
        this.settings = settings;
        this.channels = channels;
        this.weights = new StreamWeights(owners);
        this.collectors = settings.running() == Normalization.Running.PER_STREAM ? new StreamWeights(streams) : weights;
    }

    List<ParameterSpec> parameters() {
        List<ParameterSpec> specs = new ArrayList<>();
        for (String prefix : weights.prefixes()) {
            specs.add(ParameterSpec.constant(prefix + "weight", 1, channels));
            specs.add(ParameterSpec.constant(prefix + "bias", 0, channels));
        }
        return specs;
    }

    List<ParameterSpec> statistics() {
        List<ParameterSpec> specs = new ArrayList<>();
        for (String prefix : collectors.prefixes()) {
            specs.add(ParameterSpec.constant(prefix + "running-mean", 0, channels));
            specs.add(ParameterSpec.constant(prefix + "running-variance", 1, channels));
        }
        return specs;
    }

    /** The map for this pass; in training also advances the running statistics. */
    Affine affine(INDArray input, Pass pass, Kernels kernels, Map<String, INDArray> values) {
        batchStatistics = pass.training();
        int groups = groups(pass.fold());
        if (batchStatistics) {
            moments = kernels.moments(input, groups);
            for (int g = 0; g < groups; g++) {
                advance(values, prefix(collectors, g, pass.fold()), g);
            }
        } else {
            moments = running(values, pass.fold());
        }
        return affine(values, pass.fold());
    }

    private int groups(TimeFold fold) {
        return fold.streams().size() * groupsPerStream(fold);
    }

    private int groupsPerStream(TimeFold fold) {
        return settings.mode() == Normalization.Mode.PER_STEP ? fold.steps() : 1;
    }

    private String prefix(StreamWeights owners, int group, TimeFold fold) {
        return owners.shared()
                ? ""
                : fold.streams().get(group / groupsPerStream(fold)).label() + ".";
    }

    private void advance(Map<String, INDArray> values, String prefix, int group) {
        INDArray mean = values.get(prefix + "running-mean");
        INDArray variance = values.get(prefix + "running-variance");
        double unbiased = moments.count() / Math.max(1.0, moments.count() - 1);
        double momentum = settings.momentum();
        for (int c = 0; c < channels; c++) {
            mean.putScalar(c, (1 - momentum) * mean.getDouble(c) + momentum * moments.mean()[group][c]);
            variance.putScalar(
                    c, (1 - momentum) * variance.getDouble(c) + momentum * unbiased * moments.variance()[group][c]);
        }
    }

    private Moments running(Map<String, INDArray> values, TimeFold fold) {
        int groups = groups(fold);
        double[][] mean = new double[groups][];
        double[][] variance = new double[groups][];
        for (int g = 0; g < groups; g++) {
            mean[g] = values.get(prefix(collectors, g, fold) + "running-mean").toDoubleVector();
            variance[g] =
                    values.get(prefix(collectors, g, fold) + "running-variance").toDoubleVector();
        }
        return new Moments(mean, variance, 0);
    }

    private Affine affine(Map<String, INDArray> values, TimeFold fold) {
        int groups = groups(fold);
        inverseDeviation = new double[groups][channels];
        double[][] scale = new double[groups][channels];
        double[][] shift = new double[groups][channels];
        for (int g = 0; g < groups; g++) {
            double[] weight = values.get(prefix(weights, g, fold) + "weight").toDoubleVector();
            double[] bias = values.get(prefix(weights, g, fold) + "bias").toDoubleVector();
            for (int c = 0; c < channels; c++) {
                inverseDeviation[g][c] = 1 / Math.sqrt(moments.variance()[g][c] + settings.epsilon());
                scale[g][c] = weight[c] * inverseDeviation[g][c];
                shift[g][c] = bias[c] - scale[g][c] * moments.mean()[g][c];
            }
        }
        return new Affine(scale, shift);
    }

    /** Gradients of weight and bias from the sums over each group; groups that share parameters add up. */
    void parameterGradients(ChannelSums sums, TimeFold fold, Map<String, INDArray> gradients) {
        for (String prefix : weights.prefixes()) {
            double[] weight = new double[channels];
            double[] bias = new double[channels];
            for (int g = 0; g < groups(fold); g++) {
                if (prefix(weights, g, fold).equals(prefix)) {
                    for (int c = 0; c < channels; c++) {
                        weight[c] += normalizedProduct(sums, g, c);
                        bias[c] += sums.gradient()[g][c];
                    }
                }
            }
            gradients.get(prefix + "weight").assign(Nd4j.createFromArray(weight));
            gradients.get(prefix + "bias").assign(Nd4j.createFromArray(bias));
        }
    }

    /** Sum over the group of dL/dz * normalised y. */
    private double normalizedProduct(ChannelSums sums, int g, int c) {
        return inverseDeviation[g][c] * (sums.product()[g][c] - moments.mean()[g][c] * sums.gradient()[g][c]);
    }

    /** Turns dL/dz in place into dL/dy. */
    void inputGradienti(INDArray dz, INDArray y, Affine affine, ChannelSums sums, Kernels kernels) {
        int groups = affine.groups();
        double[][] a = affine.scale();
        double[][] b = new double[groups][channels];
        double[][] d = new double[groups][channels];
        if (batchStatistics) {
            for (int g = 0; g < groups; g++) {
                for (int c = 0; c < channels; c++) {
                    double slope = a[g][c] * normalizedProduct(sums, g, c) * inverseDeviation[g][c] / moments.count();
                    b[g][c] = -slope;
                    d[g][c] = slope * moments.mean()[g][c] - a[g][c] * sums.gradient()[g][c] / moments.count();
                }
            }
        }
        kernels.combinei(dz, y, a, b, d);
    }
}
