package org.snn4j.eval.golden.networks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snn4j.core.network.Architecture;
import org.snn4j.core.network.R2etlVggPooled;
import org.snn4j.core.network.R2etlVggStrided;
import org.snn4j.core.neuron.DecayLif;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.surrogate.TriangleGamma;
import org.snn4j.eval.golden.GoldenCase;

/** VGGSNN and VGGSNNwoAP of kanpeiming/RISTL. */
final class R2Networks {
    private static final Pattern LIST = Pattern.compile("then \\[(.*)\\] \\(a number");
    private static final Pattern LAYER = Pattern.compile("\\[(\\d+)\\]|(\\d+)|'(P)'");

    private R2Networks() {}

    static PublishedNetwork of(GoldenCase golden) {
        SortedMap<Integer, Integer> convolutions =
                PublishedNetwork.convolutions(golden, "features\\.(\\d+)\\.fwd\\.module\\.0\\.weight");
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("rgb_input\\.fwd\\.module\\.0\\.(.*)", "encoding.source.$1");
        rules.put("rgb_input\\.fwd\\.module\\.1\\.(.*)", "spike-encoding.source.$1");
        rules.put("dvs_input\\.fwd\\.module\\.0\\.(.*)", "encoding.target.$1");
        rules.put("dvs_input\\.fwd\\.module\\.1\\.(.*)", "spike-encoding.target.$1");
        convolutions.keySet().forEach(block -> {
            int number = PublishedNetwork.ordinal(convolutions, block);
            rules.put("features\\." + block + "\\.fwd\\.module\\.0\\.(.*)", "conv" + number + ".$1");
            rules.put("features\\." + block + "\\.fwd\\.module\\.1\\.(.*)", "spike" + number + ".$1");
        });
        rules.put("bottleneck\\.module\\.(?:0\\.)?(.*)", "bottleneck.$1");
        rules.put("classifier\\.module\\.(.*)", "head.$1");
        return new PublishedNetwork(
                architecture(golden),
                neurons(),
                PublishedNetwork.names(golden, rules),
                Map.of("bottleneck.weight", (long) convolutions.get(convolutions.lastKey())));
    }

    static NeuronModel neurons() {
        return new NeuronModel(
                new DecayLif(new DecayLif.Config(0.5, 0)),
                new Firing(1, false),
                new HardReset(new HardReset.Config(0, false)),
                new TriangleGamma(new TriangleGamma.Config(1)));
    }

    private static Architecture architecture(GoldenCase golden) {
        String text = golden.text("architecture");
        int encoding = (int) golden.array(PublishedNetwork.PARAMETER + "rgb_input.fwd.module.0.weight")
                .shape()[0];
        int bottleneck = Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1));
        if (text.startsWith("VGGSNNwoAP")) {
            return new R2etlVggStrided(new R2etlVggStrided.Config(
                    encoding, layers(text), bottleneck, R2etlVggStrided.Bottleneck.AS_PUBLISHED));
        }
        return new R2etlVggPooled(new R2etlVggPooled.Config(encoding, layers(text), bottleneck));
    }

    /** "[[6], 6, 'P']" of the index: a convolution with stride 2, one with stride 1, a pooling. */
    private static List<String> layers(String text) {
        Matcher list = LIST.matcher(text);
        if (!list.find()) {
            throw new AssertionError("no layer list in '" + text + "'");
        }
        List<String> layers = new ArrayList<>();
        Matcher layer = LAYER.matcher(list.group(1));
        while (layer.find()) {
            String strided = layer.group(1) == null ? null : layer.group(1) + "/2";
            layers.add(strided != null ? strided : layer.group(2) != null ? layer.group(2) : layer.group(3));
        }
        return layers;
    }
}
