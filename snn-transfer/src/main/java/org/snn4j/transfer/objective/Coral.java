package org.snn4j.transfer.objective;

import jakarta.inject.Inject;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;
import org.snn4j.core.kernel.MatrixProduct;

/**
 * Correlation alignment: L = |C_source - C_target|^2 / (4 F^2), C the covariance of a batch of features [N, F] with n - 1 in its denominator, | | the Frobenius norm.
 *
 * <p>A sample's feature is the mean of its signal over the steps; that, the signal and the weight are choices made here. Streams may have different numbers of
 * samples, each at least two: a single sample has no covariance, then L is 0. The F x F matrices are never made: with centred X and Y,
 * |C|^2 = |X X^T|^2 / (n-1)^2 and the inner product of both is |X Y^T|^2 / ((n-1)(m-1)).
 */
@Reference(
        title = "Deep CORAL: Correlation Alignment for Deep Domain Adaptation",
        link = "arXiv:1607.01719",
        equation = "(1) to (3), on the mean over the steps",
        reconstruction = true)
public final class Coral extends PairObjective {
    /**
     * @param weight factor in the sum, &gt;= 0
     * @param signal what is compared
     */
    public record Config(double weight, String signal) {
        public static final Config DEFAULTS = new Config(1, "feature.spikes");

        public Config {
            Check.atLeast(weight, 0, "weight");
            Check.notBlank(signal, "signal");
        }
    }

    @Inject
    public Coral(Config config) {
        super(config.weight(), config.signal());
    }

    @Override
    public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
        INDArray source = pair.source(input.signals());
        INDArray target = pair.target(input.signals());
        if (source.size(2) != target.size(2)) {
            throw new IllegalArgumentException("covariances of " + source.size(2) + " and " + target.size(2)
                    + " features cannot be compared: must be as many");
        }
        INDArray x = centred(source);
        INDArray y = centred(target);
        double ofX = 1.0 / Math.max(1, x.size(0) - 1);
        double ofY = 1.0 / Math.max(1, y.size(0) - 1);
        double scale = 1 / (4.0 * x.size(1) * x.size(1));
        INDArray xx = MatrixProduct.withTransposed(x, x);
        INDArray yy = MatrixProduct.withTransposed(y, y);
        INDArray xy = MatrixProduct.withTransposed(x, y);
        double value = scale
                * (ofX * ofX * Flat.squaredNorm(xx)
                        + ofY * ofY * Flat.squaredNorm(yy)
                        - 2 * ofX * ofY * Flat.squaredNorm(xy));
        INDArray onX =
                MatrixProduct.of(xx, x).muli(ofX).subi(MatrixProduct.of(xy, y).muli(ofY));
        INDArray onY = MatrixProduct.of(yy, y)
                .muli(ofY)
                .subi(MatrixProduct.ofTransposed(xy, x).muli(ofX));
        return ObjectiveValue.of(
                value,
                pair.gradients(
                        input.signals(),
                        overSteps(onX.muli(4 * scale * ofX), source.size(0)),
                        overSteps(onY.muli(4 * scale * ofY), target.size(0))));
    }

    /** Time mean of [T, N, F] less its mean over the batch, [N, F]. */
    private static INDArray centred(INDArray signal) {
        INDArray mean = signal.mean(0);
        return mean.sub(mean.mean(true, 0));
    }

    private static INDArray overSteps(INDArray onMean, long steps) {
        return Flat.overTime(onMean.divi(steps), steps);
    }
}
