package org.snn4j.transfer.objective;

import jakarta.inject.Inject;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;

/**
 * Alignment without regard to time: L = 1 - CKA(S_source, S_target), by {@link LinearCka}, on spikes brought together over time.
 *
 * <p>In [0, 1]. Signal [T, N, ...], everything behind N flattened.
 */
@Reference(
        title = "R2ETL: encoding alignment (IEEE TIP 2024)",
        link = "doi:10.1109/TIP.2024.3430043",
        equation = "TL/utils/loss_function.py, linear_CKA, of kanpeiming/RISTL")
public final class Cka extends PairObjective {
    /** What becomes of the time axis. */
    public enum OverTime {
        /** S = sum over t of s_t, [N, F]: as published. */
        SUM,
        /** S = all steps side by side, [N, T*F]: in the authors' code, but not used by it. */
        FLATTEN
    }

    /**
     * @param weight factor in the sum, &gt;= 0; the authors' default is 0.1
     * @param signal what is compared
     * @param form where the small number in the denominator goes
     * @param overTime what becomes of the time axis
     */
    public record Config(double weight, String signal, CkaForm form, OverTime overTime) {
        public static final Config DEFAULTS = new Config(0.1, "encoding.spikes", CkaForm.GRAM, OverTime.SUM);

        public Config {
            Check.atLeast(weight, 0, "weight");
            Check.notBlank(signal, "signal");
            Check.notNull(form, "form");
            Check.notNull(overTime, "over-time");
        }
    }

    private final Config config;

    @Inject
    public Cka(Config config) {
        super(config.weight(), config.signal());
        this.config = config;
    }

    @Override
    public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
        INDArray source = pair.source(input.signals());
        INDArray target = pair.target(input.signals());
        LinearCka.Similarity cka = LinearCka.of(reduce(source), reduce(target), config.form());
        return ObjectiveValue.of(
                1 - cka.value(),
                pair.gradients(
                        input.signals(),
                        spread(cka.dx().negi(), source),
                        spread(cka.dy().negi(), target)));
    }

    /** [T, N, F] to [N, F] or [N, T*F]. */
    private INDArray reduce(INDArray signal) {
        return switch (config.overTime()) {
            case SUM -> signal.sum(0);
            case FLATTEN ->
                signal.permute(1, 0, 2).dup('c').reshape('c', signal.size(1), signal.size(0) * signal.size(2));
        };
    }

    /** The transpose of {@link #reduce}. */
    private INDArray spread(INDArray gradient, INDArray signal) {
        return switch (config.overTime()) {
            case SUM -> Flat.overTime(gradient, signal.size(0));
            case FLATTEN ->
                gradient.reshape('c', signal.size(1), signal.size(0), signal.size(2))
                        .permute(1, 0, 2)
                        .dup('c');
        };
    }
}
