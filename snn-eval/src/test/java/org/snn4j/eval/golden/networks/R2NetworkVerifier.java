package org.snn4j.eval.golden.networks;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.Nd4jKernels;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.optimize.Adam;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;
import org.snn4j.transfer.Mixture;
import org.snn4j.transfer.method.ComposedTransfer;
import org.snn4j.transfer.method.MethodValue;
import org.snn4j.transfer.mixing.NoMixing;
import org.snn4j.transfer.objective.Cka;
import org.snn4j.transfer.objective.CkaForm;
import org.snn4j.transfer.objective.Mmd;
import org.snn4j.transfer.objective.Mse;
import org.snn4j.transfer.objective.Objective;
import org.snn4j.transfer.objective.StepWeighting;
import org.snn4j.transfer.objective.TemporalCka;
import org.snn4j.transfer.objective.Tet;
import org.snn4j.transfer.objective.Tmse;

/** R2ETL's networks with every alignment loss of its code and Adam: one step, then evaluation. */
public final class R2NetworkVerifier implements GoldenVerifier {
    private static final Map<Stream, String> FRAMES = Map.of(Stream.SOURCE, "in_source", Stream.TARGET, "in_target");

    /** Bias of a convolution in front of a batch norm: its gradient is 0, what the case holds is rounding noise. */
    private static final Pattern IDLE_BIAS = Pattern.compile(".*\\.fwd\\.module\\.0\\.bias");

    private static final double IDLE_GRADIENT = 1e-10;
    private static final double IDLE_PARAMETER = 1e-6;

    @Override
    public String kind() {
        return "networks";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().startsWith("r2_");
    }

    @Override
    public void verify(GoldenCase golden) {
        Map<String, Objective> objectives = objectives(golden);
        ComposedTransfer method = new ComposedTransfer(EnumSet.allOf(Stream.class), new NoMixing(), objectives);
        double rate = golden.parameter("lr").asDouble();
        Adam adam = new Adam(new Adam.Config(rate, 0.9, 0.999, 1e-8));
        try (GoldenTraining training = new GoldenTraining(
                golden, R2Networks.of(golden), FRAMES, method, adam, DataType.DOUBLE, new Nd4jKernels())) {
            observeAll(training, objectives);
            MethodValue value = training.differentiate(unmixed(golden));
            compareForward(golden, training, value, objectives);
            training.compareGradients((array, got) -> compare(golden, array, got, IDLE_GRADIENT));
            training.compareInputGradient(Stream.SOURCE, "grad_in_source");
            training.compareInputGradient(Stream.TARGET, "grad_in_target");
            training.update(rate);
            training.compareState("par1.", (array, got) -> compare(golden, array, got, IDLE_PARAMETER));
            GoldenAssert.close(golden, "out_eval_logits_target", GoldenTraining.stepsFirst(training.evaluate()));
        }
    }

    /** Also what only an objective of weight 0 reads: its value is in the case. */
    private static void observeAll(GoldenTraining training, Map<String, Objective> objectives) {
        Set<SignalKey> keys = new LinkedHashSet<>();
        objectives.values().forEach(objective -> keys.addAll(objective.reads()));
        training.network().observe(keys);
    }

    private static Mixture unmixed(GoldenCase golden) {
        int steps = golden.parameter("T").asInt();
        int[] never = new int[golden.parameter("B").asInt()];
        Arrays.fill(never, steps);
        return new Mixture(never, steps);
    }

    private static Map<String, Objective> objectives(GoldenCase golden) {
        Map<String, Objective> objectives = new LinkedHashMap<>();
        objectives.put("cls_source", classification(Stream.SOURCE));
        objectives.put("cls_target", classification(Stream.TARGET));
        objectives.put(
                "encoder",
                alignment(
                        golden,
                        golden.text("encoder_loss"),
                        golden.parameter("lambda_enc").asDouble(),
                        "encoding"));
        objectives.put(
                "feature",
                alignment(
                        golden,
                        golden.text("feature_loss"),
                        golden.parameter("lambda_fea").asDouble(),
                        "feature"));
        return objectives;
    }

    private static Objective classification(Stream stream) {
        return new Tet(new Tet.Config(1, stream, 1e-3, 1, StepWeighting.NONE, StepWeighting.NONE, 0, Optional.empty()));
    }

    private static Objective alignment(GoldenCase golden, String loss, double weight, String site) {
        CkaForm form = golden.text("cka_form").startsWith("Gram") ? CkaForm.GRAM : CkaForm.FEATURE;
        String spikes = site + ".spikes";
        String potentials = site + ".before-reset";
        return switch (loss) {
            case "CKA" -> new Cka(new Cka.Config(weight, spikes, form, Cka.OverTime.SUM));
            case "TCKA" -> new TemporalCka(new TemporalCka.Config(weight, potentials, form));
            case "TMSE" -> new Tmse(new Tmse.Config(weight, potentials));
            case "MSE" -> new Mse(new Mse.Config(weight, spikes, Mse.TimeMean.ABOVE_TWO_SAMPLES));
            case "MMD" -> new Mmd(new Mmd.Config(weight, spikes));
            default -> throw new AssertionError(golden + ": no objective for the loss " + loss);
        };
    }

    private static void compareForward(
            GoldenCase golden, GoldenTraining training, MethodValue value, Map<String, Objective> objectives) {
        for (Stream stream : Stream.values()) {
            INDArray logits = training.signal(stream, SignalKey.LOGITS);
            GoldenAssert.close(golden, "out_logits_" + stream.label(), GoldenTraining.stepsFirst(logits));
        }
        for (String term : new TreeSet<>(objectives.keySet())) {
            GoldenAssert.close(golden, "out_loss_" + term, training.valueOf(objectives.get(term)));
        }
        GoldenAssert.close(golden, "out_loss", value.total());
        training.compareState("buf1.", (array, got) -> GoldenAssert.close(golden, array, got));
    }

    private static void compare(GoldenCase golden, String array, INDArray got, double idle) {
        if (IDLE_BIAS.matcher(array).matches()) {
            GoldenAssert.closeWithin(golden, array, 0, idle, GoldenAssert.values(got));
        } else {
            GoldenAssert.close(golden, array, got);
        }
    }
}
