package org.snn4j.transfer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Parameters;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.network.Signals;
import org.snn4j.transfer.Mixture;
import org.snn4j.transfer.Progress;

/** A hand-written input for one objective. */
final class Case {
    private final Map<SignalKey, INDArray> signals = new LinkedHashMap<>();
    private final Map<String, INDArray> parameters = new LinkedHashMap<>();
    private int[] labels = {0};
    private int[] replacedFrom;
    private Progress progress = new Progress(0, 10, 0, 1);

    static Case signal(Stream stream, String name, double[][][] values) {
        return new Case().and(stream, name, values);
    }

    Case and(Stream stream, String name, double[][][] values) {
        signals.put(new SignalKey(stream, name), Nd4j.createFromArray(values));
        return this;
    }

    Case labels(int... values) {
        labels = values;
        return this;
    }

    Case replacedFrom(int... values) {
        replacedFrom = values;
        return this;
    }

    Case epoch(int epoch, int epochs) {
        progress = new Progress(epoch, epochs, 0, 1);
        return this;
    }

    Case parameter(String name, INDArray value) {
        parameters.put(name, value);
        return this;
    }

    ObjectiveValue evaluate(Objective objective) {
        int steps = (int) signals.values().iterator().next().size(0);
        int[] first = replacedFrom;
        if (first == null) {
            first = new int[labels.length];
            Arrays.fill(first, steps);
        }
        ObjectiveInput input = new ObjectiveInput(new Signals(signals), labels, new Mixture(first, steps), progress);
        return objective.evaluate(input, new Parameters(parameters));
    }

    static void assertGradient(ObjectiveValue value, Stream stream, String name, double... expected) {
        assertThat(Flat.of(value.gradients().get(new SignalKey(stream, name))))
                .containsExactly(expected, within(1e-12));
    }
}
