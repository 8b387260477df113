package org.snn4j.data.mix;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;

/** x = lambda x_own + (1 - lambda) x_partner, the label alike, lambda drawn from Beta(beta, beta). */
@Reference(
        title = "Zhang et al., mixup: Beyond Empirical Risk Minimization (ICLR 2018)",
        link = "https://arxiv.org/abs/1710.09412",
        equation = "for event frames: Brain-Cog-Lab/Transfer-for-DVS, braincog/datasets/cut_mix.py, MixUp")
public final class MixUp implements SampleMixing {
    /**
     * @param beta both parameters of the Beta distribution, &gt; 0
     * @param probability that a sample is mixed, in [0, 1]
     */
    public record Config(double beta, double probability) {
        public static final Config DEFAULTS = new Config(1, 0.5);

        public Config {
            Check.greaterThan(beta, 0, "beta");
            Check.inRange(probability, 0, 1, "probability");
        }
    }

    private final Config config;

    @Inject
    public MixUp(Config config) {
        this.config = config;
    }

    @Override
    public LabelRule rule() {
        return LabelRule.WEIGHT;
    }

    @Override
    public double mixi(float[] sample, float[] partner, FrameShape shape, RandomGenerator random) {
        if (random.nextDouble() >= config.probability()) {
            return 1;
        }
        double lambda = BetaDraw.draw(config.beta(), random);
        for (int i = 0; i < shape.length(); i++) {
            sample[i] = (float) (lambda * sample[i] + (1 - lambda) * partner[i]);
        }
        return lambda;
    }
}
