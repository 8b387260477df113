package org.snn4j.data.split;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/** As He et al. split CEP-DVS: of each class the first half trains, the next fifth is tested on and the rest is not used; rounded down. */
@Reference(
        title =
                "He et al., An Efficient Knowledge Transfer Strategy for Spiking Neural Networks from Static to Event Domain (AAAI 2024)",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "braincog/datasets/datasets.py, get_transfer_CEPDVS_data: 250 and 100 of each 500")
public final class He2024CepRule implements SplitRule {
    /**
     * @param train share of each class that trains, in (0, 1)
     * @param test share of each class that is tested on, in (0, 1)
     */
    public record Config(double train, double test) {
        public static final Config DEFAULTS = new Config(0.5, 0.2);

        public Config {
            Check.inRange(train, Double.MIN_VALUE, Math.nextDown(1.0), "train");
            Check.inRange(test, Double.MIN_VALUE, 1 - train, "test");
        }
    }

    private final Config config;

    @Inject
    public He2024CepRule(Config config) {
        this.config = config;
    }

    @Override
    public Partition split(SplitTask task) {
        return LeadingShare.split(task, size -> (int) (size * config.train()), size -> (int) (size * config.test()));
    }
}
