package org.snn4j.core.network;

import jakarta.inject.Inject;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.core.kernel.Window;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.layer.WeightStart;

/** He et al.'s network for N-Omniglot: two 5x5 convolutions without bias or batch norm, a hidden layer, one head for both streams. */
@Reference(
        title = "He et al., static-to-event transfer (AAAI 2024), code: Brain-Cog-Lab/Transfer-for-DVS",
        equation = "Transfer_SCNN")
public final class He2024Scnn implements Architecture {
    /**
     * @param channels channels of the two convolutions
     * @param hidden neurons of the hidden layer, the feature site
     */
    public record Config(List<Integer> channels, int hidden) {
        public static final Config DEFAULTS = new Config(List.of(15, 40), 300);

        public Config {
            channels = List.copyOf(channels);
            channels.forEach(count -> Check.atLeast(count, 1, "channels"));
            Check.atLeast(channels.size(), 1, "number of convolutions");
            Check.atLeast(hidden, 1, "hidden");
        }
    }

    private final Config config;

    @Inject
    public He2024Scnn(Config config) {
        this.config = config;
    }

    @Override
    public NetworkPlan plan(InputShape input, int classes) {
        NetworkPlan plan = new NetworkPlan();
        for (int i = 1; i <= config.channels().size(); i++) {
            int out = config.channels().get(i - 1);
            plan.add(
                    "conv" + i,
                    new NetworkPlan.Convolution(out, new Window(5, 1, 0), false, false, WeightStart.NORMAL_FAN_OUT));
            plan.add("spike" + i, new NetworkPlan.Neurons(Normalization.NONE, false));
            if (i == 1) {
                plan.encoding();
            }
            plan.add("pool" + i, new NetworkPlan.AveragePool(2));
        }
        plan.add("hidden", new NetworkPlan.Dense(config.hidden(), true, false, WeightStart.UNIFORM_TENTH));
        plan.add("spike-hidden", new NetworkPlan.Neurons(Normalization.NONE, false))
                .feature();
        return plan.add("head", new NetworkPlan.Dense(classes, true, false, WeightStart.UNIFORM_TENTH));
    }
}
