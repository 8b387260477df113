package org.snn4j.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.KernelListener;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.layer.LayerListener;
import org.snn4j.core.layer.LayerProfile;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.Lif;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.surrogate.Triangle;

class NetworkProfileTest {
    private static final Architecture RESIDUAL =
            new He2024ResNet18(new He2024ResNet18.Config(4, List.of(1, 1), Sharing.SHARED));
    private static final InputShape INPUT = InputShape.of(2, 2, 8, 8);
    private static final NeuronModel NEURONS = new NeuronModel(
            new Lif(Lif.Config.DEFAULTS),
            Firing.DEFAULTS,
            new HardReset(HardReset.Config.DEFAULTS),
            new Triangle(Triangle.Config.DEFAULTS));

    private static INDArray trainOnce(LayerListener layers, KernelListener kernels) {
        try (Network network = Network.create(new NetworkSpec(
                RESIDUAL,
                INPUT,
                3,
                NEURONS,
                DataType.FLOAT,
                new Seeds(1),
                KernelSelection.choose(KernelRequest.NOTHING, kernels).kernels(),
                false,
                layers))) {
            INDArray frames = Nd4j.zeros(2, 2, 2, 8, 8);
            frames.putScalar(new int[] {0, 0, 1, 3, 4}, 1);
            network.forward(Map.of(Stream.TARGET, frames), true);
            network.backward(Map.of(SignalKey.logits(Stream.TARGET), Nd4j.ones(2, 2, 3)));
            return network.gradients().values().iterator().next().dup();
        }
    }

    @Test
    void everyLayerAndAdditionIsHeardForwardAndBackward() {
        LayerProfile profile = new LayerProfile();
        trainOnce(profile, profile);
        List<String> names = RESIDUAL.plan(INPUT, 3).nodes().stream()
                .map(NetworkPlan.Node::name)
                .toList();
        assertThat(RESIDUAL.plan(INPUT, 3).nodes()).anyMatch(node -> node.layer() instanceof NetworkPlan.Addition);
        assertThat(profile.layers().keySet()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(profile.layers().values()).allSatisfy(entry -> {
            assertThat(entry.forward()).isPositive();
            assertThat(entry.backward()).isPositive();
        });
    }

    @Test
    void convolutionsTellTheirKernelsAndTheFirstHasNoInputGradient() {
        LayerProfile profile = new LayerProfile();
        trainOnce(profile, profile);
        String first = RESIDUAL.plan(INPUT, 3).nodes().get(0).name();
        assertThat(profile.layers().get(first).kernels())
                .containsOnlyKeys(KernelListener.FORWARD, KernelListener.WEIGHT_GRADIENT);
        assertThat(profile.layers().values())
                .anySatisfy(entry -> assertThat(entry.kernels()).containsKey(KernelListener.INPUT_GRADIENT));
    }

    @Test
    void listeningChangesNoBit() {
        LayerProfile profile = new LayerProfile();
        assertThat(trainOnce(profile, profile)).isEqualTo(trainOnce(LayerListener.NONE, KernelListener.NONE));
    }
}
