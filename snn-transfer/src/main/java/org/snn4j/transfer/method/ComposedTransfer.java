package org.snn4j.transfer.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.network.SignalShapes;
import org.snn4j.transfer.Mixture;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.mixing.Mixing;
import org.snn4j.transfer.objective.Objective;
import org.snn4j.transfer.objective.ObjectiveInput;
import org.snn4j.transfer.objective.ObjectiveValue;

/**
 * A transfer method made of parts: L = sum over objectives of weight * value, on streams that a mixing rule may have mixed.
 *
 * <p>An objective of weight 0 is the same as an absent one, bit by bit: it is neither evaluated nor reported, and its parameters do not exist. Parameters of the
 * same name are one parameter; its gradient is the weighted sum over the objectives that use it. A mixed source stream shows, from the step on that the rule
 * gives, the frames of the paired recording at the same steps.
 */
public final class ComposedTransfer implements TransferMethod {
    private final Set<Stream> streams;
    private final Mixing mixing;
    private final Map<String, Objective> objectives;

    /**
     * @param streams streams that are trained
     * @param mixing mixing of the source stream
     * @param objectives terms of the loss by name; values are summed in this order
     * @throws ConfigurationException if nothing is left to train on, an objective reads a stream that is not there, or a single stream is to be mixed
     */
    public ComposedTransfer(Set<Stream> streams, Mixing mixing, Map<String, Objective> objectives) {
        this.streams = streams.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(streams));
        this.mixing = Check.notNull(mixing, "mixing");
        Map<String, Objective> active = new LinkedHashMap<>();
        objectives.forEach((name, objective) -> {
            if (objective.weight() != 0) {
                active.put(name, objective);
            }
        });
        this.objectives = Collections.unmodifiableMap(active);
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (streams.isEmpty()) {
            problems.add("streams: is empty; must name source, target or both");
        }
        if (objectives.isEmpty()) {
            problems.add("objectives: none has a weight other than 0; there is nothing to train on");
        }
        if (mixing.replaces() && streams.size() < Stream.values().length) {
            problems.add("mixing: needs both streams, but streams are " + labels() + "; use 'none'");
        }
        objectives.forEach((name, objective) -> objective.reads().stream()
                .filter(key -> !streams.contains(key.stream()))
                .forEach(key ->
                        problems.add("objectives." + name + ": reads " + key + ", but streams are " + labels())));
        return problems;
    }

    private List<String> labels() {
        return streams.stream().map(Stream::label).toList();
    }

    @Override
    public Set<Stream> streams() {
        return streams;
    }

    @Override
    public Set<SignalKey> reads() {
        Set<SignalKey> reads = new LinkedHashSet<>();
        objectives.values().forEach(objective -> reads.addAll(objective.reads()));
        return reads;
    }

    @Override
    public Map<String, Set<SignalKey>> readers() {
        Map<String, Set<SignalKey>> readers = new LinkedHashMap<>();
        objectives.forEach((name, objective) -> readers.put("objectives." + name, objective.reads()));
        return readers;
    }

    @Override
    public Set<String> needWholeLabels() {
        Set<String> names = new LinkedHashSet<>();
        objectives.forEach((name, objective) -> {
            if (!objective.takesSoftLabels()) {
                names.add("objectives." + name);
            }
        });
        return names;
    }

    @Override
    public boolean mixesStreams() {
        return mixing.replaces();
    }

    @Override
    public List<ParameterSpec> parameters(SignalShapes shapes) {
        Map<String, ParameterSpec> declared = new LinkedHashMap<>();
        Map<String, String> owner = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        objectives.forEach((name, objective) -> objective.parameters(shapes).forEach(spec -> {
            ParameterSpec known = declared.putIfAbsent(spec.name(), spec);
            String first = owner.putIfAbsent(spec.name(), name);
            if (known != null && !agree(known, spec)) {
                problems.add(
                        "objectives." + name + ": parameter '" + spec.name() + "' differs from the one of objectives."
                                + first + " in shape, start value or decay; give one of them another name");
            }
        }));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return List.copyOf(declared.values());
    }

    private static boolean agree(ParameterSpec a, ParameterSpec b) {
        return Arrays.equals(a.shape(), b.shape()) && a.decays() == b.decays() && firstValue(a) == firstValue(b);
    }

    private static double firstValue(ParameterSpec spec) {
        return spec.start().draw(new Seeds(0).stream("agreement"));
    }

    @Override
    public Prepared prepare(Batch batch, Progress progress, RandomGenerator random) {
        Frames any = batch.frames().values().iterator().next();
        int steps = any.shape().steps();
        if (!mixing.replaces()) {
            int[] never = new int[batch.samples()];
            Arrays.fill(never, steps);
            return new Prepared(batch.frames(), new Mixture(never, steps));
        }
        Mixture mixture = new Mixture(mixing.replaceFrom(batch.samples(), steps, progress, random), steps);
        Frames mixed = mix(batch.frames().get(Stream.SOURCE), batch.frames().get(Stream.TARGET), mixture);
        return new Prepared(
                Map.of(Stream.SOURCE, mixed, Stream.TARGET, batch.frames().get(Stream.TARGET)), mixture);
    }

    private static Frames mix(Frames source, Frames target, Mixture mixture) {
        if (!source.shape().equals(target.shape())) {
            throw new IllegalArgumentException(
                    "streams of shapes " + source.shape() + " and " + target.shape() + " cannot be mixed");
        }
        float[] values = source.values().clone();
        int length = source.shape().frameLength();
        int[] from = mixture.replaceFrom();
        for (int n = 0; n < from.length; n++) {
            for (int t = from[n]; t < mixture.steps(); t++) {
                int offset = source.offset(t, n);
                System.arraycopy(target.values(), offset, values, offset, length);
            }
        }
        return new Frames(source.shape(), source.samples(), values);
    }

    @Override
    public MethodValue evaluate(ObjectiveInput input, Parameters parameters) {
        double total = 0;
        Map<String, Double> terms = new LinkedHashMap<>();
        GradientSum<SignalKey> gradients = new GradientSum<>();
        GradientSum<String> parameterGradients = new GradientSum<>();
        for (Map.Entry<String, Objective> entry : objectives.entrySet()) {
            ObjectiveValue value = entry.getValue().evaluate(input, parameters);
            double weight = entry.getValue().weight();
            total += weight * value.value();
            terms.put(entry.getKey(), value.value());
            value.gradients().forEach((key, gradient) -> gradients.add(key, gradient, weight));
            value.parameterGradients().forEach((key, gradient) -> parameterGradients.add(key, gradient, weight));
        }
        return new MethodValue(total, terms, gradients.sums(), parameterGradients.sums());
    }

    /** Weighted sums of gradients by what they belong to, in the order of its text; never writes to an array it was given. */
    private static final class GradientSum<K> {
        private final Map<K, INDArray> sums = new TreeMap<>(Comparator.comparing(Object::toString));

        void add(K key, INDArray gradient, double weight) {
            INDArray weighted = gradient.mul(weight);
            INDArray sum = sums.putIfAbsent(key, weighted);
            if (sum != null) {
                sum.addi(weighted);
            }
        }

        Map<K, INDArray> sums() {
            return sums;
        }
    }
}
