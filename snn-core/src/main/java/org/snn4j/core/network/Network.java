package org.snn4j.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.graph.ComputationGraphUpdater;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.TimeFold;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.kernel.WorkingMemory;
import org.snn4j.core.layer.Arena;
import org.snn4j.core.layer.LayerEnvironment;
import org.snn4j.core.layer.LayerListener;
import org.snn4j.core.layer.LayerOperator;
import org.snn4j.core.layer.OptimizerBinding;
import org.snn4j.core.layer.Pass;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.optimize.Optimizer;

/**
 * A spiking network over T time steps: forward pass, backward pass from gradients of any signal, one optimizer step.
 *
 * <p>Call order of one training step: {@link #forward}, {@link #backward}, {@link #update}. Not safe for several threads. The graph, the
 * parameter vector and the updater are Deeplearning4j's; this class is the only one that knows how to drive them.
 */
public final class Network implements AutoCloseable {
    private final InputShape inputShape;
    private final NetworkOutline outline;
    private final Map<String, LayerOperator> operators;
    /** Name of the first layer that each layer reads. */
    private final Map<String, String> inputs = new HashMap<>();

    private final LayerOperator inputReader;
    private final SignalSites sites;
    private final Pass pass;
    private final FoldedInput folded;
    private final Arena arena;
    private final Arena.Buffer logitsGradient;
    private final OptimizerBinding binding;
    private final ComputationGraph graph;
    private final String head;
    /** What the arena is cut for; null if it must be cut anew. */
    private Cut cut;

    private boolean gradientsDue;
    private int step;

    /** The kind of pass that an arena is cut for. */
    private record Cut(int rows, boolean training) {}

    private Network(NetworkSpec spec, Arena.Reuse reuse) {
        this.inputShape = spec.input();
        this.pass = new Pass();
        NetworkPlan plan = spec.architecture().plan(spec.input(), spec.classes());
        plan.nodes().forEach(node -> inputs.put(node.name(), node.inputs().get(0)));
        this.arena = new Arena(spec.precision(), reuse);
        boolean packs = reuse == Arena.Reuse.BY_LIFETIME && spec.kernels().packs(spec.precision());
        LayerEnvironment environment =
                new LayerEnvironment(spec.kernels(), spec.precision(), pass, spec.listener(), arena, packs);
        GraphAssembly assembly =
                new GraphAssembly(plan, spec.input(), spec.neurons(), environment, spec.inputGradients(), spec.seeds());
        this.operators = assembly.operators();
        this.inputReader = spec.inputGradients() ? inputReader(plan, operators) : null;
        this.head = plan.last();
        this.outline = new NetworkOutline(inputShape, spec.classes(), plan, environment, assembly);
        this.sites = outline.sites();
        this.folded = new FoldedInput(spec.input(), assembly.folded());
        this.logitsGradient = assembly.logitsGradient();
        this.binding = assembly.binding();
        this.graph = assembly.start();
    }

    private static LayerOperator inputReader(NetworkPlan plan, Map<String, LayerOperator> operators) {
        List<String> readers = plan.nodes().stream()
                .filter(node -> node.inputs().contains(NetworkPlan.INPUT))
                .map(NetworkPlan.Node::name)
                .toList();
        LayerOperator only = readers.size() == 1 ? operators.get(readers.get(0)) : null;
        if (only == null) {
            throw new IllegalArgumentException(
                    "input gradients need one layer that reads the input, this network has " + readers);
        }
        return only;
    }

    /** Builds the network with the kernels of this process; start values come from the seed streams "weights/LAYER/PARAMETER". */
    public static Network create(
            Architecture architecture,
            InputShape input,
            int classes,
            NeuronModel neurons,
            DataType precision,
            Seeds seeds) {
        return create(
                architecture,
                input,
                classes,
                neurons,
                precision,
                seeds,
                KernelSelection.choose().kernels());
    }

    /** Builds the network with given kernels. */
    public static Network create(
            Architecture architecture,
            InputShape input,
            int classes,
            NeuronModel neurons,
            DataType precision,
            Seeds seeds,
            Kernels kernels) {
        return create(new NetworkSpec(
                architecture, input, classes, neurons, precision, seeds, kernels, false, LayerListener.NONE));
    }

    /** Builds the network. */
    public static Network create(NetworkSpec spec) {
        return new Network(spec, Arena.Reuse.BY_LIFETIME);
    }

    /** Builds a network whose buffers share no memory and whose layers pack nothing. */
    static Network withMemoryOfItsOwn(NetworkSpec spec) {
        return new Network(spec, Arena.Reuse.NONE);
    }

    /**
     * Says which signals the next passes must provide besides the logits.
     *
     * @throws IllegalArgumentException for a signal that this network does not have; the message names those it has
     */
    public void observe(Set<SignalKey> signals) {
        outline.observe(signals);
        cut = null;
    }

    /**
     * Runs the network.
     *
     * @param frames per stream, [T, N, C, H, W]; all streams with the same N
     * @param training true: batch statistics, and a backward pass may follow
     * @return logits [T, N, K] and the observed signals, [T, N, F] or [T, N, H, W, C]; views that are valid until the next pass
     */
    public Signals forward(Map<Stream, INDArray> frames, boolean training) {
        TimeFold fold = folded.fold(frames);
        pass.begin(fold, training);
        gradientsDue = training;
        cutArena(new Cut(fold.rows(), training));
        INDArray input = folded.assemble(frames, fold);
        Map<String, INDArray> activations = graph.feedForward(new INDArray[] {input}, training, false);
        return sites.signals(activations.get(head), fold);
    }

    private void cutArena(Cut wanted) {
        if (!wanted.equals(cut)) {
            cut = null;
            arena.cut(wanted.rows, outline.claims(wanted.training));
            cut = wanted;
        }
    }

    /**
     * Runs the chain rule from gradients of signals of the last training pass down to the parameters; once for each training pass, since it writes
     * over what the pass left.
     *
     * @param gradients dL/dsignal, same shapes as the signals; absent ones are 0
     * @throws IllegalStateException if the last pass was none of training, or has been followed by a backward pass
     */
    public void backward(Map<SignalKey, INDArray> gradients) {
        if (!gradientsDue) {
            throw new IllegalStateException("a backward pass needs a training pass right before it");
        }
        gradientsDue = false;
        INDArray epsilon = logitsGradient.array();
        epsilon.assign(0);
        gradients.forEach((key, gradient) -> sites.giveBack(key, gradient, pass.fold(), epsilon));
        graph.backpropGradient(epsilon);
    }

    /** Starts an optimizer with fresh state, for instance at the begin of a phase. */
    public void optimizeWith(Optimizer optimizer) {
        binding.use(optimizer);
        graph.setUpdater(new ComputationGraphUpdater(graph));
        step = 0;
    }

    /** One optimizer step with the gradient of the last backward pass. */
    public void update(double learningRate) {
        binding.rate(learningRate);
        graph.getUpdater().update(graph.gradient(), step, 0, 1, LayerWorkspaceMgr.noWorkspaces());
        INDArray parameters = graph.params();
        parameters
                .reshape(parameters.length())
                .subi(graph.getFlattenedGradients().reshape(parameters.length()));
        step++;
    }

    /** Shapes of signals. */
    public SignalShapes shapes() {
        return outline.shapes();
    }

    /** Names of all signals that {@link #observe} accepts, without the stream. */
    public Set<String> signalNames() {
        return sites.names();
    }

    /**
     * Parameters and running statistics by name ("conv1.weight"), views. Convolution weights are [out, in, height, width]; dense weights are
     * [out, in], with a feature map in front flattened as H, W, C.
     */
    public Map<String, INDArray> state() {
        Map<String, INDArray> state = new LinkedHashMap<>();
        for (String layer : operators.keySet()) {
            graph.getLayer(layer).paramTable().forEach((name, view) -> state.put(layer + "." + name, view));
        }
        return state;
    }

    /** Gradients by parameter name, views; valid between {@link #backward} and {@link #update}. */
    public Map<String, INDArray> gradients() {
        Map<String, INDArray> gradients = new LinkedHashMap<>();
        operators.forEach((layer, operator) -> {
            for (ParameterSpec spec : operator.parameters()) {
                gradients.put(layer + "." + spec.name(), operator.gradients().get(spec.name()));
            }
        });
        return gradients;
    }

    /** dL/dframes of a stream, [T, N, H, W, C], if the network was built to compute it; a view that is valid until the next pass. */
    public INDArray inputGradient(Stream stream) {
        if (inputReader == null) {
            throw new IllegalStateException("this network was built without input gradients");
        }
        return SignalSites.ofStream(inputReader.inputGradient(), stream, pass.fold());
    }

    /** Mean spikes per neuron and step of each spiking layer in the last pass, by stream. */
    public Map<String, Map<Stream, Double>> spikeRates() {
        Map<String, Map<Stream, Double>> rates = new LinkedHashMap<>();
        operators.forEach((name, operator) -> {
            if (!operator.spikeRates().isEmpty()) {
                rates.put(name, operator.spikeRates());
            }
        });
        return rates;
    }

    /** Layers whose work others do on the way in the passes to come, with the names of these: poolings that are left to the neurons in front. */
    public Map<String, String> doneElsewhere() {
        Map<String, String> elsewhere = new LinkedHashMap<>();
        operators.forEach((name, operator) -> {
            if (operator.givesOutputInPlace()) {
                elsewhere.put(name, inputs.get(name));
            }
        });
        return elsewhere;
    }

    /** Lines that describe the layers: name, kind, output shape, parameters. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        operators.forEach((name, operator) -> {
            long parameters = operator.parameters().stream()
                    .mapToLong(ParameterSpec::length)
                    .sum();
            String shape = Arrays.toString(operator.outputShape());
            lines.add(String.format("%-14s %-34s %-16s %,12d", name, operator.description(), shape, parameters));
        });
        return lines;
    }

    /** Number of learnable parameters. */
    public long parameterCount() {
        return outline.parameterCount();
    }

    /**
     * What training takes, so that a batch that cannot fit is refused before it starts. Call it after {@link #observe}.
     *
     * @param streams streams of a batch
     * @param samples samples of each stream
     * @param optimizerStates values that the optimizer keeps for each parameter
     */
    public NetworkMemory memory(int streams, int samples, int optimizerStates) {
        return outline.memory(streams, samples, optimizerStates);
    }

    /** What arrays and packed inputs hold off the heap now, after the passes so far; the other parts are 0. */
    NetworkMemory held() {
        long packed = operators.values().stream()
                .mapToLong(LayerOperator::packedBytes)
                .sum();
        return new NetworkMemory(arena.bytes(), packed, 0, 0, WorkingMemory.NONE, 0, Long.MAX_VALUE);
    }

    /** What the network sees. */
    public InputShape inputShape() {
        return inputShape;
    }

    /** FLOAT or DOUBLE. */
    public DataType precision() {
        return graph.params().dataType();
    }

    /** Releases the buffers. */
    @Override
    public void close() {
        operators.values().forEach(LayerOperator::close);
        arena.close();
        cut = null;
    }
}
