package org.snn4j.eval.golden.neurons;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snn4j.core.optimize.CosineRate;
import org.snn4j.core.optimize.LearningRateSchedule;
import org.snn4j.core.optimize.StepRate;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/**
 * Learning rate of every epoch.
 *
 * <p>He et al. give a flag, of which flag*batch/1024 is the rate; here a file gives the rate itself. The number of epochs that timm's factory
 * returns (with cool-down) is used by nobody, the authors' loop included, and has no counterpart here.
 */
public final class LearningRateVerifier implements GoldenVerifier {
    private static final Pattern STEP = Pattern.compile("StepLR step (\\d+) gamma ([\\d.]+)");
    private static final Pattern COSINE = Pattern.compile("CosineAnnealingLR T_max (\\d+), eta_min ([\\d.]+)");

    @Override
    public String kind() {
        return "schedules";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.has("out_lr");
    }

    @Override
    public void verify(GoldenCase golden) {
        double base = golden.number("lr", golden.number("lr_flag", 0) * golden.number("batch", 0) / 1024);
        if (golden.has("out_effective_lr")) {
            GoldenAssert.close(golden, "out_effective_lr", base);
        }
        LearningRateSchedule schedule = schedule(golden);
        int epochs = golden.parameter("epochs").asInt();
        double[] rates = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++) {
            rates[epoch] = schedule.rate(base, epoch, epochs);
        }
        GoldenAssert.close(golden, "out_lr", rates);
    }

    private static LearningRateSchedule schedule(GoldenCase golden) {
        Matcher step = STEP.matcher(golden.text("rule"));
        if (step.matches()) {
            return new StepRate(
                    new StepRate.Config(Integer.parseInt(step.group(1)), Double.parseDouble(step.group(2)), 0, 0));
        }
        Matcher cosine = COSINE.matcher(golden.text("rule"));
        if (cosine.matches()
                && Integer.parseInt(cosine.group(1))
                        == golden.parameter("epochs").asInt()) {
            return new CosineRate(new CosineRate.Config(Double.parseDouble(cosine.group(2)), 0, 0));
        }
        int warmUp = golden.parameter("warmup_epochs").asInt();
        double warmUpRate = golden.parameter("warmup_lr").asDouble();
        return switch (golden.text("sched")) {
            case "cosine" ->
                new CosineRate(new CosineRate.Config(golden.parameter("min_lr").asDouble(), warmUp, warmUpRate));
            case "step" ->
                new StepRate(new StepRate.Config(
                        golden.parameter("decay_epochs").asInt(),
                        golden.parameter("decay_rate").asDouble(),
                        warmUp,
                        warmUpRate));
            default -> throw new IllegalStateException(golden + ": no schedule for " + golden.parameters());
        };
    }
}
