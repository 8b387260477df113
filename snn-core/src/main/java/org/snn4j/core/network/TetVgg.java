package org.snn4j.core.network;

import jakarta.inject.Inject;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.layer.WeightStart;

/**
 * VGG-SNN of TET: convolutions with bias, batch norm over batch and time merged, one linear layer from the last map to the classes.
 *
 * <p>The defaults are the network without average pooling (VGGSNNwoAP), which the authors train on CIFAR10-DVS; the pooled one has "P" after each second
 * convolution and no strides. {@link Normalization.Mode#TEMPORAL_EFFECTIVE} puts TEBN in the place of its batch norms. The feature site is
 * the last convolution's neurons.
 */
@Reference(
        title = "temporal_efficient_training, code of TET (Deng et al., ICLR 2022)",
        link = "https://github.com/Gus-Lab/temporal_efficient_training",
        equation = "VGGSNNwoAP and VGGSNN")
public final class TetVgg implements Architecture {
    /**
     * @param layers convolutions and poolings, see {@link ConvSnn.Config}
     * @param normalization over which rows of a stream batch statistics are taken
     * @param encoding whether the first layer has its own weights for each stream; shared where only recordings are trained on
     * @param head whether the head has its own weights for each stream
     */
    public record Config(List<String> layers, Normalization.Mode normalization, Sharing encoding, Sharing head) {
        public static final Config DEFAULTS = new Config(
                List.of("64", "128/2", "256", "256/2", "512", "512/2", "512", "512/2"),
                Normalization.Mode.MERGED,
                Sharing.SHARED,
                Sharing.SHARED);

        public Config {
            ConvolutionStack.check(layers);
            layers = List.copyOf(layers);
            Check.notNull(normalization, "normalization");
            Check.notNull(encoding, "encoding");
            Check.notNull(head, "head");
        }
    }

    private final Config config;

    @Inject
    public TetVgg(Config config) {
        this.config = config;
    }

    @Override
    public NetworkPlan plan(InputShape input, int classes) {
        NetworkPlan plan = new NetworkPlan();
        Normalization normalization = Normalization.of(config.normalization(), Normalization.Running.SHARED);
        new ConvolutionStack(3, true, normalization, WeightStart.NORMAL_FAN_OUT)
                .appendTo(plan, config.layers(), config.encoding());
        String last = plan.last();
        plan.after(ConvolutionStack.lastNeurons(config.layers())).feature().after(last);
        return plan.add(
                "head", new NetworkPlan.Dense(classes, true, config.head().perStream(), WeightStart.UNIFORM_FAN_IN));
    }
}
