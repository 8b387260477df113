package org.snn4j.eval.golden.losses;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Parameters;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;
import org.snn4j.transfer.objective.Cka;
import org.snn4j.transfer.objective.CkaForm;
import org.snn4j.transfer.objective.Mmd;
import org.snn4j.transfer.objective.Mse;
import org.snn4j.transfer.objective.Objective;
import org.snn4j.transfer.objective.ObjectiveValue;
import org.snn4j.transfer.objective.TemporalCka;
import org.snn4j.transfer.objective.Tmse;

/** The alignment losses of the R2ETL group; a loss that failed in their code is absent from the case and not compared. */
public final class R2AlignmentVerifier implements GoldenVerifier {
    private static final String POTENTIALS = "feature.before-reset";
    private static final String SPIKES = "feature.spikes";

    private static final Map<String, Objective> LOSSES = Map.of(
            "tcka_gram", new TemporalCka(new TemporalCka.Config(1, POTENTIALS, CkaForm.GRAM)),
            "tcka_feature", new TemporalCka(new TemporalCka.Config(1, POTENTIALS, CkaForm.FEATURE)),
            "cka_sum_gram", new Cka(new Cka.Config(1, SPIKES, CkaForm.GRAM, Cka.OverTime.SUM)),
            "cka_sum_feature", new Cka(new Cka.Config(1, SPIKES, CkaForm.FEATURE, Cka.OverTime.SUM)),
            "cka_flatten_gram", new Cka(new Cka.Config(1, SPIKES, CkaForm.GRAM, Cka.OverTime.FLATTEN)),
            "tmse", new Tmse(new Tmse.Config(1, POTENTIALS)),
            "mse", new Mse(new Mse.Config(1, SPIKES, Mse.TimeMean.ABOVE_TWO_SAMPLES)),
            "mmd", new Mmd(new Mmd.Config(1, SPIKES)));

    @Override
    public String kind() {
        return "losses";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().startsWith("r2_align_");
    }

    @Override
    public void verify(GoldenCase golden) {
        for (String array : golden.names()) {
            if (array.startsWith("out_")) {
                verify(golden, array.substring("out_".length()));
            }
        }
    }

    private static void verify(GoldenCase golden, String name) {
        Objective loss = LOSSES.get(name);
        if (loss == null) {
            throw new AssertionError(golden + ": no objective for out_" + name);
        }
        String signal = loss.reads().iterator().next().name();
        String array = signal.equals(SPIKES) ? "in_spike_" : "in_mem_";
        SignalKey source = new SignalKey(Stream.SOURCE, signal);
        SignalKey target = new SignalKey(Stream.TARGET, signal);
        Map<SignalKey, INDArray> signals = Map.of(
                source,
                Inputs.swapped(golden.nd(array + "source")),
                target,
                Inputs.swapped(golden.nd(array + "target")));
        int samples = golden.parameter("B").asInt();
        ObjectiveValue value = loss.evaluate(Inputs.of(signals, new int[samples]), Parameters.none());
        GoldenAssert.close(golden, "out_" + name, value.value());
        GoldenAssert.close(
                golden, "grad_source_" + name, Inputs.swapped(value.gradients().get(source)));
        GoldenAssert.close(
                golden, "grad_target_" + name, Inputs.swapped(value.gradients().get(target)));
    }
}
