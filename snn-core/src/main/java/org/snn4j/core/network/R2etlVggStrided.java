package org.snn4j.core.network;

import jakarta.inject.Inject;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * R2ETL's VGG-SNN with strides in place of pooling, the one that its training script builds.
 *
 * <p>In the published code the bottleneck holds a LIF that runs over the features of each row instead of over time, in front of the correct one
 * ({@link Bottleneck#AS_PUBLISHED}); {@link Bottleneck#INTENDED} leaves it out.
 */
@Reference(
        title = "Zhan et al., R2ETL (IEEE TIP 2024), code: kanpeiming/RISTL",
        link = "10.1109/TIP.2024.3430043",
        equation = "VGGSNNwoAP")
public final class R2etlVggStrided implements Architecture {
    /** Which bottleneck is built. */
    public enum Bottleneck {
        /** With the additional LIF over the feature axis. */
        AS_PUBLISHED,
        /** Linear layer and LIF over time. */
        INTENDED
    }

    /**
     * @param encoding channels of the first layer
     * @param layers convolutions behind it, see {@link ConvSnn.Config}
     * @param bottleneck neurons of the bottleneck
     * @param form bottleneck as published or as intended
     */
    public record Config(int encoding, List<String> layers, int bottleneck, Bottleneck form) {
        public static final Config DEFAULTS = new Config(
                64, List.of("128/2", "256", "256/2", "512", "512/2", "512", "512/2"), 256, Bottleneck.AS_PUBLISHED);

        public Config {
            Check.atLeast(encoding, 1, "encoding");
            ConvolutionStack.check(layers);
            layers = List.copyOf(layers);
            Check.atLeast(bottleneck, 1, "bottleneck");
            Check.notNull(form, "form");
        }
    }

    private final Config config;

    @Inject
    public R2etlVggStrided(Config config) {
        this.config = config;
    }

    @Override
    public NetworkPlan plan(InputShape input, int classes) {
        return R2etlVgg.plan(
                config.encoding(),
                config.layers(),
                config.bottleneck(),
                config.form() == Bottleneck.AS_PUBLISHED,
                classes);
    }
}
