package org.snn4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.Window;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.layer.WeightStart;
import org.snn4j.core.network.Architecture;
import org.snn4j.core.network.InputShape;
import org.snn4j.core.network.NetworkPlan;
import org.snn4j.core.network.NetworkPlan.AveragePool;
import org.snn4j.core.network.NetworkPlan.Convolution;
import org.snn4j.core.network.NetworkPlan.Dense;
import org.snn4j.core.network.NetworkPlan.Neurons;
import org.snn4j.core.network.SignalKey;

/**
 * Networks to time: batch norm over batch and time, no bias in convolutions.
 *
 * @param layers channels of each 3x3 convolution, 0 for a 2x2 average pooling
 * @param hidden neurons of a dense layer in front of the head, 0 for none
 * @param classes outputs
 * @param side rows and columns of the input
 */
record Topology(List<Integer> layers, int hidden, int classes, int side) implements Architecture {
    /** Spikes of the last spiking layer. */
    static final SignalKey SPIKES = new SignalKey(Stream.TARGET, "feature.spikes");

    /** Name of the last layer. */
    static final String HEAD = "head";

    /** Channels of the input. */
    static final int POLARITIES = 2;

    private static final int FEWEST_CLASSES = 2;

    /** vgg: that of He et al. with 101 classes at 48x48; small: 32, pool, 64, pool, 128, 10 at 34x34. */
    static Topology named(String name) {
        return switch (name) {
            case "vgg" -> new Topology(List.of(64, 128, 0, 256, 256, 0, 512, 512, 0, 512, 512, 0), 0, 101, 48);
            case "small" -> new Topology(List.of(32, 0, 64, 0), 128, 10, 34);
            default -> throw new IllegalArgumentException("network is '" + name + "', known: vgg, small");
        };
    }

    /** The network cut off behind a spiking layer, with a smallest head. */
    Topology upTo(String spikingLayer) {
        if (spikingLayer.equals("spike-hidden")) {
            return new Topology(layers, hidden, FEWEST_CLASSES, side);
        }
        int wanted = Integer.parseInt(spikingLayer.substring("spike".length()));
        List<Integer> first = new ArrayList<>();
        for (int channels : layers) {
            wanted -= channels == 0 ? 0 : 1;
            first.add(channels);
            if (wanted == 0) {
                return new Topology(first, 0, FEWEST_CLASSES, side);
            }
        }
        throw new IllegalArgumentException("no layer '" + spikingLayer + "' in " + layers);
    }

    InputShape input(int steps) {
        return InputShape.of(steps, POLARITIES, side, side);
    }

    @Override
    public NetworkPlan plan(InputShape input, int classes) {
        NetworkPlan plan = new NetworkPlan();
        int convolutions = 0;
        int pools = 0;
        for (int channels : layers) {
            if (channels == 0) {
                plan.add("pool" + ++pools, new AveragePool(2));
                continue;
            }
            convolutions++;
            plan.add(
                    "conv" + convolutions,
                    new Convolution(channels, new Window(3, 1, 1), false, false, WeightStart.UNIFORM_FAN_IN));
            plan.add("spike" + convolutions, new Neurons(Normalization.MERGED, false))
                    .feature();
        }
        if (hidden > 0) {
            plan.add("hidden", new Dense(hidden, true, false, WeightStart.UNIFORM_FAN_IN));
            plan.add("spike-hidden", new Neurons(Normalization.NONE, false)).feature();
        }
        return plan.add(HEAD, new Dense(classes, true, false, WeightStart.UNIFORM_FAN_IN));
    }
}
