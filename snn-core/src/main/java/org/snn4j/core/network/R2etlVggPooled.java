package org.snn4j.core.network;

import jakarta.inject.Inject;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * R2ETL's VGG-SNN with average pooling. Encoding layers with weights of their own for each stream; all batch norms merge batch and time.
 *
 * <p>The encoding site is the first layer, the feature site the bottleneck's neurons.
 */
@Reference(
        title = "Zhan et al., R2ETL (IEEE TIP 2024), code: kanpeiming/RISTL",
        link = "10.1109/TIP.2024.3430043",
        equation = "VGGSNN")
public final class R2etlVggPooled implements Architecture {
    /**
     * @param encoding channels of the first layer
     * @param layers convolutions and poolings behind it, see {@link ConvSnn.Config}
     * @param bottleneck neurons of the bottleneck
     */
    public record Config(int encoding, List<String> layers, int bottleneck) {
        public static final Config DEFAULTS =
                new Config(64, List.of("128", "P", "256", "256", "P", "512", "512", "P", "512", "512", "P"), 256);

        public Config {
            Check.atLeast(encoding, 1, "encoding");
            ConvolutionStack.check(layers);
            layers = List.copyOf(layers);
            Check.atLeast(bottleneck, 1, "bottleneck");
        }
    }

    private final Config config;

    @Inject
    public R2etlVggPooled(Config config) {
        this.config = config;
    }

    @Override
    public NetworkPlan plan(InputShape input, int classes) {
        return R2etlVgg.plan(config.encoding(), config.layers(), config.bottleneck(), false, classes);
    }
}
