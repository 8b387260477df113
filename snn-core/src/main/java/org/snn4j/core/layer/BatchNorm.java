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
 *
 * <p>With {@link Normalization.Mode#TEMPORAL_EFFECTIVE} the result of step t is multiplied by a learned p[t]: the affine map has a group for each
 * step, the statistics have one for each stream.
 */
final class BatchNorm {
    private static final String STEP_SCALE = "step-scale";

    private final Normalization settings;
    private final int channels;
    private final int steps;
    private final StreamWeights weights;
    private final StreamWeights collectors;

    private Moments moments;
    private double[][] inverseDeviation;
    private boolean batchStatistics;
    /** p of each stream and step; null unless steps have factors of their own. */
    private double[][] stepScales;
    /** Scale of the affine map before that factor. */
    private double[][] baseScale;

    /**
     * @param steps T
     * @param streams all streams of the network
     * @param owners streams with weight and bias of their own; empty if they share them
     */
    BatchNorm(
            Normalization settings,
            int channels,
            int steps,
            Map<Stream, Integer> streams,
            Map<Stream, Integer> owners) {
        this.settings = settings;
        this.channels = channels;
        this.steps = steps;
        this.weights = new StreamWeights(owners);
        this.collectors = settings.running() == Normalization.Running.PER_STREAM ? new StreamWeights(streams) : weights;
    }

    List<ParameterSpec> parameters() {
        List<ParameterSpec> specs = new ArrayList<>();
        for (String prefix : weights.prefixes()) {
            specs.add(ParameterSpec.constant(prefix + "weight", settings.scale(), channels));
            specs.add(ParameterSpec.constant(prefix + "bias", 0, channels));
            if (scalesSteps()) {
                specs.add(ParameterSpec.constant(prefix + STEP_SCALE, 1, steps));
            }
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
        Affine affine = affine(values, pass.fold());
        return scalesSteps() ? scaled(affine, values, pass.fold()) : affine;
    }

    private boolean scalesSteps() {
        return settings.mode() == Normalization.Mode.TEMPORAL_EFFECTIVE;
    }

    private Affine scaled(Affine affine, Map<String, INDArray> values, TimeFold fold) {
        baseScale = affine.scale();
        stepScales = new double[affine.groups()][];
        double[][] scale = new double[affine.groups() * steps][channels];
        double[][] shift = new double[affine.groups() * steps][channels];
        for (int s = 0; s < affine.groups(); s++) {
            stepScales[s] = values.get(prefix(weights, s, fold) + STEP_SCALE).toDoubleVector();
            for (int t = 0; t < steps; t++) {
                for (int c = 0; c < channels; c++) {
                    scale[s * steps + t][c] = stepScales[s][t] * affine.scale()[s][c];
                    shift[s * steps + t][c] = stepScales[s][t] * affine.shift()[s][c];
                }
            }
        }
        return new Affine(scale, shift);
    }

    /** Sums over each group of statistics from those over each group of the affine map. */
    private ChannelSums merged(ChannelSums sums) {
        if (!scalesSteps()) {
            return sums;
        }
        double[][] gradient = new double[stepScales.length][channels];
        double[][] product = new double[stepScales.length][channels];
        for (int s = 0; s < stepScales.length; s++) {
            for (int t = 0; t < steps; t++) {
                for (int c = 0; c < channels; c++) {
                    gradient[s][c] += stepScales[s][t] * sums.gradient()[s * steps + t][c];
                    product[s][c] += stepScales[s][t] * sums.product()[s * steps + t][c];
                }
            }
        }
        return new ChannelSums(gradient, product);
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

    /**
     * Gradients of weight and bias, and of the factors of steps, from the sums over each group; groups that share parameters add up.
     *
     * @param values current values of the parameters
     */
    void parameterGradients(
            ChannelSums groupSums, TimeFold fold, Map<String, INDArray> values, Map<String, INDArray> gradients) {
        if (scalesSteps()) {
            stepGradients(groupSums, fold, values, gradients);
        }
        ChannelSums sums = merged(groupSums);
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

    /** dL/dp[t] = sum of dL/dz * (weight * normalised y + bias) over step t. */
    private void stepGradients(
            ChannelSums sums, TimeFold fold, Map<String, INDArray> values, Map<String, INDArray> gradients) {
        for (String prefix : weights.prefixes()) {
            double[] weight = values.get(prefix + "weight").toDoubleVector();
            double[] bias = values.get(prefix + "bias").toDoubleVector();
            double[] gradient = new double[steps];
            for (int g = 0; g < groups(fold); g++) {
                for (int t = 0; t < steps && prefix(weights, g, fold).equals(prefix); t++) {
                    int group = g * steps + t;
                    for (int c = 0; c < channels; c++) {
                        gradient[t] +=
                                weight[c] * normalizedProduct(sums, group, g, c) + bias[c] * sums.gradient()[group][c];
                    }
                }
            }
            gradients.get(prefix + STEP_SCALE).assign(Nd4j.createFromArray(gradient));
        }
    }

    /** Sum over the group of dL/dz * normalised y. */
    private double normalizedProduct(ChannelSums sums, int g, int c) {
        return normalizedProduct(sums, g, g, c);
    }

    /** The same over a part of the group g of statistics. */
    private double normalizedProduct(ChannelSums sums, int part, int g, int c) {
        return inverseDeviation[g][c] * (sums.product()[part][c] - moments.mean()[g][c] * sums.gradient()[part][c]);
    }

    /** Turns dL/dz in place into dL/dy. */
    void inputGradienti(INDArray dz, INDArray y, Affine affine, ChannelSums groupSums, Kernels kernels) {
        int groups = affine.groups();
        double[][] a = affine.scale();
        double[][] b = new double[groups][channels];
        double[][] d = new double[groups][channels];
        if (batchStatistics) {
            ChannelSums sums = merged(groupSums);
            int perStatistics = groups / inverseDeviation.length;
            for (int group = 0; group < groups; group++) {
                int g = group / perStatistics;
                for (int c = 0; c < channels; c++) {
                    double scale = scalesSteps() ? baseScale[g][c] : a[g][c];
                    double slope = scale * normalizedProduct(sums, g, c) * inverseDeviation[g][c] / moments.count();
                    b[group][c] = -slope;
                    d[group][c] = slope * moments.mean()[g][c] - scale * sums.gradient()[g][c] / moments.count();
                }
            }
        }
        kernels.combinei(dz, y, a, b, d);
    }
}
