package org.snn4j.eval.golden.networks;

import java.util.List;
import java.util.Map;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.Window;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.layer.WeightStart;
import org.snn4j.core.network.Architecture;
import org.snn4j.core.network.He2024ResNet18;
import org.snn4j.core.network.He2024Scnn;
import org.snn4j.core.network.He2024Vgg;
import org.snn4j.core.network.InputShape;
import org.snn4j.core.network.NetworkOutline;
import org.snn4j.core.network.NetworkPlan;
import org.snn4j.core.network.R2etlVggPooled;
import org.snn4j.core.network.R2etlVggStrided;
import org.snn4j.core.network.Sharing;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/**
 * Parameters of the full-size networks by the authors' count.
 *
 * <p>He et al. also count what is no parameter of our networks: in their transfer networks one step coefficient per time step (ours belong to the objective), and
 * for each layer of neurons the threshold and the width of the surrogate, which are frozen. So trainable = ours + step coefficients, and all = trainable
 * + 2 per layer of neurons. R2ETL counts as we do.
 */
public final class ParameterCountVerifier implements GoldenVerifier {
    /**
     * @param coefficients step coefficients that the authors count
     * @param frozen numbers that they count for each layer of neurons
     */
    private record FullSize(
            String name,
            Architecture architecture,
            NeuronModel model,
            InputShape input,
            int classes,
            int coefficients,
            int frozen) {
        long trainable() {
            return NetworkOutline.of(architecture, input, classes, model).parameterCount() + coefficients;
        }

        long all() {
            return trainable() + frozen * neuronLayers();
        }

        /** A layer per stream counts twice. */
        private long neuronLayers() {
            return architecture.plan(input, classes).nodes().stream()
                    .filter(node -> node.layer() instanceof NetworkPlan.Neurons)
                    .mapToLong(node -> ((NetworkPlan.Neurons) node.layer()).perStream() ? 2 : 1)
                    .sum();
        }
    }

    /** Neurons that vote for a class in the network for N-MNIST; their mean is outside the network. */
    private static final int VOTES = 10;

    private static final List<FullSize> NETWORKS = List.of(
            he("Transfer_VGG_SNN, 101 classes, T=10", vgg(Sharing.PER_STREAM), InputShape.of(10, 2, 48, 48), 101, 10),
            he(
                    "Transfer_ResNet18, 20 classes, T=6",
                    new He2024ResNet18(He2024ResNet18.Config.DEFAULTS),
                    InputShape.of(6, 2, 48, 48),
                    20,
                    6),
            he(
                    "Transfer_SCNN, T=12",
                    new He2024Scnn(He2024Scnn.Config.DEFAULTS),
                    InputShape.of(12, 2, 28, 28),
                    1623,
                    12),
            he("VGG_SNN, 101 classes, T=10", vgg(Sharing.SHARED), InputShape.of(10, 2, 48, 48), 101, 0),
            he("VGG_SNN, 10 classes, T=10", vgg(Sharing.SHARED), InputShape.of(10, 2, 48, 48), 10, 0),
            he(
                    "Transfer_NMNIST_SNN, 10 classes, T=10",
                    (input, outputs) -> nMnist(outputs),
                    InputShape.of(10, 2, 34, 34),
                    VOTES * 10,
                    10),
            r2("R2ETL VGGSNN, 10 classes, 48x48", new R2etlVggPooled(R2etlVggPooled.Config.DEFAULTS), 10),
            r2("R2ETL VGGSNNwoAP, 10 classes, 48x48", new R2etlVggStrided(R2etlVggStrided.Config.DEFAULTS), 10),
            r2("R2ETL VGGSNNwoAP, 100 classes, 48x48", new R2etlVggStrided(R2etlVggStrided.Config.DEFAULTS), 100));

    private static FullSize he(
            String name, Architecture architecture, InputShape input, int classes, int coefficients) {
        int thresholdAndWidth = 2;
        return new FullSize(name, architecture, HeNetworks.neurons(), input, classes, coefficients, thresholdAndWidth);
    }

    private static FullSize r2(String name, Architecture architecture, int classes) {
        InputShape input = new InputShape(10, Map.of(Stream.SOURCE, 3, Stream.TARGET, 2), 48, 48);
        return new FullSize(name, architecture, R2Networks.neurons(), input, classes, 0, 0);
    }

    private static He2024Vgg vgg(Sharing head) {
        return new He2024Vgg(new He2024Vgg.Config(He2024Vgg.Config.DEFAULTS.layers(), head));
    }

    /**
     * He et al.'s network for N-MNIST, which is none of our architectures: two convolutions to 128 channels, each with pooling, 2048 neurons, and for each stream
     * ten voting neurons per class.
     */
    private static NetworkPlan nMnist(int outputs) {
        int channels = 128;
        int hidden = 2048;
        NetworkPlan plan = new NetworkPlan();
        for (int i = 1; i <= 2; i++) {
            plan.add(
                    "conv" + i,
                    new NetworkPlan.Convolution(
                            channels, new Window(3, 1, 1), false, false, WeightStart.UNIFORM_FAN_IN));
            plan.add("spike" + i, new NetworkPlan.Neurons(Normalization.PER_STEP, false));
            plan.add("pool" + i, new NetworkPlan.AveragePool(2));
        }
        plan.add("hidden", new NetworkPlan.Dense(hidden, true, false, WeightStart.UNIFORM_FAN_IN));
        plan.add("spike-hidden", new NetworkPlan.Neurons(Normalization.NONE, false));
        plan.add("votes", new NetworkPlan.Dense(outputs, true, true, WeightStart.UNIFORM_FAN_IN));
        return plan.add("spike-votes", new NetworkPlan.Neurons(Normalization.NONE, true));
    }

    @Override
    public String kind() {
        return "networks";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().equals("parameter_counts");
    }

    @Override
    public void verify(GoldenCase golden) {
        for (int i = 0; i < NETWORKS.size(); i++) {
            String listed = golden.parameter("networks").get(i).asText();
            if (!NETWORKS.get(i).name().equals(listed)) {
                throw new AssertionError(golden + ": network " + i + " is '" + listed + "', expected '"
                        + NETWORKS.get(i).name() + "'");
            }
        }
        GoldenAssert.exact(
                golden,
                "out_trainable",
                NETWORKS.stream().mapToLong(FullSize::trainable).toArray());
        GoldenAssert.exact(
                golden, "out_total", NETWORKS.stream().mapToLong(FullSize::all).toArray());
    }
}
