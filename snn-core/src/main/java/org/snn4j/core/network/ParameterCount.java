package org.snn4j.core.network;

import java.util.Optional;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.Lif;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.surrogate.Triangle;

/**
 * Parameters of a published network at full size, ours and its authors'.
 *
 * @param network name in the authors' code, with its setting
 * @param component registered name here, with what differs from its defaults
 * @param architecture the network
 * @param input what it sees
 * @param classes K
 * @param coefficients step coefficients that the authors count; here they belong to the objective
 * @param frozen numbers that they count for each layer of neurons though training leaves them alone: threshold and width of the surrogate
 * @param authors their count; empty where none is known
 */
public record ParameterCount(
        String network,
        String component,
        Architecture architecture,
        InputShape input,
        int classes,
        int coefficients,
        int frozen,
        Optional<Authors> authors) {
    /**
     * A count made by building the authors' network with their code.
     *
     * @param trainable what training changes
     * @param all with what it leaves alone
     */
    public record Authors(long trainable, long all) {}

    private static final NeuronModel NEURONS = new NeuronModel(
            new Lif(Lif.Config.DEFAULTS),
            Firing.DEFAULTS,
            new HardReset(HardReset.Config.DEFAULTS),
            new Triangle(Triangle.Config.DEFAULTS));

    /** Learnable parameters of the network here. */
    public long ours() {
        return NetworkOutline.of(architecture, input, classes, NEURONS).parameterCount();
    }

    /** What the authors' rule of counting makes of ours. */
    public Authors byTheirRule() {
        long trainable = ours() + coefficients;
        return new Authors(trainable, trainable + frozen * neuronLayers());
    }

    /** A layer of its own for each stream counts twice. */
    private long neuronLayers() {
        return architecture.plan(input, classes).nodes().stream()
                .filter(node -> node.layer() instanceof NetworkPlan.Neurons)
                .mapToLong(node -> ((NetworkPlan.Neurons) node.layer()).perStream() ? 2 : 1)
                .sum();
    }
}
