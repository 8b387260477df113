package org.snn4j.transfer.objective;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.Seeds;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.network.SignalShapes;
import org.snn4j.core.network.Signals;
import org.snn4j.transfer.Mixture;
import org.snn4j.transfer.Progress;

/** A small random batch that any objective can read: two steps, four classes, smooth random signals in double precision. */
public final class ToyBatch implements SignalShapes {
    private static final int STEPS = 2;
    private static final int CLASSES = 4;
    private static final List<Integer> LABELS = List.of(0, 1, 2, 1, 3);
    private static final List<Integer> REPLACED_FROM = List.of(0, 1, 2, 2, 1);

    private final RandomGenerator random = new Seeds(7).stream("toy batch");
    private final Map<SignalKey, INDArray> signals = new LinkedHashMap<>();
    private final Map<String, INDArray> parameters = new LinkedHashMap<>();
    private final int[] labels;
    private final int[] replacedFrom;

    private ToyBatch(int[] labels, int[] replacedFrom) {
        this.labels = labels;
        this.replacedFrom = replacedFrom;
    }

    /** The signals and parameters of one objective, for the given number of samples, at most five. */
    public static ToyBatch of(Objective objective, int samples) {
        ToyBatch batch = new ToyBatch(first(LABELS, samples), first(REPLACED_FROM, samples));
        objective.reads().stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .forEach(batch::draw);
        for (ParameterSpec spec : objective.parameters(batch)) {
            double[] start = new double[(int) spec.length()];
            Arrays.setAll(start, i -> spec.start().draw(batch.random));
            batch.parameters.put(spec.name(), Nd4j.createFromArray(start).reshape(spec.shape()));
        }
        return batch;
    }

    private static int[] first(List<Integer> values, int samples) {
        return values.stream().limit(samples).mapToInt(Integer::intValue).toArray();
    }

    private void draw(SignalKey key) {
        long[] one = shape(key);
        long[] shape = new long[one.length + 2];
        shape[0] = STEPS;
        shape[1] = labels.length;
        System.arraycopy(one, 0, shape, 2, one.length);
        double[] values = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        Arrays.setAll(values, i -> random.nextGaussian());
        signals.put(key, Nd4j.createFromArray(values).reshape(shape));
    }

    @Override
    public int steps() {
        return STEPS;
    }

    @Override
    public int classes() {
        return CLASSES;
    }

    @Override
    public long[] shape(SignalKey key) {
        if (key.name().equals(SignalKey.LOGITS)) {
            return new long[] {CLASSES};
        }
        return key.name().startsWith("encoding") ? new long[] {2, 1, 2} : new long[] {4};
    }

    /** Its signals, to be changed by a test. */
    public Map<SignalKey, INDArray> signals() {
        return signals;
    }

    /** Its parameters, to be changed by a test. */
    public Map<String, INDArray> parameters() {
        return parameters;
    }

    /** What the objective gives for this batch. */
    public ObjectiveValue evaluate(Objective objective) {
        Mixture mixture = new Mixture(replacedFrom, STEPS);
        ObjectiveInput input =
                new ObjectiveInput(new Signals(signals), labels.clone(), mixture, new Progress(0, 10, 0, 5));
        return objective.evaluate(input, new Parameters(parameters));
    }

    /** The same batch with its samples in another order: sample n becomes the former sample order[n]. */
    public ToyBatch permuted(int... order) {
        ToyBatch other = new ToyBatch(pick(labels, order), pick(replacedFrom, order));
        signals.forEach((key, array) -> other.signals.put(key, pick(array, order)));
        other.parameters.putAll(parameters);
        return other;
    }

    /** The same batch with another type of numbers. */
    public ToyBatch as(DataType type) {
        ToyBatch other = new ToyBatch(labels, replacedFrom);
        signals.forEach((key, array) -> other.signals.put(key, array.castTo(type)));
        parameters.forEach((name, array) -> other.parameters.put(name, array.castTo(type)));
        return other;
    }

    /** Copies of all arrays, by their names. */
    public Map<Object, INDArray> copies() {
        Map<Object, INDArray> copies = new HashMap<>();
        signals.forEach((key, array) -> copies.put(key, array.dup()));
        parameters.forEach((name, array) -> copies.put(name, array.dup()));
        return copies;
    }

    private static int[] pick(int[] values, int[] order) {
        return Arrays.stream(order).map(n -> values[n]).toArray();
    }

    /** Samples of an array [T, N, ...] in another order. */
    static INDArray pick(INDArray array, int[] order) {
        INDArray result = array.dup('c');
        for (long t = 0; t < array.size(0); t++) {
            for (int n = 0; n < order.length; n++) {
                result.slice(t).slice(n).assign(array.slice(t).slice(order[n]));
            }
        }
        return result;
    }
}
