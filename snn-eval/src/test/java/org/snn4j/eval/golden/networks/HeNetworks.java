package org.snn4j.eval.golden.networks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.snn4j.core.network.He2024ResNet18;
import org.snn4j.core.network.He2024Scnn;
import org.snn4j.core.network.He2024Vgg;
import org.snn4j.core.network.Sharing;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.Lif;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.surrogate.Rectangle;
import org.snn4j.core.surrogate.SurrogateGradient;
import org.snn4j.core.surrogate.Triangle;
import org.snn4j.eval.golden.GoldenCase;

/** Transfer_VGG_SNN, Transfer_ResNet and Transfer_SCNN of Brain-Cog-Lab/Transfer-for-DVS. */
final class HeNetworks {
    private static final String COEFFICIENT = "coefficient\\.\\d+";
    private static final String NOT_IN_THE_NETWORK = "";

    private HeNetworks() {}

    static PublishedNetwork of(GoldenCase golden) {
        if (golden.name().startsWith("he_vgg_")) {
            return vgg(golden);
        }
        return golden.name().startsWith("he_resnet_") ? resNet(golden) : scnn(golden);
    }

    static NeuronModel neurons(SurrogateGradient surrogate) {
        return new NeuronModel(
                new Lif(new Lif.Config(2, 0)),
                new Firing(0.5, false),
                new HardReset(new HardReset.Config(0, true)),
                surrogate);
    }

    static NeuronModel neurons() {
        return neurons(new Triangle(new Triangle.Config(2)));
    }

    private static PublishedNetwork vgg(GoldenCase golden) {
        SortedMap<Integer, Integer> convolutions =
                PublishedNetwork.convolutions(golden, "feature\\.(\\d+)\\.conv\\.weight");
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put(COEFFICIENT, NOT_IN_THE_NETWORK);
        convolutions.keySet().forEach(block -> {
            int number = PublishedNetwork.ordinal(convolutions, block);
            rules.put("feature\\." + block + "\\.conv\\.(.*)", "conv" + number + ".$1");
            rules.put("feature\\." + block + "\\.bn\\.(.*)", "spike" + number + ".$1");
        });
        rules.put("rgb_fc\\.1\\.(.*)", "head.source.$1");
        rules.put("dvs_fc\\.1\\.(.*)", "head.target.$1");
        long channels = convolutions.get(convolutions.lastKey());
        return new PublishedNetwork(
                new He2024Vgg(new He2024Vgg.Config(PublishedNetwork.layers(convolutions, 1), Sharing.PER_STREAM)),
                neurons(),
                PublishedNetwork.names(golden, rules),
                Map.of("head.source.weight", channels, "head.target.weight", channels));
    }

    private static PublishedNetwork resNet(GoldenCase golden) {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put(COEFFICIENT, NOT_IN_THE_NETWORK);
        rules.put("conv1\\.(.*)", "stem.$1");
        int stages = 4;
        for (int stage = 1; stage <= stages; stage++) {
            String published = "layer" + stage + "\\.0\\.";
            String ours = "stage" + stage + "-block1-";
            rules.put(published + "bn(\\d)\\.(.*)", ours + "spike$1.$2");
            rules.put(published + "conv(\\d)\\.(.*)", ours + "conv$1.$2");
            rules.put(published + "downsample\\.0\\.(.*)", ours + "spike-shortcut.$1");
            rules.put(published + "downsample\\.2\\.(.*)", ours + "shortcut.$1");
        }
        rules.put("bn1\\.(.*)", "norm.$1");
        rules.put("rgb_fc\\.(.*)", "head.source.$1");
        rules.put("dvs_fc\\.(.*)", "head.target.$1");
        int width =
                (int) golden.array(PublishedNetwork.PARAMETER + "conv1.weight").shape()[0];
        return new PublishedNetwork(
                new He2024ResNet18(new He2024ResNet18.Config(width, List.of(1, 1, 1, 1), Sharing.PER_STREAM)),
                neurons(),
                PublishedNetwork.names(golden, rules),
                Map.of());
    }

    private static PublishedNetwork scnn(GoldenCase golden) {
        SortedMap<Integer, Integer> convolutions = PublishedNetwork.convolutions(golden, "feature\\.(\\d+)\\.weight");
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put(COEFFICIENT, NOT_IN_THE_NETWORK);
        convolutions
                .keySet()
                .forEach(block -> rules.put(
                        "feature\\." + block + "\\.(.*)",
                        "conv" + PublishedNetwork.ordinal(convolutions, block) + ".$1"));
        rules.put("fc1\\.(.*)", "hidden.$1");
        rules.put("fc2\\.(.*)", "head.$1");
        int hidden = (int) golden.array(PublishedNetwork.PARAMETER + "fc1.bias").shape()[0];
        return new PublishedNetwork(
                new He2024Scnn(new He2024Scnn.Config(List.copyOf(convolutions.values()), hidden)),
                neurons(new Rectangle(new Rectangle.Config(1, 1))),
                PublishedNetwork.names(golden, rules),
                Map.of("hidden.weight", (long) convolutions.get(convolutions.lastKey())));
    }
}
