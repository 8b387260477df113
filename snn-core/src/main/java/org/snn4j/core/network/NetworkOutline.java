package org.snn4j.core.network;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.layer.Arena;
import org.snn4j.core.layer.LayerEnvironment;
import org.snn4j.core.layer.LayerListener;
import org.snn4j.core.layer.LayerOperator;
import org.snn4j.core.layer.Pass;
import org.snn4j.core.neuron.NeuronModel;

/** A network before it exists: layers, shapes, signals and the number of parameters. Takes no memory for arrays. */
public final class NetworkOutline {
    private final InputShape input;
    private final int classes;
    private final GraphAssembly assembly;
    private final SignalSites sites;

    NetworkOutline(InputShape input, int classes, NetworkPlan plan, GraphAssembly assembly) {
        this.input = input;
        this.classes = classes;
        this.assembly = assembly;
        String head = plan.last();
        long[] logits = assembly.shape(head);
        if (logits.length != 1 || logits[0] != classes) {
            throw new IllegalArgumentException(
                    "the last layer gives " + Arrays.toString(logits) + ", must give " + classes + " logits");
        }
        this.sites = new SignalSites(plan.sites(), operators(), head);
    }

    /**
     * Works out every shape.
     *
     * @throws IllegalArgumentException if a layer does not fit the one before it; the message names the layer
     */
    public static NetworkOutline of(Architecture architecture, InputShape input, int classes, NeuronModel neurons) {
        Arena arena = new Arena(DataType.FLOAT, Arena.Reuse.BY_LIFETIME);
        LayerEnvironment nothingRuns =
                new LayerEnvironment(null, DataType.FLOAT, new Pass(), LayerListener.NONE, arena, true);
        NetworkPlan plan = architecture.plan(input, classes);
        return new NetworkOutline(
                input, classes, plan, new GraphAssembly(plan, input, neurons, nothingRuns, false, null));
    }

    /**
     * Says which signals passes must provide besides the logits.
     *
     * @throws IllegalArgumentException for a signal that this network does not have; the message names those it has
     */
    public void observe(Set<SignalKey> signals) {
        sites.observe(signals, input.channels().keySet());
    }

    /** Shapes of signals. */
    public SignalShapes shapes() {
        return sites.shapes(input.steps(), classes);
    }

    /** Number of learnable parameters. */
    public long parameterCount() {
        return operators().values().stream()
                .flatMap(operator -> operator.parameters().stream())
                .mapToLong(ParameterSpec::length)
                .sum();
    }

    SignalSites sites() {
        return sites;
    }

    Map<String, LayerOperator> operators() {
        return assembly.operators();
    }
}
