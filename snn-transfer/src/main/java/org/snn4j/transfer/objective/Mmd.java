package org.snn4j.transfer.objective;

import jakarta.inject.Inject;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;

/**
 * Maximum mean discrepancy with a linear kernel: L = |m_source - m_target|^2, m the mean over steps and batch, a vector of F features.
 *
 * <p>Both streams have the same shape [T, N, ...]. The authors' code fails for batches of one or two samples; here they are like any other.
 */
@Reference(
        title = "R2ETL (IEEE TIP 2024), alternative of its ablation",
        link = "doi:10.1109/TIP.2024.3430043",
        equation = "TL/utils/loss_function.py, MMD_loss, of kanpeiming/RISTL")
public final class Mmd extends PairObjective {
    /**
     * @param weight factor in the sum, &gt;= 0; the authors' default is 0.1
     * @param signal what is compared
     */
    public record Config(double weight, String signal) {
        public static final Config DEFAULTS = new Config(0.1, "feature.spikes");

        public Config {
            Check.atLeast(weight, 0, "weight");
            Check.notBlank(signal, "signal");
        }
    }

    @Inject
    public Mmd(Config config) {
        super(config.weight(), config.signal());
    }

    @Override
    public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
        INDArray difference = pair.difference(input.signals());
        long rows = difference.size(0) * difference.size(1);
        INDArray mean = difference.mean(0, 1);
        INDArray gradient = Flat.overTime(mean.mul(2.0 / rows), rows);
        return ObjectiveValue.of(Flat.squaredNorm(mean), pair.gradients(input.signals(), gradient));
    }
}
