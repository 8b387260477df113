package org.snn4j.eval.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.snn4j.data.dataset.PairedData;
import org.snn4j.eval.metric.Measurement;
import org.snn4j.eval.run.RunResult;
import org.snn4j.eval.statistics.Interval;

/**
 * A column of a table: what it is called in a file, what it says above and where its numbers are in a run's result.
 *
 * <p>Names: {@code accuracy}, {@code top-5}, {@code spike-rate}, each of the test part or, written {@code accuracy.left-out}, of another scored one;
 * {@code images-seen}, {@code image-presentations}, {@code recordings}, {@code recording-presentations}, {@code optimizer-steps}, {@code seconds}.
 *
 * @param name in files
 * @param quantity what is measured
 * @param part scored part, empty for what no part has
 */
public record Column(String name, Quantity quantity, Optional<String> part) {
    private static final List<String> PARTS = List.of(PairedData.TEST, PairedData.VALIDATION, PairedData.LEFT_OUT);

    /** What can stand in a column. */
    public enum Quantity {
        /** Top-1 accuracy. */
        ACCURACY("accuracy", Measurement.PERCENT, 2, true),
        /** Top-5 accuracy. */
        TOP_5("top-5", Measurement.PERCENT, 2, true),
        /** Spikes per neuron and step, mean over the layers. */
        SPIKE_RATE("spike-rate", Measurement.PERCENT, 2, true),
        /** Different images seen in training. */
        IMAGES_SEEN(RunResult.IMAGES_SEEN, "", 0, false),
        /** Times an image was shown. */
        IMAGE_PRESENTATIONS(RunResult.IMAGE_PRESENTATIONS, "", 0, false),
        /** Different recordings seen in training. */
        RECORDINGS(RunResult.RECORDINGS, "", 0, false),
        /** Times a recording was shown. */
        RECORDING_PRESENTATIONS(RunResult.RECORDING_PRESENTATIONS, "", 0, false),
        /** Steps of the optimizer. */
        OPTIMIZER_STEPS(RunResult.OPTIMIZER_STEPS, "", 0, false),
        /** Wall-clock time of training. */
        SECONDS("seconds", "s", 1, false);

        private final String label;
        private final String unit;
        private final int decimals;
        private final boolean scored;

        Quantity(String label, String unit, int decimals, boolean scored) {
            this.label = label;
            this.unit = unit;
            this.decimals = decimals;
            this.scored = scored;
        }

        /** Name in files. */
        public String label() {
            return label;
        }

        /** Unit of its values; empty for counts. */
        public String unit() {
            return unit;
        }
    }

    /** The column of that name, if there is one. */
    public static Optional<Column> named(String name) {
        return all().stream()
                .filter(column -> column.name.equals(name) || column.longName().equals(name))
                .findFirst()
                .map(column -> new Column(name, column.quantity, column.part));
    }

    /** Every column there is, with its shortest name. */
    public static List<Column> all() {
        List<Column> columns = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            if (!quantity.scored) {
                columns.add(new Column(quantity.label, quantity, Optional.empty()));
                continue;
            }
            for (String part : PARTS) {
                String name = part.equals(PairedData.TEST) ? quantity.label : quantity.label + "." + part;
                columns.add(new Column(name, quantity, Optional.of(part)));
            }
        }
        return columns;
    }

    /** Names of every column, for messages. */
    public static List<String> names() {
        return all().stream().map(Column::name).toList();
    }

    /** Name with its part, as metrics are called in {@code result.json}. */
    private String longName() {
        return part.map(p -> quantity.label + "." + p).orElse(quantity.label);
    }

    /** What stands above the column. */
    public String header() {
        String unit = quantity.unit.isEmpty() ? "" : " [" + quantity.unit + "]";
        return name + unit;
    }

    /** Value in a result; empty if the run did not measure it. */
    public OptionalDouble value(RunResult result) {
        if (quantity.scored) {
            return result.metric(longName())
                    .map(metric -> OptionalDouble.of(metric.value()))
                    .orElse(OptionalDouble.empty());
        }
        Number number = quantity == Quantity.SECONDS
                ? result.seconds().get(RunResult.TRAINING)
                : (Number) result.counts().get(quantity.label);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number.doubleValue());
    }

    /** Samples behind the value in a result; empty for what is no mean over samples. */
    public OptionalLong samples(RunResult result) {
        return quantity.scored
                ? result.metric(longName())
                        .map(metric -> OptionalLong.of(metric.n()))
                        .orElse(OptionalLong.empty())
                : OptionalLong.empty();
    }

    /** A value as it is printed. */
    public String format(double value) {
        return String.format(Locale.ROOT, "%." + quantity.decimals + "f", value);
    }

    /** True if its values scatter from seed to seed so that an interval of their mean says something. */
    boolean showsInterval() {
        return quantity.scored;
    }

    /** The part of an interval that the quantity can reach: what is scored lies between 0 and 100 %. */
    Interval possible(Interval interval) {
        return quantity.scored ? interval.within(0, 100) : interval;
    }

    /** True if a spread of 0 says something about this quantity. */
    boolean showsZeroSpread() {
        return quantity.scored;
    }

    /** True if both show the same numbers, however they are called. */
    boolean sameAs(Column other) {
        return quantity == other.quantity && part.equals(other.part);
    }
}
