package org.snn4j.core.network;

import jakarta.inject.Inject;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.layer.WeightStart;

/**
 * VGG-11 of NDA: convolutions with bias, threshold-dependent batch norm, average pooling, the mean of the last map, one linear layer.
 *
 * <p>Biases of convolutions start at 0, weights of batch norms at {@code scale}. The authors' neuron is {@code decay-lif} with decay 0.25, threshold 0.5
 * (inclusive), a hard reset that is not detached and the rectangle of width 1. The feature site is the mean of the last map, real-valued.
 */
@Reference(
        title =
                "Li et al., Neuromorphic Data Augmentation for Training Spiking Neural Networks (ECCV 2022), code: NDA_SNN",
        link = "https://github.com/Intelligent-Computing-Lab-Yale/NDA_SNN",
        equation = "models/VGG_models.py, vgg11; models/layers.py, tdBatchNorm")
public final class NdaVgg11 implements Architecture {
    /**
     * @param layers convolutions and poolings, see {@link ConvSnn.Config}
     * @param scale start value of the weights of batch norms: alpha times the threshold
     * @param encoding whether the first layer has its own weights for each stream; shared where only recordings are trained on
     * @param head whether the head has its own weights for each stream
     */
    public record Config(List<String> layers, double scale, Sharing encoding, Sharing head) {
        public static final Config DEFAULTS = new Config(
                List.of("64", "P", "128", "P", "256", "256", "P", "512", "512", "512", "512"),
                0.5,
                Sharing.SHARED,
                Sharing.SHARED);

        public Config {
            ConvolutionStack.check(layers);
            layers = List.copyOf(layers);
            Check.finite(scale, "scale");
            Check.notNull(encoding, "encoding");
            Check.notNull(head, "head");
        }
    }

    private final Config config;

    @Inject
    public NdaVgg11(Config config) {
        this.config = config;
    }

    @Override
    public NetworkPlan plan(InputShape input, int classes) {
        NetworkPlan plan = new NetworkPlan();
        Normalization normalization = Normalization.thresholdDependent(config.scale());
        new ConvolutionStack(3, true, normalization, WeightStart.NORMAL_FAN_OUT_ZERO_BIAS)
                .appendTo(plan, config.layers(), config.encoding());
        plan.add("mean", new NetworkPlan.GlobalPool()).feature();
        return plan.add(
                "head", new NetworkPlan.Dense(classes, true, config.head().perStream(), WeightStart.UNIFORM_FAN_IN));
    }
}
