package org.snn4j.core.network;

import jakarta.inject.Inject;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.core.kernel.Window;
import org.snn4j.core.layer.Connection;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.layer.WeightStart;

/**
 * Spike-element-wise ResNet-18: both branches of a block end in neurons, and their spikes are connected value by value.
 *
 * <p>Blocks of convolution, batch norm, neurons, twice; the shortcut is the input or, where the shape changes, a 1x1 convolution with batch norm and
 * neurons. Batch norms merge batch and time. The authors' neurons integrate without leak, with a detached hard reset at threshold 1. The feature site is the mean
 * of the last map. Difference from the code: there the stem's convolution runs once for a still image, here once for each time step.
 */
@Reference(
        title =
                "Fang et al., Deep Residual Learning in Spiking Neural Networks (NeurIPS 2021), code: Spike-Element-Wise-ResNet",
        link = "https://github.com/fangwei123456/Spike-Element-Wise-ResNet",
        equation = "imagenet/sew_resnet.py, sew_resnet18")
public final class SewResNet18 implements Architecture {
    /** First layers. */
    public enum Stem {
        /** Convolution 7x7 with stride 2, then max pooling 3x3 with stride 2: the authors' for ImageNet. */
        LARGE,
        /** Convolution 3x3 with stride 1: for small frames. */
        SMALL
    }

    /**
     * @param width channels of the first stage; each stage doubles them
     * @param blocks blocks of each stage
     * @param connection how the spikes of both branches are connected
     * @param stem first layers
     * @param head per-stream or shared
     */
    public record Config(int width, List<Integer> blocks, Connection connection, Stem stem, Sharing head) {
        public static final Config DEFAULTS =
                new Config(64, List.of(2, 2, 2, 2), Connection.ADD, Stem.SMALL, Sharing.SHARED);

        public Config {
            Check.atLeast(width, 1, "width");
            blocks = List.copyOf(blocks);
            blocks.forEach(count -> Check.atLeast(count, 1, "blocks"));
            Check.notNull(connection, "connection");
            Check.notNull(stem, "stem");
            Check.notNull(head, "head");
        }
    }

    private final Config config;

    @Inject
    public SewResNet18(Config config) {
        this.config = config;
    }

    @Override
    public NetworkPlan plan(InputShape input, int classes) {
        NetworkPlan plan = new NetworkPlan();
        boolean large = config.stem() == Stem.LARGE;
        convolution(plan, "stem", config.width(), large ? 7 : 3, large ? 2 : 1);
        plan.encoding();
        if (large) {
            plan.add("stem-pool", new NetworkPlan.MaxPool(new Window(3, 2, 1)));
        }
        int channels = config.width();
        for (int stage = 0; stage < config.blocks().size(); stage++) {
            int wanted = config.width() << stage;
            for (int block = 0; block < config.blocks().get(stage); block++) {
                int stride = stage > 0 && block == 0 ? 2 : 1;
                block(plan, "stage" + (stage + 1) + "-block" + (block + 1), channels, wanted, stride);
                channels = wanted;
            }
        }
        plan.add("mean", new NetworkPlan.GlobalPool()).feature();
        return plan.add(
                "head", new NetworkPlan.Dense(classes, true, config.head().perStream(), WeightStart.UNIFORM_FAN_IN));
    }

    private void block(NetworkPlan plan, String name, int in, int out, int stride) {
        String start = plan.last();
        convolution(plan, name + "-conv1", out, 3, stride);
        convolution(plan, name + "-conv2", out, 3, 1);
        String branch = plan.last();
        String shortcut = start;
        if (in != out || stride != 1) {
            plan.after(start);
            convolution(plan, name + "-shortcut", out, 1, stride);
            shortcut = plan.last();
        }
        plan.after(branch).connection(name, shortcut, config.connection());
    }

    /** Convolution, batch norm, neurons. */
    private static void convolution(NetworkPlan plan, String name, int out, int size, int stride) {
        Window window = new Window(size, stride, size / 2);
        plan.add(name, new NetworkPlan.Convolution(out, window, false, false, WeightStart.NORMAL_FAN_OUT));
        plan.add(name + "-spike", new NetworkPlan.Neurons(Normalization.MERGED, false));
    }
}
