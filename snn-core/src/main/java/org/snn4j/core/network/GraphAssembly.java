package org.snn4j.core.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.util.GraphIndices;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.layer.Arena;
import org.snn4j.core.layer.Connection;
import org.snn4j.core.layer.LayerEnvironment;
import org.snn4j.core.layer.LayerInput;
import org.snn4j.core.layer.LayerOperator;
import org.snn4j.core.layer.OperatorLayer;
import org.snn4j.core.layer.Operators;
import org.snn4j.core.layer.OptimizerBinding;
import org.snn4j.core.layer.ResidualAddition;
import org.snn4j.core.neuron.NeuronModel;

/** Turns a plan into a graph: works out shapes, makes the operators and buffers, connects them. */
final class GraphAssembly {
    /** Values that a spike can take. */
    private static final int SPIKE_LEVELS = 2;

    private final NetworkPlan plan;
    private final InputShape input;
    private final boolean inputGradients;
    private final Seeds seeds;
    /** Values that a neuron gives: 2, or 0 for any number. */
    private final int neuronLevels;

    private final LayerEnvironment environment;
    private final Operators factory;
    private final Map<String, long[]> shapes = new LinkedHashMap<>();
    /** Distinct values of each output, 0 for any number. */
    private final Map<String, Integer> levels = new LinkedHashMap<>();

    private final Map<String, LayerOperator> operators = new LinkedHashMap<>();
    private final Map<String, ResidualAddition> additions = new LinkedHashMap<>();
    private final Arena.Buffer folded;
    private final Arena.Buffer logitsGradient;
    private final OptimizerBinding binding = new OptimizerBinding();
    private final ComputationGraph graph;

    /** @param seeds for start values; null if the graph is never started */
    GraphAssembly(
            NetworkPlan plan,
            InputShape input,
            NeuronModel neurons,
            LayerEnvironment environment,
            boolean inputGradients,
            Seeds seeds) {
        this.plan = plan;
        this.input = input;
        this.inputGradients = inputGradients;
        this.seeds = seeds;
        this.neuronLevels = neurons.neuron().activation().isPresent() ? 0 : SPIKE_LEVELS;
        this.environment = environment;
        this.factory = new Operators(environment, neurons, input.steps(), input.channels());
        int channels = input.channels().values().stream().max(Integer::compare).orElseThrow();
        shapes.put(NetworkPlan.INPUT, new long[] {input.height(), input.width(), channels});
        levels.put(NetworkPlan.INPUT, 0);
        for (NetworkPlan.Node node : plan.nodes()) {
            addNode(node);
        }
        this.folded = environment.arena().buffer(shape(NetworkPlan.INPUT));
        this.logitsGradient = environment.arena().buffer(shape(plan.last()));
        this.graph = new ComputationGraph(configuration());
    }

    private void addNode(NetworkPlan.Node node) {
        long[] in = shapes.get(node.inputs().get(0));
        if (node.layer() instanceof NetworkPlan.Addition addition) {
            long[] other = shapes.get(node.inputs().get(1));
            if (!Arrays.equals(in, other)) {
                throw new IllegalArgumentException(
                        node.name() + " adds shapes " + Arrays.toString(in) + " and " + Arrays.toString(other));
            }
            shapes.put(node.name(), in);
            levels.put(node.name(), levels(node, addition.connection()));
            additions.put(node.name(), new ResidualAddition(environment, addition.connection(), in));
            return;
        }
        LayerOperator operator;
        try {
            operator = operator(node, input(node, in));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("layer '" + node.name() + "': " + e.getMessage(), e);
        }
        operators.put(node.name(), operator);
        shapes.put(node.name(), operator.outputShape());
        levels.put(node.name(), levels(node, in));
    }

    private LayerInput input(NetworkPlan.Node node, long[] shape) {
        String source = node.inputs().get(0);
        return new LayerInput(shape, levels.get(source), inputGradients || !source.equals(NetworkPlan.INPUT));
    }

    /** Products of spikes are spikes. */
    private int levels(NetworkPlan.Node node, Connection connection) {
        boolean spikes = node.inputs().stream().allMatch(name -> levels.get(name) == SPIKE_LEVELS);
        return spikes && connection != Connection.ADD ? SPIKE_LEVELS : 0;
    }

    private int levels(NetworkPlan.Node node, long[] in) {
        int read = levels.get(node.inputs().get(0));
        if (node.layer() instanceof NetworkPlan.Neurons || node.layer() instanceof NetworkPlan.FeatureAxisNeurons) {
            return neuronLevels;
        }
        if (node.layer() instanceof NetworkPlan.MaxPool) {
            return read;
        }
        if (node.layer() instanceof NetworkPlan.AveragePool p) {
            return LayerInput.pooled(read, (long) p.size() * p.size());
        }
        return node.layer() instanceof NetworkPlan.GlobalPool ? LayerInput.pooled(read, in[0] * in[1]) : 0;
    }

    /** A layer that both streams share reads the same weights for the same channel of each, so both must mean the same by it. */
    private void requireChannelsAlike(NetworkPlan.Node node, boolean perStream) {
        boolean first = node.inputs().contains(NetworkPlan.INPUT);
        if (first && !perStream && Set.copyOf(input.channels().values()).size() > 1) {
            throw new IllegalArgumentException(
                    "is shared by streams of " + input.channels()
                            + " channels, which must have as many; give the encoding to each stream (per-stream) or encode alike");
        }
    }

    private LayerOperator operator(NetworkPlan.Node node, LayerInput in) {
        if (node.layer() instanceof NetworkPlan.Convolution c) {
            requireChannelsAlike(node, c.perStream());
            return factory.convolution(in, c.out(), c.window(), c.bias(), owners(c.perStream()), c.start());
        }
        if (node.layer() instanceof NetworkPlan.Dense d) {
            requireChannelsAlike(node, d.perStream());
            return factory.dense(in, d.out(), d.bias(), owners(d.perStream()), d.start());
        }
        if (node.layer() instanceof NetworkPlan.Neurons n) {
            return factory.neurons(in, n.normalization(), owners(n.perStream()));
        }
        if (node.layer() instanceof NetworkPlan.Norm n) {
            return factory.norm(in, n.normalization());
        }
        if (node.layer() instanceof NetworkPlan.FeatureAxisNeurons) {
            return factory.featureAxisNeurons(in);
        }
        if (node.layer() instanceof NetworkPlan.AveragePool p) {
            String source = node.inputs().get(0);
            return readers(source) == 1 && !source.equals(plan.last())
                    ? factory.averagePool(in, p.size(), operators.get(source))
                    : factory.averagePool(in, p.size(), p.size());
        }
        if (node.layer() instanceof NetworkPlan.MaxPool p) {
            return factory.maxPool(in, p.window());
        }
        if (node.layer() instanceof NetworkPlan.Dropout d) {
            return factory.dropout(in, d.rate(), seeds, node.name());
        }
        if (node.layer() instanceof NetworkPlan.Voting v) {
            return factory.voting(in, v.voters());
        }
        return factory.averagePool(in, Math.toIntExact(in.shape()[0]), Math.toIntExact(in.shape()[1]));
    }

    private long readers(String name) {
        return plan.nodes().stream()
                .filter(node -> node.inputs().contains(name))
                .count();
    }

    private Map<Stream, Integer> owners(boolean perStream) {
        return perStream ? input.channels() : Map.of();
    }

    Map<String, LayerOperator> operators() {
        return operators;
    }

    Arena.Buffer folded() {
        return folded;
    }

    Arena.Buffer logitsGradient() {
        return logitsGradient;
    }

    OptimizerBinding binding() {
        return binding;
    }

    /** In the order in which the graph runs the layers, which for branches need not be the plan's. */
    Lifetimes lifetimes() {
        Map<String, NetworkPlan.Node> nodes = new HashMap<>();
        plan.nodes().forEach(node -> nodes.put(node.name(), node));
        GraphIndices indices = graph.calculateIndices();
        List<NetworkPlan.Node> ordered = Arrays.stream(indices.getTopologicalSortOrder())
                .mapToObj(indices.getIdxToName()::get)
                .filter(nodes::containsKey)
                .map(nodes::get)
                .toList();
        return new Lifetimes(ordered, operators, additions, folded, logitsGradient, inputGradients);
    }

    long[] shape(String node) {
        return shapes.get(node).clone();
    }

    private ComputationGraphConfiguration configuration() {
        ComputationGraphConfiguration.GraphBuilder builder = new NeuralNetConfiguration.Builder()
                .updater(binding)
                .miniBatch(false)
                .dataType(environment.precision())
                .trainingWorkspaceMode(WorkspaceMode.NONE)
                .inferenceWorkspaceMode(WorkspaceMode.NONE)
                .graphBuilder()
                .addInputs(NetworkPlan.INPUT);
        String output = null;
        for (NetworkPlan.Node node : plan.nodes()) {
            String[] inputs = node.inputs().toArray(String[]::new);
            LayerOperator operator = operators.get(node.name());
            if (operator == null) {
                builder.addVertex(node.name(), additions.get(node.name()), inputs);
            } else {
                builder.addLayer(
                        node.name(),
                        new OperatorLayer(node.name(), operator, binding, seeds, environment.listener()),
                        inputs);
            }
            output = node.name();
        }
        return builder.setOutputs(output).build();
    }

    /** The graph with parameters at their start values; to be called once. */
    ComputationGraph start() {
        graph.init();
        return graph;
    }
}
