package org.snn4j.transfer.objective;

import jakarta.inject.Inject;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Check;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.network.SignalShapes;
import org.snn4j.transfer.Progress;

/**
 * Domain-adversarial training: a small head tells from a feature which stream it comes from, and the network is trained to make that impossible.
 *
 * <p>L = mean over all samples of both streams of BCE(sigmoid(head(f)), d), d = 0 for the source, 1 for the target, f the mean of the signal over the steps. The head
 * descends L. The features get the reversed gradient, -r dL/df: so the gradients of this term with respect to the signals are <em>not</em> those of its value. r is
 * {@code reversal}, or rises with the progress p of the phase as r (2 / (1 + exp(-10 p)) - 1).
 *
 * <p>The mean over the steps, the hidden layer and its width are choices made here.
 */
@Reference(
        title = "Domain-Adversarial Training of Neural Networks",
        link = "arXiv:1505.07818",
        equation = "gradient reversal layer and its schedule; head and feature are ours",
        reconstruction = true)
public final class Dann extends PairObjective {
    private static final double STEEPNESS = 10;

    /** How the reversed gradient's factor develops. */
    public enum Schedule {
        /** From 0 to the whole factor over the phase. */
        RISING,
        /** The whole factor from the start. */
        CONSTANT
    }

    /**
     * @param weight factor in the sum, &gt;= 0
     * @param signal what the head reads
     * @param head name of the head; two terms with the same name share it
     * @param hidden units of its hidden layer, at least 1
     * @param reversal r, largest factor of the reversed gradient, &gt;= 0
     * @param schedule how that factor develops
     */
    public record Config(double weight, String signal, String head, int hidden, double reversal, Schedule schedule) {
        public static final Config DEFAULTS = new Config(0.1, "feature.spikes", "dann", 64, 1, Schedule.RISING);

        public Config {
            Check.atLeast(weight, 0, "weight");
            Check.notBlank(signal, "signal");
            Check.notBlank(head, "head");
            Check.atLeast(hidden, 1, "hidden");
            Check.atLeast(reversal, 0, "reversal");
            Check.notNull(schedule, "schedule");
        }
    }

    private final Config config;
    private final DomainHead head;

    @Inject
    public Dann(Config config) {
        super(config.weight(), config.signal());
        this.config = config;
        this.head = new DomainHead(config.head(), config.hidden());
    }

    @Override
    public List<ParameterSpec> parameters(SignalShapes shapes) {
        return head.parameters(shapes.shape(new SignalKey(Stream.SOURCE, config.signal())));
    }

    /** Factor of the reversed gradient at this moment. */
    double reversal(Progress progress) {
        return config.schedule() == Schedule.CONSTANT
                ? config.reversal()
                : config.reversal() * (2 / (1 + Math.exp(-STEEPNESS * progress.fraction())) - 1);
    }

    @Override
    public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
        INDArray source = pair.source(input.signals());
        INDArray target = pair.target(input.signals());
        long sources = source.size(1);
        INDArray rows = Nd4j.concat(0, source.mean(0), target.mean(0));
        INDArray hidden = head.hidden(rows, parameters);
        double[] outputs = head.outputs(hidden, parameters);
        double[] gradient = new double[outputs.length];
        double sum = 0;
        for (int r = 0; r < outputs.length; r++) {
            double domain = r < sources ? 0 : 1;
            sum += Sigmoid.crossEntropy(outputs[r], domain);
            gradient[r] = (Sigmoid.of(outputs[r]) - domain) / outputs.length;
        }
        DomainHead.Gradients gradients = head.backward(rows, hidden, gradient, parameters);
        INDArray reversed = gradients.onRows().mul(-reversal(input.progress()));
        return new ObjectiveValue(
                sum / outputs.length,
                pair.gradients(
                        input.signals(),
                        overSteps(reversed, 0, sources, source.size(0)),
                        overSteps(reversed, sources, rows.size(0), target.size(0))),
                gradients.onParameters());
    }

    /** Rows from, to (exclusive) of a gradient on time means, as one on [T, N, F]. */
    private static INDArray overSteps(INDArray onRows, long from, long to, long steps) {
        double[] all = Flat.of(onRows);
        int width = (int) onRows.size(1);
        double[] part = new double[(int) (to - from) * width];
        for (int i = 0; i < part.length; i++) {
            part[i] = all[(int) from * width + i] / steps;
        }
        INDArray matrix = Nd4j.createFromArray(part).castTo(onRows.dataType()).reshape('c', to - from, width);
        return Flat.overTime(matrix, steps);
    }
}
