package org.snn4j.core.network;

import jakarta.inject.Inject;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.layer.WeightStart;

/**
 * VGG-SNN of He et al.: convolutions without bias, batch norm per time step, average pooling, one linear head per stream.
 *
 * <p>The feature site is the last convolution's neurons, before the last pooling; their potential after the reset is what He et al. align.
 * With 101 classes the network has 10,153,674 parameters here; the authors also count 10 step coefficients (parameters of the objective here) and 16
 * frozen thresholds and surrogate widths: 10,153,700.
 */
@Reference(
        title = "He et al., static-to-event transfer (AAAI 2024), code: Brain-Cog-Lab/Transfer-for-DVS",
        equation = "Transfer_VGG_SNN")
public final class He2024Vgg implements Architecture {
    /**
     * @param layers convolutions and poolings, see {@link ConvSnn.Config}
     * @param head per-stream as in the transfer network, shared as in the authors' baseline VGG_SNN
     */
    public record Config(List<String> layers, Sharing head) {
        public static final Config DEFAULTS = new Config(
                List.of("64", "128", "P", "256", "256", "P", "512", "512", "P", "512", "512", "P"), Sharing.PER_STREAM);

        public Config {
            ConvolutionStack.check(layers);
            layers = List.copyOf(layers);
            Check.notNull(head, "head");
        }
    }

    private final Config config;

    @Inject
    public He2024Vgg(Config config) {
        this.config = config;
    }

    @Override
    public NetworkPlan plan(InputShape input, int classes) {
        NetworkPlan plan = new NetworkPlan();
        new ConvolutionStack(3, false, Normalization.PER_STEP, WeightStart.UNIFORM_FAN_IN)
                .appendTo(plan, config.layers(), Sharing.SHARED);
        String last = plan.last();
        plan.after(ConvolutionStack.lastNeurons(config.layers())).feature().after(last);
        return plan.add(
                "head", new NetworkPlan.Dense(classes, true, config.head().perStream(), WeightStart.UNIFORM_FAN_IN));
    }
}
