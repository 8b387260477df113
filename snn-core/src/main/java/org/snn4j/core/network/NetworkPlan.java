package org.snn4j.core.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.core.kernel.Window;
import org.snn4j.core.layer.Connection;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.layer.WeightStart;

/**
 * Layers of a network in order, before they exist. Each method appends a layer behind the last one, or behind the layer named with {@link
 * #after}; the last layer is the head.
 */
public final class NetworkPlan {
    /** One layer's description. */
    public sealed interface Layer
            permits Convolution,
                    Dense,
                    Neurons,
                    Norm,
                    FeatureAxisNeurons,
                    AveragePool,
                    MaxPool,
                    GlobalPool,
                    Dropout,
                    Voting,
                    Addition {}

    /** A convolution; {@code perStream} gives each stream weights of its own. */
    public record Convolution(int out, Window window, boolean bias, boolean perStream, WeightStart start)
            implements Layer {}

    /** A fully connected layer. */
    public record Dense(int out, boolean bias, boolean perStream, WeightStart start) implements Layer {}

    /** Batch norm and spiking neurons. */
    public record Neurons(Normalization normalization, boolean perStream) implements Layer {}

    /** A batch norm without neurons. */
    public record Norm(Normalization normalization) implements Layer {}

    /** Neurons that take the feature axis for time (a quirk of R2ETL's code). */
    public record FeatureAxisNeurons() implements Layer {}

    /** Mean over size x size windows. */
    public record AveragePool(int size) implements Layer {}

    /** Mean over the whole map. */
    public record GlobalPool() implements Layer {}

    /** Largest value of windows that may overlap. */
    public record MaxPool(Window window) implements Layer {}

    /** Values put to 0 with the probability {@code rate} in training. */
    public record Dropout(double rate) implements Layer {}

    /** Means of {@code voters} consecutive features. */
    public record Voting(int voters) implements Layer {}

    /** Sum of two branches, or another connection of them. */
    public record Addition(Connection connection) implements Layer {}

    /** A layer with its name and the names of the layers it reads. */
    public record Node(String name, Layer layer, List<String> inputs) {}

    /** Name of the network's input. */
    public static final String INPUT = "input";

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private String last = INPUT;
    private String encoding;
    private String feature;

    /** Continues behind another layer. */
    public NetworkPlan after(String name) {
        if (!name.equals(INPUT) && !nodes.containsKey(name)) {
            throw new IllegalArgumentException("no layer '" + name + "'; so far: " + nodes.keySet());
        }
        last = name;
        return this;
    }

    /** Name of the layer that the next one reads. */
    public String last() {
        return last;
    }

    /** Appends a layer behind the last one. */
    public NetworkPlan add(String name, Layer layer) {
        return add(name, layer, List.of(last));
    }

    /** Appends the sum of the last layer and another one. */
    public NetworkPlan addition(String name, String other) {
        return connection(name, other, Connection.ADD);
    }

    /** Appends the connection of the last layer, the branch, and another one, the shortcut. */
    public NetworkPlan connection(String name, String other, Connection connection) {
        return add(name, new Addition(connection), List.of(last, other));
    }

    private NetworkPlan add(String name, Layer layer, List<String> inputs) {
        if (name.equals(INPUT) || nodes.putIfAbsent(name, new Node(name, layer, inputs)) != null) {
            throw new IllegalArgumentException("two layers are called '" + name + "'");
        }
        last = name;
        return this;
    }

    /** The last layer's spikes and potentials are the signals {@code encoding.*}. */
    public NetworkPlan encoding() {
        encoding = last;
        return this;
    }

    /** The last layer's output and potentials are the signals {@code feature.*}. */
    public NetworkPlan feature() {
        feature = last;
        return this;
    }

    /** Layers in order. */
    public List<Node> nodes() {
        return new ArrayList<>(nodes.values());
    }

    /** Layers that signals are read from: "encoding" and "feature", where declared. */
    Map<String, String> sites() {
        Map<String, String> sites = new LinkedHashMap<>();
        if (encoding != null) {
            sites.put("encoding", encoding);
        }
        if (feature != null) {
            sites.put("feature", feature);
        }
        return sites;
    }
}
