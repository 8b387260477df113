package org.snn4j.eval.golden.networks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snn4j.core.network.Architecture;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.eval.golden.GoldenCase;

/**
 * One of our networks in the place of a published one.
 *
 * @param architecture ours
 * @param neurons neuron of every layer
 * @param names our name of each published parameter and statistic
 * @param maps channels of the feature map in front of each of our dense layers that reads one, by our name of its weight
 */
record PublishedNetwork(
        Architecture architecture, NeuronModel neurons, Map<String, String> names, Map<String, Long> maps) {
    static final String PARAMETER = "par0.";
    private static final String STATISTIC = "buf0.";
    private static final String STATISTIC_AFTER = "buf1.";

    /** Applies rules (published pattern to our replacement, first match wins) to every parameter and statistic of the case. */
    static Map<String, String> names(GoldenCase golden, Map<String, String> rules) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String array : golden.names()) {
            if (array.startsWith(PARAMETER) || array.startsWith(STATISTIC) || array.startsWith(STATISTIC_AFTER)) {
                String published = array.substring(PARAMETER.length());
                names.put(published, translate(published, rules));
            }
        }
        names.values().removeIf(String::isEmpty);
        return names;
    }

    private static String translate(String published, Map<String, String> rules) {
        for (Map.Entry<String, String> rule : rules.entrySet()) {
            Matcher matcher = Pattern.compile(rule.getKey()).matcher(published);
            if (matcher.matches()) {
                String ours = matcher.replaceFirst(rule.getValue());
                return ours.replace("running_mean", "running-mean").replace("running_var", "running-variance");
            }
        }
        throw new AssertionError("no rule for the published parameter " + published + "; rules: " + rules.keySet());
    }

    /** Output channels of numbered convolution blocks by their number in the published list; the numbers between belong to poolings. */
    static SortedMap<Integer, Integer> convolutions(GoldenCase golden, String pattern) {
        SortedMap<Integer, Integer> channels = new TreeMap<>();
        Pattern name = Pattern.compile(Pattern.quote(PARAMETER) + pattern);
        for (String array : golden.names()) {
            Matcher matcher = name.matcher(array);
            if (matcher.matches()) {
                channels.put(Integer.parseInt(matcher.group(1)), (int)
                        golden.array(array).shape()[0]);
            }
        }
        return channels;
    }

    /** Our layer list of convolutions with poolings between and behind them. */
    static List<String> layers(SortedMap<Integer, Integer> convolutions, int poolingsBehind) {
        List<String> layers = new ArrayList<>();
        for (int i = 0; i <= convolutions.lastKey() + poolingsBehind; i++) {
            Integer channels = convolutions.get(i);
            layers.add(channels == null ? "P" : channels.toString());
        }
        return layers;
    }

    /** 1-based number of a block among the convolutions alone. */
    static int ordinal(SortedMap<Integer, Integer> convolutions, int block) {
        return convolutions.headMap(block).size() + 1;
    }
}
