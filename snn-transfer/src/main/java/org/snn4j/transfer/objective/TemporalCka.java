package org.snn4j.transfer.objective;

import jakarta.inject.Inject;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;

/**
 * Temporal CKA: L = 1 - (1/T) sum over t of CKA(V_source[t], V_target[t]), by {@link LinearCka}, on membrane potentials before the reset.
 *
 * <p>In [0, 1]. Signal [T, N, ...], everything behind N flattened.
 */
@Reference(
        title = "R2ETL: temporal centered kernel alignment (IEEE TIP 2024)",
        link = "doi:10.1109/TIP.2024.3430043",
        equation = "TL/utils/loss_function.py, temporal_linear_CKA, of kanpeiming/RISTL")
public final class TemporalCka extends PairObjective {
    /**
     * @param weight factor in the sum, &gt;= 0; the authors' default is 0.1
     * @param signal what is compared
     * @param form where the small number in the denominator goes
     */
    public record Config(double weight, String signal, CkaForm form) {
        public static final Config DEFAULTS = new Config(0.1, "feature.before-reset", CkaForm.GRAM);

        public Config {
            Check.atLeast(weight, 0, "weight");
            Check.notBlank(signal, "signal");
            Check.notNull(form, "form");
        }
    }

    private final Config config;

    @Inject
    public TemporalCka(Config config) {
        super(config.weight(), config.signal());
        this.config = config;
    }

    @Override
    public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
        INDArray source = pair.source(input.signals());
        double[] factors = new double[(int) source.size(0)];
        Arrays.fill(factors, -1.0 / factors.length);
        LinearCka.Steps cka = LinearCka.overSteps(source, pair.target(input.signals()), config.form(), factors);
        double value = 1 - Arrays.stream(cka.values()).sum() / factors.length;
        return ObjectiveValue.of(value, pair.gradients(input.signals(), cka.dx(), cka.dy()));
    }
}
