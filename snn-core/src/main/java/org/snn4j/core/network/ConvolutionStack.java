package org.snn4j.core.network;

import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.core.kernel.Window;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.layer.WeightStart;

/**
 * Appends convolutions with batch norm and neurons, and poolings, as written in a short list: "64" is a convolution to 64 channels, "64/2" one with
 * stride 2, "P" an average pooling 2x2.
 *
 * @param size side of the windows; padding keeps the map's size
 * @param bias whether convolutions have a bias
 * @param normalization batch norm behind each convolution
 * @param start start values of the weights
 */
record ConvolutionStack(int size, boolean bias, Normalization normalization, WeightStart start) {
    static void check(List<String> layers) {
        Check.notNull(layers, "layers");
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("layers is empty, must name at least one convolution");
        }
        for (String layer : layers) {
            if (!layer.equals("P") && !layer.matches("[1-9][0-9]{0,4}(/[1-9])?")) {
                throw new IllegalArgumentException(
                        "layers has '" + layer + "', must be channels (64), channels/stride (64/2) or P");
            }
        }
    }

    /** Appends all layers; convolutions are called conv1, conv2, ... and their neurons spike1, spike2, ... */
    void appendTo(NetworkPlan plan, List<String> layers, Sharing encoding) {
        int number = 0;
        int pools = 0;
        for (String layer : layers) {
            if (layer.equals("P")) {
                plan.add("pool" + ++pools, new NetworkPlan.AveragePool(2));
                continue;
            }
            number++;
            boolean perStream = number == 1 && encoding.perStream();
            String[] parts = layer.split("/");
            int stride = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
            Window window = new Window(size, stride, size / 2);
            plan.add(
                    "conv" + number,
                    new NetworkPlan.Convolution(Integer.parseInt(parts[0]), window, bias, perStream, start));
            plan.add("spike" + number, new NetworkPlan.Neurons(normalization, perStream));
            if (number == 1) {
                plan.encoding();
            }
        }
    }

    /** Name of the neurons behind the last convolution. */
    static String lastNeurons(List<String> layers) {
        return "spike" + layers.stream().filter(layer -> !layer.equals("P")).count();
    }
}
