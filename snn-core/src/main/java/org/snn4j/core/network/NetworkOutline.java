package org.snn4j.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.kernel.WorkingMemory;
import org.snn4j.core.layer.Arena;
import org.snn4j.core.layer.LayerEnvironment;
import org.snn4j.core.layer.LayerListener;
import org.snn4j.core.layer.LayerOperator;
import org.snn4j.core.layer.Pass;
import org.snn4j.core.neuron.NeuronModel;

/** A network before it exists: layers, shapes, signals and the number of parameters. Takes no memory for arrays. */
public final class NetworkOutline {
    /** Arrays of the size of a signal that an objective works with: centred features, gradient, weighted gradient, sum. */
    private static final int ARRAYS_PER_SIGNAL = 4;

    private static final int VALUE_AND_GRADIENT = 2;

    private final InputShape input;
    private final int classes;
    private final GraphAssembly assembly;
    private final SignalSites sites;
    private final Lifetimes lifetimes;
    private final Arena arena;
    private final Kernels kernels;
    private final DataType precision;
    private final String head;

    NetworkOutline(
            InputShape input, int classes, NetworkPlan plan, LayerEnvironment environment, GraphAssembly assembly) {
        this.input = input;
        this.classes = classes;
        this.assembly = assembly;
        this.arena = environment.arena();
        this.kernels = environment.kernels();
        this.precision = environment.precision();
        this.lifetimes = assembly.lifetimes();
        this.head = plan.last();
        long[] logits = assembly.shape(head);
        if (logits.length != 1 || logits[0] != classes) {
            throw new IllegalArgumentException(
                    "the last layer gives " + Arrays.toString(logits) + ", must give " + classes + " logits");
        }
        this.sites = new SignalSites(plan.sites(), operators(), head);
    }

    /** The same in single precision, with the kernels of this process. */
    public static NetworkOutline of(Architecture architecture, InputShape input, int classes, NeuronModel neurons) {
        Kernels kernels = KernelSelection.choose().kernels();
        return of(architecture, input, classes, neurons, DataType.FLOAT, kernels);
    }

    /**
     * Works out every shape.
     *
     * @param precision FLOAT or DOUBLE
     * @param kernels arithmetic; says what it keeps, and computes nothing
     * @throws IllegalArgumentException if a layer does not fit the one before it; the message names the layer
     */
    public static NetworkOutline of(
            Architecture architecture,
            InputShape input,
            int classes,
            NeuronModel neurons,
            DataType precision,
            Kernels kernels) {
        Arena arena = new Arena(precision, Arena.Reuse.BY_LIFETIME);
        LayerEnvironment nothingRuns = new LayerEnvironment(
                kernels, precision, new Pass(), LayerListener.NONE, arena, kernels.packs(precision));
        NetworkPlan plan = architecture.plan(input, classes);
        GraphAssembly assembly = new GraphAssembly(plan, input, neurons, nothingRuns, false, null);
        return new NetworkOutline(input, classes, plan, nothingRuns, assembly);
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

    /**
     * What a training step takes with the signals that are observed now.
     *
     * @param streams streams of a batch
     * @param samples samples of each stream
     * @param optimizerStates values that the optimizer keeps for each parameter
     */
    public NetworkMemory memory(int streams, int samples, int optimizerStates) {
        long rowsPerStream = (long) input.steps() * samples;
        long rows = streams * rowsPerStream;
        long values = 0;
        long packed = 0;
        WorkingMemory working = WorkingMemory.NONE;
        for (LayerOperator operator : operators().values()) {
            List<ParameterSpec> specs = new ArrayList<>(operator.parameters());
            specs.addAll(operator.statistics());
            for (ParameterSpec spec : specs) {
                values += spec.length();
            }
            packed += operator.expectedPackedBytes(rows);
            working = working.or(operator.expectedWorkingMemory(streams, input.steps(), samples));
        }
        List<Arena.Claim> claims = claims(true);
        int width = precision.width();
        return new NetworkMemory(
                arena.bytes(rows, claims),
                packed,
                rowsPerStream * ARRAYS_PER_SIGNAL * sites.observedValues() * width,
                values * (VALUE_AND_GRADIENT + optimizerStates) * width,
                working,
                arena.largestBytes(rows, claims),
                kernels.largestArray(precision));
    }

    List<Arena.Claim> claims(boolean training) {
        return lifetimes.claims(training, head);
    }

    SignalSites sites() {
        return sites;
    }

    Map<String, LayerOperator> operators() {
        return assembly.operators();
    }
}
