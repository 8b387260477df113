package org.snn4j.core.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.layer.LayerEnvironment;
import org.snn4j.core.layer.LayerOperator;
import org.snn4j.core.layer.OperatorLayer;
import org.snn4j.core.layer.Operators;
import org.snn4j.core.layer.OptimizerBinding;
import org.snn4j.core.layer.ResidualAddition;
import org.snn4j.core.neuron.NeuronModel;

/** Turns a plan into a graph: works out shapes, makes the operators, connects them. */
final class GraphAssembly {
    private final NetworkPlan plan;
    private final InputShape input;
    private final boolean inputGradients;
    private final Operators factory;
    private final Map<String, long[]> shapes = new LinkedHashMap<>();
    private final Map<String, LayerOperator> operators = new LinkedHashMap<>();

    GraphAssembly(
            NetworkPlan plan,
            InputShape input,
            NeuronModel neurons,
            LayerEnvironment environment,
            boolean inputGradients) {
        this.plan = plan;
        this.input = input;
        this.inputGradients = inputGradients;
        this.factory = new Operators(environment, neurons, input.channels());
        int channels = input.channels().values().stream().max(Integer::compare).orElseThrow();
        shapes.put(NetworkPlan.INPUT, new long[] {input.height(), input.width(), channels});
        for (NetworkPlan.Node node : plan.nodes()) {
            addNode(node);
        }
    }

    private void addNode(NetworkPlan.Node node) {
        long[] in = shapes.get(node.inputs().get(0));
        if (node.layer() instanceof NetworkPlan.Addition) {
            long[] other = shapes.get(node.inputs().get(1));
            if (!Arrays.equals(in, other)) {
                throw new IllegalArgumentException(
                        node.name() + " adds shapes " + Arrays.toString(in) + " and " + Arrays.toString(other));
            }
            shapes.put(node.name(), in);
            return;
        }
        LayerOperator operator;
        try {
            operator = operator(node, in);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("layer '" + node.name() + "': " + e.getMessage(), e);
        }
        operators.put(node.name(), operator);
        shapes.put(node.name(), operator.outputShape());
    }

    private LayerOperator operator(NetworkPlan.Node node, long[] in) {
        boolean passes = inputGradients || !node.inputs().contains(NetworkPlan.INPUT);
        if (node.layer() instanceof NetworkPlan.Convolution c) {
            return factory.convolution(in, c.out(), c.window(), c.bias(), owners(c.perStream()), c.start(), passes);
        }
        if (node.layer() instanceof NetworkPlan.Dense d) {
            return factory.dense(in, d.out(), d.bias(), owners(d.perStream()), d.start(), passes);
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
            return factory.averagePool(in, p.size(), p.size());
        }
        return factory.averagePool(in, Math.toIntExact(in[0]), Math.toIntExact(in[1]));
    }

    private Map<Stream, Integer> owners(boolean perStream) {
        return perStream ? input.channels() : Map.of();
    }

    Map<String, LayerOperator> operators() {
        return operators;
    }

    /** Values per row of the buffers that belong to no operator: both of each addition, the input and the gradient of the logits. */
    long furtherValues() {
        long values = length(NetworkPlan.INPUT) + length(plan.last());
        for (NetworkPlan.Node node : plan.nodes()) {
            values += node.layer() instanceof NetworkPlan.Addition ? 2 * length(node.name()) : 0;
        }
        return values;
    }

    private long length(String node) {
        return Arrays.stream(shapes.get(node)).reduce(1, (a, b) -> a * b);
    }

    long[] shape(String node) {
        return shapes.get(node).clone();
    }

    ComputationGraph graph(LayerEnvironment environment, OptimizerBinding binding, Seeds seeds) {
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
                builder.addVertex(
                        node.name(), new ResidualAddition(environment.listener(), shape(node.name())), inputs);
            } else {
                builder.addLayer(
                        node.name(),
                        new OperatorLayer(node.name(), operator, binding, seeds, environment.listener()),
                        inputs);
            }
            output = node.name();
        }
        ComputationGraph graph = new ComputationGraph(builder.setOutputs(output).build());
        graph.init();
        return graph;
    }
}
