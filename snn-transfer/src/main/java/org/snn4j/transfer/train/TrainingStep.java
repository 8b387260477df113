package org.snn4j.transfer.train;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.network.Network;
import org.snn4j.core.network.Signals;
import org.snn4j.core.optimize.Optimizer;
import org.snn4j.data.mix.SoftLabels;
import org.snn4j.transfer.Mixture;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.method.MethodValue;
import org.snn4j.transfer.method.TransferMethod;
import org.snn4j.transfer.objective.ObjectiveInput;

/**
 * What happens to a network and to the objectives' own parameters for one batch: {@link #differentiate}, then {@link #update}.
 *
 * <p>The network observes what the method reads, and network and objectives start with fresh optimizer state.
 */
public final class TrainingStep implements AutoCloseable {
    private final Network network;
    private final TransferMethod method;
    private final ObjectiveParameters parameters;
    private final StepClock clock;
    private final ObjectiveMemory memory = new ObjectiveMemory();
    private final Snapshot frozen = new Snapshot();
    private Map<String, INDArray> frozenState = Map.of();
    private ObjectiveInput input;
    private MethodValue value;

    /** @param seeds start values of the objectives' parameters come from its streams {@code objectives/<name>} */
    public TrainingStep(Network network, TransferMethod method, Optimizer optimizer, Seeds seeds) {
        this(network, method, optimizer, seeds, new StepClock(TrainListener.NONE));
    }

    TrainingStep(Network network, TransferMethod method, Optimizer optimizer, Seeds seeds, StepClock clock) {
        this.network = Check.notNull(network, "network");
        this.method = Check.notNull(method, "method");
        this.parameters =
                new ObjectiveParameters(method.parameters(network.shapes()), optimizer, network.precision(), seeds);
        this.clock = clock;
        network.observe(method.reads());
        network.optimizeWith(optimizer);
    }

    /** Keeps parameters and running statistics of these layers as they are now; replaces what was frozen before. */
    public void freeze(Collection<String> layers) {
        Map<String, INDArray> kept = new LinkedHashMap<>(network.state());
        kept.keySet().removeIf(name -> !layers.contains(layer(name)));
        frozenState = kept;
        frozen.take(kept);
    }

    /** Layer of an entry of the network's state, {@code conv1} for {@code conv1.weight}. */
    static String layer(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /**
     * Value of the loss; its gradients wait in the network and here. Arrays of the value are valid until the next call.
     *
     * @param frames per stream, [T, N, C, H, W]
     * @param labels class of each pair, length N
     */
    public MethodValue differentiate(Map<Stream, INDArray> frames, int[] labels, Mixture mixture, Progress progress) {
        return differentiate(frames, SoftLabels.whole(labels), mixture, progress);
    }

    /** As above for samples that may be mixed from two classes. */
    public MethodValue differentiate(
            Map<Stream, INDArray> frames, SoftLabels labels, Mixture mixture, Progress progress) {
        Signals signals = network.forward(frames, true);
        clock.done(StepPart.FORWARD);
        input = new ObjectiveInput(signals, labels, mixture, progress);
        value = memory.evaluate(() -> method.evaluate(input, parameters.values()));
        clock.done(StepPart.OBJECTIVES);
        network.backward(value.gradients());
        clock.done(StepPart.BACKWARD);
        return value;
    }

    /** What the objectives saw in the last {@link #differentiate}; valid until the network's next pass. */
    public ObjectiveInput input() {
        if (input == null) {
            throw new IllegalStateException("nothing was differentiated yet");
        }
        return input;
    }

    /** One optimizer step with the gradients of the last {@link #differentiate}. */
    public void update(double rate) {
        if (value == null) {
            throw new IllegalStateException("an update needs gradients: differentiate first");
        }
        network.update(rate);
        if (!frozenState.isEmpty()) {
            frozen.restore(frozenState);
        }
        parameters.update(value.parameterGradients(), rate);
        clock.done(StepPart.UPDATE);
        value = null;
    }

    /** Learnable parameters of the objectives by name: the arrays that {@link #update} changes. */
    public Map<String, INDArray> objectiveParameters() {
        return parameters.arrays();
    }

    /** Frees the memory of the objectives; network and parameters stay. */
    @Override
    public void close() {
        memory.close();
        value = null;
    }
}
