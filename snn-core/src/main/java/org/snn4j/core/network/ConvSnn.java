package org.snn4j.core.network;

import jakarta.inject.Inject;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.layer.WeightStart;

/**
 * A small convolutional network for 34x34 event frames: convolutions with batch norm and neurons, a hidden layer of neurons, a head.
 *
 * <p>With its defaults: 32, pool, 64, pool, 128, classes. The feature site is the hidden layer.
 */
@Reference(title = "SNN4J, small network for N-MNIST", equation = "topology of this project")
public final class ConvSnn implements Architecture {
    /**
     * @param layers convolutions and poolings: "32" a 3x3 convolution to 32 channels, "32/2" the same with stride 2, "P" average pooling 2x2
     * @param hidden neurons of the hidden layer
     * @param normalization over which rows of a stream batch statistics are taken: none, merged (batch and time) or per-step
     * @param statistics whether evaluation uses running statistics of all streams together or of each stream
     * @param encoding whether the first layer has its own weights for each stream
     * @param head whether the head has its own weights for each stream
     */
    public record Config(
            List<String> layers,
            int hidden,
            Normalization.Mode normalization,
            Normalization.Running statistics,
            Sharing encoding,
            Sharing head) {
        public static final Config DEFAULTS = new Config(
                List.of("32", "P", "64", "P"),
                128,
                Normalization.Mode.MERGED,
                Normalization.Running.SHARED,
                Sharing.SHARED,
                Sharing.SHARED);

        public Config {
            ConvolutionStack.check(layers);
            layers = List.copyOf(layers);
            Check.atLeast(hidden, 1, "hidden");
            Check.notNull(normalization, "normalization");
            Check.notNull(statistics, "statistics");
            Check.notNull(encoding, "encoding");
            Check.notNull(head, "head");
        }
    }

    private final Config config;

    @Inject
    public ConvSnn(Config config) {
        this.config = config;
    }

    @Override
    public NetworkPlan plan(InputShape input, int classes) {
        NetworkPlan plan = new NetworkPlan();
        Normalization normalization = Normalization.of(config.normalization(), config.statistics());
        boolean bias = config.normalization() == Normalization.Mode.NONE;
        new ConvolutionStack(3, bias, normalization, WeightStart.UNIFORM_FAN_IN)
                .appendTo(plan, config.layers(), config.encoding());
        plan.add("hidden", new NetworkPlan.Dense(config.hidden(), true, false, WeightStart.UNIFORM_FAN_IN));
        plan.add("spike-hidden", new NetworkPlan.Neurons(Normalization.NONE, false))
                .feature();
        return plan.add(
                "head", new NetworkPlan.Dense(classes, true, config.head().perStream(), WeightStart.UNIFORM_FAN_IN));
    }
}
