package org.snn4j.core.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.core.layer.Arena;
import org.snn4j.core.layer.LayerOperator;
import org.snn4j.core.layer.ResidualAddition;
import org.snn4j.core.layer.Turn;

/**
 * Which arrays of a graph are needed when, so that they can share memory.
 *
 * <p>Moments of a pass: 0, the input is put together; 1 to n, layers compute in the graph's order; n+1, objectives read signals and give their
 * gradients; n+2 to 2n+1, layers run backward in the opposite order; 2n+2, the pass is over. An output is needed until the last layer that reads it
 * has run, forward or, if that layer keeps what it read, backward; the gradient of an output until the layer that wrote the output has run backward.
 * An array that goes on as the output of a later layer, or as the gradient of an earlier one, lives as long as that layer needs it.
 */
final class Lifetimes {
    private final List<NetworkPlan.Node> nodes;
    private final Map<String, LayerOperator> operators;
    private final Map<String, ResidualAddition> additions;
    private final Arena.Buffer input;
    private final Arena.Buffer logitsGradient;
    private final boolean inputGradients;
    private final Map<String, Integer> turns = new HashMap<>();
    private final Map<String, NetworkPlan.Node> byName = new HashMap<>();

    /**
     * @param nodes in the order in which the graph runs them
     * @param inputGradients whether the gradient of the network's input is read after the pass
     */
    Lifetimes(
            List<NetworkPlan.Node> nodes,
            Map<String, LayerOperator> operators,
            Map<String, ResidualAddition> additions,
            Arena.Buffer input,
            Arena.Buffer logitsGradient,
            boolean inputGradients) {
        this.nodes = List.copyOf(nodes);
        this.operators = operators;
        this.additions = additions;
        this.input = input;
        this.logitsGradient = logitsGradient;
        this.inputGradients = inputGradients;
        for (NetworkPlan.Node node : nodes) {
            turns.put(node.name(), turns.size() + 1);
            byName.put(node.name(), node);
        }
    }

    /** The claims of a pass. @param head name of the layer that gives the logits */
    List<Arena.Claim> claims(boolean training, String head) {
        List<Arena.Claim> claims = new ArrayList<>();
        claims.add(input.during(0, outputEnd(NetworkPlan.INPUT, training)));
        if (training) {
            claims.add(logitsGradient.during(nodes.size() + 1, gradientEnd(head)));
        }
        for (NetworkPlan.Node node : nodes) {
            int outputEnd = node.name().equals(head) ? end() : outputEnd(node.name(), training);
            ResidualAddition addition = additions.get(node.name());
            String gradientOf = node.inputs().get(addition == null ? 0 : 1);
            Turn turn = new Turn(
                    training, turns.get(node.name()), outputEnd, backward(node.name()), gradientEnd(gradientOf), end());
            claims.addAll(addition == null ? operators.get(node.name()).claims(turn) : addition.claims(turn));
        }
        return claims;
    }

    private boolean keepsInput(String name) {
        ResidualAddition addition = additions.get(name);
        return addition == null ? operators.get(name).keepsInput() : addition.keepsInputs();
    }

    private int end() {
        return 2 * nodes.size() + 2;
    }

    private int backward(String name) {
        return end() - turns.get(name);
    }

    private int outputEnd(String name, boolean training) {
        int last = turns.getOrDefault(name, 0);
        for (NetworkPlan.Node reader : nodes) {
            if (reader.inputs().contains(name)) {
                LayerOperator operator = operators.get(reader.name());
                boolean keeps = training && keepsInput(reader.name());
                last = Math.max(last, keeps ? backward(reader.name()) : turns.get(reader.name()));
                if (operator != null && operator.givesOutputInPlace()) {
                    last = Math.max(last, outputEnd(reader.name(), training));
                }
            }
        }
        return last;
    }

    /** When the array that holds the gradient of an output is read for the last time. */
    private int gradientEnd(String name) {
        if (name.equals(NetworkPlan.INPUT)) {
            return inputGradients ? end() : end() - 1;
        }
        LayerOperator operator = operators.get(name);
        boolean goesOn = operator == null || operator.givesGradientInPlace();
        int own = backward(name);
        return goesOn ? Math.max(own, gradientEnd(byName.get(name).inputs().get(0))) : own;
    }
}
