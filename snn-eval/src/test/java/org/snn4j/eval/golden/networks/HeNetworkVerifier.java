package org.snn4j.eval.golden.networks;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.kernel.Nd4jKernels;
import org.snn4j.core.kernel.PlainKernels;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.optimize.AdamW;
import org.snn4j.data.FrameShape;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;
import org.snn4j.transfer.Mixture;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.method.Batch;
import org.snn4j.transfer.method.ComposedTransfer;
import org.snn4j.transfer.method.Frames;
import org.snn4j.transfer.method.MethodValue;
import org.snn4j.transfer.mixing.Mixing;
import org.snn4j.transfer.mixing.NoMixing;
import org.snn4j.transfer.objective.CkaForm;
import org.snn4j.transfer.objective.CrossEntropy;
import org.snn4j.transfer.objective.He2024Alignment;
import org.snn4j.transfer.objective.LinearCka;
import org.snn4j.transfer.objective.Objective;
import org.snn4j.transfer.objective.StepWeighting;
import org.snn4j.transfer.objective.Tet;

/** He et al.'s networks with their whole loss and AdamW: one or two steps, then evaluation. */
public final class HeNetworkVerifier implements GoldenVerifier {
    private static final Map<Stream, String> FRAMES = Map.of(Stream.SOURCE, "in_rgb", Stream.TARGET, "in_event");

    @Override
    public String kind() {
        return "networks";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().startsWith("he_");
    }

    @Override
    public void verify(GoldenCase golden) {
        if (golden.text("dtype").equals("float32")) {
            verify(golden, DataType.FLOAT, new Nd4jKernels());
            verify(golden, DataType.FLOAT, new PlainKernels());
        } else {
            verify(golden, DataType.DOUBLE, new Nd4jKernels());
        }
    }

    private static void verify(GoldenCase golden, DataType precision, Kernels kernels) {
        Map<String, Objective> objectives = objectives(golden);
        ComposedTransfer method = new ComposedTransfer(EnumSet.allOf(Stream.class), new NoMixing(), objectives);
        try (GoldenTraining training = new GoldenTraining(
                golden, HeNetworks.of(golden), FRAMES, method, optimizer(golden), precision, kernels)) {
            loadCoefficients(golden, training);
            Mixture mixture = mixture(golden);
            compareMixed(golden, objectives, mixture);
            MethodValue value = training.differentiate(mixture);
            compareForward(golden, training, value);
            compareBackward(golden, training, value);
            training.update(golden.parameter("lr").asDouble());
            compareParameters(golden, training, "par1.");
            if (golden.parameter("steps").asInt() == 2) {
                GoldenAssert.close(
                        golden,
                        "out_loss_step2",
                        training.differentiate(mixture).total());
                training.update(golden.parameter("lr").asDouble());
                compareParameters(golden, training, "par2.");
            }
            GoldenAssert.close(
                    golden, "out_eval_logits_event", training.evaluate().mean(0));
        }
    }

    private static Map<String, Objective> objectives(GoldenCase golden) {
        StepWeighting weighting =
                golden.parameter("regularization").asBoolean() ? StepWeighting.LEARNED : StepWeighting.NONE;
        Map<String, Objective> objectives = new LinkedHashMap<>();
        objectives.put("source", classification(golden, Stream.SOURCE, StepWeighting.NONE));
        objectives.put("target", classification(golden, Stream.TARGET, weighting));
        double weight = golden.parameter("domain_loss_coefficient").asDouble();
        objectives.put(
                "alignment", new He2024Alignment(new He2024Alignment.Config(weight, feature(golden), weighting, 0)));
        return objectives;
    }

    private static Objective classification(GoldenCase golden, Stream stream, StepWeighting weighting) {
        if (!golden.parameter("TET_loss").asBoolean()) {
            return new CrossEntropy(new CrossEntropy.Config(1, stream, Optional.empty()));
        }
        double lambda = golden.parameter("lambda_mse").asDouble();
        double target = golden.parameter("mse_target").asDouble();
        return new Tet(new Tet.Config(1, stream, lambda, target, weighting, weighting, 0, Optional.empty()));
    }

    private static String feature(GoldenCase golden) {
        return golden.name().startsWith("he_resnet_") ? "feature.values" : "feature.after-reset";
    }

    private static AdamW optimizer(GoldenCase golden) {
        return new AdamW(new AdamW.Config(
                golden.parameter("lr").asDouble(),
                golden.parameter("betas").get(0).asDouble(),
                golden.parameter("betas").get(1).asDouble(),
                golden.parameter("eps").asDouble(),
                golden.parameter("weight_decay").asDouble()));
    }

    /** The case's static frames are those after the replacement: a replaced sample shows its events at every step. */
    private static Mixture mixture(GoldenCase golden) {
        INDArray source = golden.nd("in_rgb");
        INDArray target = golden.nd("in_event");
        int steps = (int) source.size(1);
        int[] from = new int[(int) source.size(0)];
        for (int n = 0; n < from.length; n++) {
            from[n] = source.slice(n).equals(target.slice(n)) ? 0 : steps;
        }
        return new Mixture(from, steps);
    }

    /** The method, given static frames without the replaced samples and that mixture, shows the case's static frames (frames are in single precision there). */
    private static void compareMixed(GoldenCase golden, Map<String, Objective> objectives, Mixture mixture) {
        Mixing recorded = new Mixing() {
            @Override
            public int[] replaceFrom(int samples, int steps, Progress progress, RandomGenerator random) {
                return mixture.replaceFrom();
            }

            @Override
            public boolean replaces() {
                return true;
            }
        };
        INDArray shown = GoldenTraining.stepsFirst(golden.nd("in_rgb"));
        INDArray unmixed = shown.dup();
        for (int n = 0; n < mixture.replaceFrom().length; n++) {
            if (mixture.isEvent(0, n)) {
                unmixed.get(
                                NDArrayIndex.all(),
                                NDArrayIndex.point(n),
                                NDArrayIndex.all(),
                                NDArrayIndex.all(),
                                NDArrayIndex.all())
                        .assign(0);
            }
        }
        Map<Stream, Frames> batch = Map.of(
                Stream.SOURCE,
                frames(unmixed),
                Stream.TARGET,
                frames(GoldenTraining.stepsFirst(golden.nd("in_event"))));
        Frames mixed = new ComposedTransfer(EnumSet.allOf(Stream.class), recorded, objectives)
                .prepare(
                        new Batch(batch, golden.array("in_label").ints()),
                        new Progress(0, 1, 0, 1),
                        new Seeds(0).stream("none"))
                .frames()
                .get(Stream.SOURCE);
        if (!Arrays.equals(mixed.values(), frames(shown).values())) {
            throw new AssertionError(golden + ": mixing does not give in_rgb");
        }
    }

    private static Frames frames(INDArray array) {
        long[] shape = array.shape();
        FrameShape frame = new FrameShape((int) shape[0], (int) shape[2], (int) shape[3], (int) shape[4]);
        return new Frames(
                frame,
                (int) shape[1],
                array.castTo(DataType.FLOAT).dup('c').data().asFloat());
    }

    private static void loadCoefficients(GoldenCase golden, GoldenTraining training) {
        training.objectiveParameters().values().forEach(eta -> {
            for (int t = 0; t < eta.length(); t++) {
                eta.putScalar(t, golden.array("par0.coefficient." + t).scalar());
            }
        });
    }

    private static void compareForward(GoldenCase golden, GoldenTraining training, MethodValue value) {
        INDArray source = training.signal(Stream.SOURCE, feature(golden));
        INDArray target = training.signal(Stream.TARGET, feature(golden));
        GoldenAssert.close(golden, "out_logits_rgb", training.signal(Stream.SOURCE, SignalKey.LOGITS));
        GoldenAssert.close(golden, "out_logits_event", training.signal(Stream.TARGET, SignalKey.LOGITS));
        GoldenAssert.close(golden, "out_feat_rgb", source);
        GoldenAssert.close(golden, "out_feat_event", target);
        GoldenAssert.close(golden, "out_cka", similarity(source, target));
        GoldenAssert.close(golden, "out_loss_rgb", value.terms().get("source"));
        GoldenAssert.close(golden, "out_loss_event", value.terms().get("target"));
        GoldenAssert.close(golden, "out_loss_domain", value.terms().get("alignment"));
        GoldenAssert.close(golden, "out_loss", value.total());
        training.compareState("buf1.", (array, got) -> GoldenAssert.close(golden, array, got));
    }

    private static double[] similarity(INDArray source, INDArray target) {
        double[] values = new double[(int) source.size(0)];
        Arrays.setAll(values, t -> LinearCka.of(rows(source.slice(t)), rows(target.slice(t)), CkaForm.GRAM)
                .value());
        return values;
    }

    private static INDArray rows(INDArray array) {
        return array.dup('c').reshape('c', array.size(0), array.length() / array.size(0));
    }

    private static void compareBackward(GoldenCase golden, GoldenTraining training, MethodValue value) {
        training.compareGradients((array, got) -> GoldenAssert.close(golden, array, got));
        training.compareInputGradient(Stream.SOURCE, "grad_in_rgb");
        training.compareInputGradient(Stream.TARGET, "grad_in_event");
        int steps = golden.parameter("T").asInt();
        INDArray eta =
                value.parameterGradients().getOrDefault(StepWeighting.PARAMETER, Nd4j.zeros(DataType.DOUBLE, steps));
        for (int t = 0; t < steps; t++) {
            GoldenAssert.close(golden, "grad.coefficient." + t, eta.getDouble(t));
        }
    }

    /** Without regularization the authors' step coefficients are idle, and ours do not exist. */
    private static void compareParameters(GoldenCase golden, GoldenTraining training, String prefix) {
        training.compareState(prefix, (array, got) -> GoldenAssert.close(golden, array, got));
        INDArray eta = training.objectiveParameters().get(StepWeighting.PARAMETER);
        for (int t = 0; t < golden.parameter("T").asInt(); t++) {
            double got = eta == null ? golden.array("par0.coefficient." + t).scalar() : eta.getDouble(t);
            GoldenAssert.close(golden, prefix + "coefficient." + t, got);
        }
    }
}
