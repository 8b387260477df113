package org.snn4j.transfer.objective;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;
import org.snn4j.core.Views;
import org.snn4j.core.network.Signals;
import org.snn4j.transfer.Progress;

/**
 * Semantic loss of He et al.'s first version: event features shall not resemble image features of other classes.
 *
 * <p>S = (1/T) sum over t of |CKA(F_target[t], F_source[t, partner])|, each sample with the image features of a partner of another class; L = S
 * if S &gt; margin, else 0 (the margin is not subtracted, as published). Gram form of {@link LinearCka}. Signal [T, N, ...].
 *
 * <p>The term is present while from &lt; epoch/epochs &lt;= until, epochs counted from 0; with {@code from} 0 it starts at once. The published
 * code uses 0 to 0.5, on N-Caltech101 0.33 to 0.5, and margins 0.1 (CIFAR10-DVS), 0.3 (N-Caltech101) and 0.2.
 *
 * <p>Difference from the source, which draws another class uniformly and then one of its samples: the partner is the next sample of another
 * class in the batch, from the end on to its beginning, so that the order of the batch is the draw. A batch of one class has no pairs: value 0.
 */
@Reference(
        title =
                "An Efficient Knowledge Transfer Strategy for Spiking Neural Networks from Static to Event Domain, first preprint",
        link = "https://github.com/BrainCog-X/Brain-Cog",
        equation = "transfer_for_dvs/main_transfer.py, train_epoch, semantic_loss",
        reconstruction = true)
public final class Semantic extends PairObjective {
    /**
     * @param weight factor in the sum, &gt;= 0
     * @param signal what is compared
     * @param margin resemblance that is tolerated, in [0, 1]
     * @param from share of the epochs after which the term is added, in [0, 1]
     * @param until share of the epochs up to which the term is added, in [0, 1]
     */
    public record Config(double weight, String signal, double margin, double from, double until) {
        public static final Config DEFAULTS = new Config(0.5, "feature.after-reset", 0.2, 0, 0.5);

        public Config {
            Check.atLeast(weight, 0, "weight");
            Check.notBlank(signal, "signal");
            Check.inRange(margin, 0, 1, "margin");
            Check.inRange(from, 0, 1, "from");
            Check.inRange(until, from, 1, "until");
        }
    }

    private final Config config;

    @Inject
    public Semantic(Config config) {
        super(config.weight(), config.signal());
        this.config = config;
    }

    @Override
    public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
        int[] partners = partners(input.labels());
        return partners.length == 0 || !present(input.progress())
                ? ObjectiveValue.of(0, Map.of())
                : evaluate(input.signals(), partners);
    }

    /**
     * The term for given partners, whatever the epoch.
     *
     * @param partners for each sample the index of the sample whose image features it is compared with
     */
    public ObjectiveValue evaluate(Signals signals, int[] partners) {
        INDArray source = pair.source(signals);
        INDArray target = pair.target(signals);
        int steps = (int) source.size(0);
        double[] factors = new double[steps];
        Arrays.fill(factors, 1.0 / steps);
        LinearCka.Steps cka = LinearCka.overSteps(target, gather(source, partners), CkaForm.GRAM, factors);
        double resemblance = Arrays.stream(cka.values()).sum() / steps;
        if (resemblance <= config.margin()) {
            return ObjectiveValue.of(0, Map.of());
        }
        return ObjectiveValue.of(resemblance, pair.gradients(signals, scatter(cka.dy(), partners), cka.dx()));
    }

    private boolean present(Progress progress) {
        double epoch = progress.epoch();
        boolean started = config.from() == 0 || epoch > config.from() * progress.epochs();
        return started && epoch <= config.until() * progress.epochs();
    }

    /** For each sample the next one of another class, cyclically; empty if there is only one class. */
    static int[] partners(int[] labels) {
        int[] partners = new int[labels.length];
        for (int n = 0; n < labels.length; n++) {
            int distance = 1;
            while (distance < labels.length && labels[(n + distance) % labels.length] == labels[n]) {
                distance++;
            }
            if (distance == labels.length) {
                return new int[0];
            }
            partners[n] = (n + distance) % labels.length;
        }
        return partners;
    }

    /** Features [T, N, F] of the partners. */
    private static INDArray gather(INDArray features, int[] partners) {
        INDArray gathered = Nd4j.createUninitialized(features.dataType(), features.shape(), 'c');
        for (long t = 0; t < features.size(0); t++) {
            INDArray from = Flat.step(features, t);
            INDArray to = Flat.step(gathered, t);
            for (int n = 0; n < partners.length; n++) {
                Views.at(to, n).assign(Views.at(from, partners[n]));
            }
        }
        return gathered;
    }

    /** The transpose of {@link #gather}: a sample that is partner of several gets the sum. */
    private static INDArray scatter(INDArray gradient, int[] partners) {
        INDArray scattered = Nd4j.zeros(gradient.dataType(), gradient.shape());
        for (long t = 0; t < gradient.size(0); t++) {
            INDArray from = Flat.step(gradient, t);
            INDArray to = Flat.step(scattered, t);
            for (int n = 0; n < partners.length; n++) {
                Views.at(to, partners[n]).addi(Views.at(from, n));
            }
        }
        return scattered;
    }
}
