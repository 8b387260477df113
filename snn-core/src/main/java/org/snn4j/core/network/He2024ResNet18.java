package org.snn4j.core.network;

import jakarta.inject.Inject;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.core.kernel.Window;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.layer.WeightStart;

/**
 * Pre-activation spiking ResNet-18 of He et al.: blocks of batch norm, neurons, convolution, twice, added to their input.
 *
 * <p>The last batch norm has no neurons; its spatial mean, the feature site, is real-valued. Statistics are per time step.
 */
@Reference(
        title = "He et al., static-to-event transfer (AAAI 2024), code: Brain-Cog-Lab/Transfer-for-DVS",
        equation = "Transfer_ResNet18")
public final class He2024ResNet18 implements Architecture {
    /**
     * @param width channels of the first stage; each stage doubles them
     * @param blocks blocks of each stage
     * @param head per-stream as in the transfer network, or shared
     */
    public record Config(int width, List<Integer> blocks, Sharing head) {
        public static final Config DEFAULTS = new Config(64, List.of(2, 2, 2, 2), Sharing.PER_STREAM);

        public Config {
            Check.atLeast(width, 1, "width");
            blocks = List.copyOf(blocks);
            blocks.forEach(count -> Check.atLeast(count, 1, "blocks"));
            Check.notNull(head, "head");
        }
    }

    private final Config config;

    @Inject
    public He2024ResNet18(Config config) {
        this.config = config;
    }

    @Override
    public NetworkPlan plan(InputShape input, int classes) {
        NetworkPlan plan = new NetworkPlan();
        convolution(plan, "stem", config.width(), 3, 1);
        int channels = config.width();
        for (int stage = 0; stage < config.blocks().size(); stage++) {
            int wanted = config.width() << stage;
            for (int block = 0; block < config.blocks().get(stage); block++) {
                int stride = stage > 0 && block == 0 ? 2 : 1;
                block(plan, "stage" + (stage + 1) + "-block" + (block + 1), channels, wanted, stride);
                channels = wanted;
            }
        }
        plan.add("norm", new NetworkPlan.Norm(Normalization.PER_STEP));
        plan.add("mean", new NetworkPlan.GlobalPool()).feature();
        return plan.add(
                "head", new NetworkPlan.Dense(classes, true, config.head().perStream(), WeightStart.UNIFORM_FAN_IN));
    }

    private static void block(NetworkPlan plan, String name, int in, int out, int stride) {
        String start = plan.last();
        spikes(plan, name + "-spike1");
        convolution(plan, name + "-conv1", out, 3, stride);
        spikes(plan, name + "-spike2");
        convolution(plan, name + "-conv2", out, 3, 1);
        String branch = plan.last();
        String shortcut = start;
        if (in != out || stride != 1) {
            plan.after(start);
            spikes(plan, name + "-spike-shortcut");
            convolution(plan, name + "-shortcut", out, 1, stride);
            shortcut = plan.last();
        }
        plan.after(branch).addition(name, shortcut);
    }

    private static void spikes(NetworkPlan plan, String name) {
        plan.add(name, new NetworkPlan.Neurons(Normalization.PER_STEP, false));
    }

    private static void convolution(NetworkPlan plan, String name, int out, int size, int stride) {
        Window window = new Window(size, stride, size / 2);
        plan.add(name, new NetworkPlan.Convolution(out, window, false, false, WeightStart.NORMAL_FAN_OUT));
    }
}
