package org.snn4j.core.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Stream;
import org.snn4j.core.Suggestion;
import org.snn4j.core.TimeFold;
import org.snn4j.core.Views;
import org.snn4j.core.layer.LayerOperator;
import org.snn4j.core.layer.Tap;

/** Translates between signal names and the taps of layers. */
final class SignalSites {
    private record Site(LayerOperator operator, Tap tap) {}

    private final Map<String, Site> sites = new LinkedHashMap<>();
    private Set<SignalKey> observed = Set.of();

    SignalSites(Map<String, String> layers, Map<String, LayerOperator> operators, String head) {
        layers.forEach((site, layer) -> {
            LayerOperator operator = operators.get(layer);
            if (operator == null) {
                throw new IllegalArgumentException(
                        "site '" + site + "' is '" + layer + "', which is no layer with a tap");
            }
            if (operator.quantities().contains(Tap.Quantity.BEFORE_RESET)) {
                sites.put(site + ".spikes", new Site(operator, operator.tap(Tap.Quantity.OUTPUT)));
                sites.put(site + ".before-reset", new Site(operator, operator.tap(Tap.Quantity.BEFORE_RESET)));
                sites.put(site + ".after-reset", new Site(operator, operator.tap(Tap.Quantity.AFTER_RESET)));
            } else {
                sites.put(site + ".values", new Site(operator, operator.tap(Tap.Quantity.OUTPUT)));
            }
        });
        sites.put(
                SignalKey.LOGITS,
                new Site(operators.get(head), operators.get(head).tap(Tap.Quantity.OUTPUT)));
    }

    Set<String> names() {
        return new LinkedHashSet<>(sites.keySet());
    }

    void observe(Set<SignalKey> signals, Set<Stream> streams) {
        for (SignalKey key : signals) {
            site(key);
            if (!streams.contains(key.stream())) {
                throw new IllegalArgumentException("signal " + key + ": the network has only the streams " + streams);
            }
        }
        observed = new LinkedHashSet<>(signals);
        sites.forEach((name, site) ->
                site.tap.want(observed.stream().anyMatch(key -> key.name().equals(name))));
    }

    /** Values per row of all observed signals, each stream's counted on its own. */
    long observedValues() {
        return observed.stream()
                .mapToLong(
                        key -> Arrays.stream(site(key).operator.outputShape()).reduce(1, (a, b) -> a * b))
                .sum();
    }

    private Site site(SignalKey key) {
        Site site = sites.get(key.name());
        if (site == null) {
            throw new IllegalArgumentException(
                    "the network has no signal '" + key.name() + "'" + Suggestion.known(key.name(), sites.keySet()));
        }
        return site;
    }

    Signals signals(INDArray logits, TimeFold fold) {
        Map<SignalKey, INDArray> arrays = new LinkedHashMap<>();
        for (Stream stream : fold.streams()) {
            arrays.put(SignalKey.logits(stream), ofStream(logits, stream, fold));
        }
        for (SignalKey key : observed) {
            if (fold.streams().contains(key.stream())) {
                arrays.put(key, ofStream(site(key).tap.value(), key.stream(), fold));
            }
        }
        return new Signals(arrays);
    }

    /** The rows of one stream as [T, N, ...], a view. */
    static INDArray ofStream(INDArray rows, Stream stream, TimeFold fold) {
        int first = fold.row(fold.indexOf(stream), 0);
        long[] shape = new long[rows.rank() + 1];
        shape[0] = fold.steps();
        shape[1] = fold.samples();
        System.arraycopy(rows.shape(), 1, shape, 2, rows.rank() - 1);
        INDArray part = fold.streams().size() == 1 ? rows : Views.rows(rows, first, first + fold.rowsPerStream());
        return part.reshape('c', shape);
    }

    void giveBack(SignalKey key, INDArray gradient, TimeFold fold, INDArray epsilon) {
        int first = fold.row(fold.indexOf(key.stream()), 0);
        if (key.name().equals(SignalKey.LOGITS)) {
            Views.rows(epsilon, first, first + fold.rowsPerStream())
                    .assign(gradient.reshape('c', fold.rowsPerStream(), epsilon.size(1)));
            return;
        }
        if (!observed.contains(key)) {
            throw new IllegalArgumentException("gradient for " + key + ", which is not observed: " + observed);
        }
        site(key).tap.addGradient(first, gradient);
    }

    SignalShapes shapes(int steps, int classes) {
        return new SignalShapes() {
            @Override
            public int steps() {
                return steps;
            }

            @Override
            public int classes() {
                return classes;
            }

            @Override
            public long[] shape(SignalKey key) {
                return site(key).operator.outputShape();
            }
        };
    }
}
