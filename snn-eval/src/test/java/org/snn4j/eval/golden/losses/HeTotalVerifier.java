package org.snn4j.eval.golden.losses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Parameters;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;
import org.snn4j.transfer.objective.CkaForm;
import org.snn4j.transfer.objective.CrossEntropy;
import org.snn4j.transfer.objective.He2024Alignment;
import org.snn4j.transfer.objective.LinearCka;
import org.snn4j.transfer.objective.Objective;
import org.snn4j.transfer.objective.ObjectiveInput;
import org.snn4j.transfer.objective.ObjectiveValue;
import org.snn4j.transfer.objective.StepWeighting;
import org.snn4j.transfer.objective.Tet;

/** He et al.'s total loss as a sum of our objectives, L_s + L_e + coefficient * L_DA, with the gradients summed by weight. */
public final class HeTotalVerifier implements GoldenVerifier {
    private static final SignalKey SOURCE_FEATURE = new SignalKey(Stream.SOURCE, "feature.after-reset");
    private static final SignalKey TARGET_FEATURE = new SignalKey(Stream.TARGET, "feature.after-reset");

    @Override
    public String kind() {
        return "losses";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().startsWith("he_total_");
    }

    @Override
    public void verify(GoldenCase golden) {
        ObjectiveInput input = input(golden);
        Parameters parameters = new Parameters(Map.of(StepWeighting.PARAMETER, golden.nd("par_eta")));
        Objective source = sourceTerm(golden);
        Objective target = targetTerm(golden);
        Objective alignment = alignment(golden);

        perStepCka(golden);
        GoldenAssert.close(
                golden, "out_loss_rgb", source.evaluate(input, parameters).value());
        GoldenAssert.close(
                golden, "out_loss_dvs", target.evaluate(input, parameters).value());
        GoldenAssert.close(
                golden, "out_domain_loss", alignment.evaluate(input, parameters).value());
        Total total = new Total(input, parameters, List.of(source, target, alignment));
        GoldenAssert.close(golden, "out_loss", total.value);
        GoldenAssert.close(golden, "grad_logits_rgb", total.gradient(SignalKey.logits(Stream.SOURCE)));
        GoldenAssert.close(golden, "grad_logits_dvs", total.gradient(SignalKey.logits(Stream.TARGET)));
        GoldenAssert.close(golden, "grad_feat_rgb", total.gradient(SOURCE_FEATURE));
        GoldenAssert.close(golden, "grad_feat_dvs", total.gradient(TARGET_FEATURE));
        GoldenAssert.close(golden, "grad_par_eta", total.etaGradient);
    }

    private static ObjectiveInput input(GoldenCase golden) {
        return Inputs.of(
                Map.of(
                        SOURCE_FEATURE,
                        golden.nd("in_feat_rgb"),
                        TARGET_FEATURE,
                        golden.nd("in_feat_dvs"),
                        SignalKey.logits(Stream.SOURCE),
                        golden.nd("in_logits_rgb"),
                        SignalKey.logits(Stream.TARGET),
                        golden.nd("in_logits_dvs")),
                golden.array("in_label").ints());
    }

    private static void perStepCka(GoldenCase golden) {
        INDArray source = golden.nd("in_feat_rgb");
        INDArray target = golden.nd("in_feat_dvs");
        List<Double> values = new ArrayList<>();
        for (long t = 0; t < source.size(0); t++) {
            INDArray x = source.slice(t).reshape(source.size(1), -1);
            INDArray y = target.slice(t).reshape(target.size(1), -1);
            values.add(LinearCka.of(x, y, CkaForm.GRAM).value());
        }
        GoldenAssert.close(
                golden,
                "out_cka",
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Objective sourceTerm(GoldenCase golden) {
        return classification(golden, Stream.SOURCE, StepWeighting.NONE, StepWeighting.NONE);
    }

    private static Objective targetTerm(GoldenCase golden) {
        boolean regularized = golden.parameter("regularization").asBoolean();
        return classification(
                golden, Stream.TARGET, stepWeights(golden), regularized ? StepWeighting.LEARNED : StepWeighting.NONE);
    }

    private static Objective classification(
            GoldenCase golden, Stream stream, StepWeighting entropy, StepWeighting error) {
        if (!golden.parameter("TET_loss").asBoolean()) {
            return new CrossEntropy(new CrossEntropy.Config(1, stream, Optional.empty()));
        }
        double lambda = golden.parameter("lambda_mse").asDouble();
        double target = golden.parameter("mse_target").asDouble();
        return new Tet(new Tet.Config(1, stream, lambda, target, entropy, error, constant(golden), Optional.empty()));
    }

    /** Without sliding, the code leaves the alignment out. */
    private static Objective alignment(GoldenCase golden) {
        boolean added = !golden.parameter("no_sliding_training").asBoolean();
        double weight = added ? golden.parameter("domain_loss_coefficient").asDouble() : 0;
        return new He2024Alignment(
                new He2024Alignment.Config(weight, "feature.after-reset", stepWeights(golden), constant(golden)));
    }

    private static StepWeighting stepWeights(GoldenCase golden) {
        if (!golden.parameter("regularization").asBoolean()) {
            return StepWeighting.NONE;
        }
        return golden.parameter("tsregular").asDouble() >= 0 ? StepWeighting.FIXED : StepWeighting.LEARNED;
    }

    private static double constant(GoldenCase golden) {
        return Math.max(0, golden.parameter("tsregular").asDouble());
    }

    /** The weighted sum of several objectives. */
    private static final class Total {
        private final ObjectiveInput input;
        private final Map<SignalKey, INDArray> gradients = new HashMap<>();
        private final INDArray etaGradient;
        private double value;

        Total(ObjectiveInput input, Parameters parameters, List<Objective> objectives) {
            this.input = input;
            this.etaGradient = Nd4j.zerosLike(parameters.get(StepWeighting.PARAMETER));
            for (Objective objective : objectives) {
                ObjectiveValue term = objective.evaluate(input, parameters);
                value += objective.weight() * term.value();
                term.gradients()
                        .forEach((key, gradient) ->
                                gradients.merge(key, gradient.mul(objective.weight()), INDArray::add));
                term.parameterGradients()
                        .values()
                        .forEach(gradient -> etaGradient.addi(gradient.mul(objective.weight())));
            }
        }

        INDArray gradient(SignalKey key) {
            return gradients.getOrDefault(key, Nd4j.zerosLike(input.signals().get(key)));
        }
    }
}
