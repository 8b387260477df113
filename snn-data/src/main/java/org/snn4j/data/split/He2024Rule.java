package org.snn4j.data.split;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * As He et al. split N-Caltech101: the first round(share*n) of the n recordings of a class train, half a recording rounded to the even number, the
 * others are tested on; see {@link He2024Split}.
 *
 * <p>Differs: recordings follow each other by number; in the source by the order of the file system.
 */
@Reference(
        title =
                "He et al., An Efficient Knowledge Transfer Strategy for Spiking Neural Networks from Static to Event Domain (AAAI 2024)",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "braincog/datasets/datasets.py, get_NCALTECH101_data")
public final class He2024Rule implements SplitRule {
    /** @param share of each class that trains, in (0, 1) */
    public record Config(double share) {
        public static final Config DEFAULTS = new Config(0.9);

        public Config {
            Check.inRange(share, Double.MIN_VALUE, Math.nextDown(1.0), "share");
        }
    }

    private final Config config;

    @Inject
    public He2024Rule(Config config) {
        this.config = config;
    }

    @Override
    public Partition split(SplitTask task) {
        return LeadingShare.split(task, size -> (int) Math.rint(size * config.share()), null);
    }
}
