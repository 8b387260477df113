package org.snn4j.core.network;

import jakarta.inject.Inject;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.core.kernel.Window;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.layer.WeightStart;

/**
 * He et al.'s network for N-MNIST: convolutions without bias and batch norm per time step, each with pooling, a hidden layer between two dropouts, and for
 * each class spiking neurons that vote for it.
 *
 * <p>The feature site is the hidden layer's neurons; the logits are shares of voters that fire. With 10 classes the network has 17,339,336 parameters here; the
 * authors also count 10 step coefficients for 10 time steps.
 */
@Reference(
        title = "He et al., static-to-event transfer (AAAI 2024), code: Brain-Cog-Lab/Transfer-for-DVS",
        equation = "Transfer_NMNIST_SNN")
public final class He2024NMnist implements Architecture {
    /**
     * @param channels channels of the convolutions
     * @param hidden neurons of the hidden layer
     * @param voters neurons that vote for each class
     * @param dropout share of the values that each dropout puts to 0
     * @param head per-stream as in the transfer network, or shared
     */
    public record Config(List<Integer> channels, int hidden, int voters, double dropout, Sharing head) {
        public static final Config DEFAULTS = new Config(List.of(128, 128), 2048, 10, 0.5, Sharing.PER_STREAM);

        public Config {
            channels = List.copyOf(channels);
            channels.forEach(count -> Check.atLeast(count, 1, "channels"));
            Check.atLeast(channels.size(), 1, "number of convolutions");
            Check.atLeast(hidden, 1, "hidden");
            Check.atLeast(voters, 1, "voters");
            Check.inRange(dropout, 0, 0.99, "dropout");
            Check.notNull(head, "head");
        }
    }

    private final Config config;

    @Inject
    public He2024NMnist(Config config) {
        this.config = config;
    }

    @Override
    public NetworkPlan plan(InputShape input, int classes) {
        NetworkPlan plan = new NetworkPlan();
        for (int i = 1; i <= config.channels().size(); i++) {
            int out = config.channels().get(i - 1);
            plan.add(
                    "conv" + i,
                    new NetworkPlan.Convolution(out, new Window(3, 1, 1), false, false, WeightStart.UNIFORM_FAN_IN));
            plan.add("spike" + i, new NetworkPlan.Neurons(Normalization.PER_STEP, false));
            if (i == 1) {
                plan.encoding();
            }
            plan.add("pool" + i, new NetworkPlan.AveragePool(2));
        }
        boolean ownHeads = config.head().perStream();
        plan.add("dropout1", new NetworkPlan.Dropout(config.dropout()));
        plan.add("hidden", new NetworkPlan.Dense(config.hidden(), true, false, WeightStart.UNIFORM_FAN_IN));
        plan.add("spike-hidden", new NetworkPlan.Neurons(Normalization.NONE, false))
                .feature();
        plan.add("dropout2", new NetworkPlan.Dropout(config.dropout()));
        plan.add("votes", new NetworkPlan.Dense(classes * config.voters(), true, ownHeads, WeightStart.UNIFORM_FAN_IN));
        plan.add("spike-votes", new NetworkPlan.Neurons(Normalization.NONE, ownHeads));
        return plan.add("head", new NetworkPlan.Voting(config.voters()));
    }
}
