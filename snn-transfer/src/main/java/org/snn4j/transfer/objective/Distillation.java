package org.snn4j.transfer.objective;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.transfer.Progress;

/**
 * Phased distillation: the outputs of one stream are soft targets for those of the other, until a point of the training.
 *
 * <p>L = w(p) tau^2 mean over n of KL(softmax(a_n / tau) || softmax(b_n / tau)), a and b the teacher's and the student's logits, each the mean over the steps; logits [T, N, K].
 * The teacher gets no gradient. w(p) = 1 / (1 + exp(s (p - m))) falls from 1 to 0 with the progress p of the phase; with s = 0 it is taken as 1.
 *
 * <p>Published is that the weight falls like a sigmoid between two phases, and that the teacher is a network of its own, without spikes, which sees the images. Here the teacher is the other stream of the same network; that,
 * temperature, curve and weight are choices made here.
 */
@Reference(
        title = "Cross Knowledge Distillation between Artificial and Spiking Neural Networks (ICME 2025)",
        link = "arXiv:2507.09269",
        equation = "phased knowledge distillation; teacher, temperature and curve not published",
        reconstruction = true)
public final class Distillation implements Objective {
    /**
     * @param weight factor in the sum, &gt;= 0
     * @param teacher stream whose outputs are the targets; the other one learns
     * @param temperature tau, what logits are divided by, &gt; 0
     * @param middle m, progress of the phase at which half the weight is left, in [0, 1]
     * @param steepness s, how fast it falls, &gt;= 0; 0 keeps the whole weight throughout
     */
    public record Config(double weight, Stream teacher, double temperature, double middle, double steepness) {
        public static final Config DEFAULTS = new Config(1, Stream.SOURCE, 4, 0.5, 20);

        public Config {
            Check.atLeast(weight, 0, "weight");
            Check.notNull(teacher, "teacher");
            Check.greaterThan(temperature, 0, "temperature");
            Check.inRange(middle, 0, 1, "middle");
            Check.atLeast(steepness, 0, "steepness");
        }
    }

    private final Config config;
    private final SignalKey teacher;
    private final SignalKey student;

    @Inject
    public Distillation(Config config) {
        this.config = config;
        this.teacher = SignalKey.logits(config.teacher());
        this.student = SignalKey.logits(config.teacher() == Stream.SOURCE ? Stream.TARGET : Stream.SOURCE);
    }

    @Override
    public double weight() {
        return config.weight();
    }

    @Override
    public Set<SignalKey> reads() {
        return Set.of(teacher, student);
    }

    /** Soft targets come from the teacher, not from the labels. */
    @Override
    public boolean takesSoftLabels() {
        return true;
    }

    /** w(p). */
    double share(Progress progress) {
        return config.steepness() == 0 ? 1 : Sigmoid.of(config.steepness() * (config.middle() - progress.fraction()));
    }

    @Override
    public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
        INDArray signal = input.signals().get(student);
        INDArray mean = signal.mean(0);
        int classes = (int) mean.size(1);
        double[] targets = Flat.of(input.signals().get(teacher).mean(0));
        double[] outputs = Flat.of(mean);
        double tau = config.temperature();
        double factor = share(input.progress()) * tau * tau * classes / outputs.length;
        double[] gradient = new double[outputs.length];
        double sum = 0;
        for (int row = 0; row < outputs.length; row += classes) {
            double[] wanted = logSoftmax(targets, row, classes);
            double[] got = logSoftmax(outputs, row, classes);
            for (int k = 0; k < classes; k++) {
                double p = Math.exp(wanted[k]);
                sum += p * (wanted[k] - got[k]);
                gradient[row + k] = factor * (Math.exp(got[k]) - p) / tau;
            }
        }
        long steps = signal.size(0);
        INDArray onMean = Flat.like(mean, gradient).divi(steps);
        return ObjectiveValue.of(factor * sum, Map.of(student, Flat.overTime(onMean, steps)));
    }

    /** Logarithms of softmax(logits / tau) of one sample. */
    private double[] logSoftmax(double[] logits, int row, int classes) {
        double largest = logits[row];
        for (int k = 1; k < classes; k++) {
            largest = Math.max(largest, logits[row + k]);
        }
        double[] logarithms = new double[classes];
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            logarithms[k] = (logits[row + k] - largest) / config.temperature();
            sum += Math.exp(logarithms[k]);
        }
        for (int k = 0; k < classes; k++) {
            logarithms[k] -= Math.log(sum);
        }
        return logarithms;
    }
}
