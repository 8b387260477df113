package org.snn4j.core.config;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/** A small world of sections and components for the tests of this package. */
final class SampleComponents {
    private SampleComponents() {}

    interface Cell {}

    interface Loss {}

    interface Rate {}

    @Reference(title = "A cell", equation = "(3)")
    public static final class Leaky implements Cell {
        /** Three numbers. */
        public record Config(double tau, double decayFactor, int steps) {
            public static final Config DEFAULTS = new Config(2.0, 0.5, 4);

            public Config {
                Check.greaterThan(tau, 1, "tau");
                Check.inRange(decayFactor, 0, 1, "decayFactor");
                Check.atLeast(steps, 1, "steps");
            }
        }

        final Config config;

        public Leaky(Config config) {
            this.config = config;
        }
    }

    public static final class Plain implements Cell {}

    enum Order {
        BY_NUMBER,
        BY_TIME
    }

    record Range(double low, double high) {
        static final Range DEFAULTS = new Range(0, 1);

        Range {
            if (low >= high) {
                throw new IllegalArgumentException("range is empty: low " + low + ", high " + high);
            }
        }
    }

    public static final class Everything implements Cell {
        /** Every type a file can express. */
        public record Config(
                long count,
                float ratio,
                boolean exact,
                String label,
                Order order,
                Optional<Integer> limit,
                List<Double> weights,
                Set<Order> orders,
                Map<String, Integer> sizes,
                Range range) {
            public static final Config DEFAULTS = new Config(
                    7,
                    0.1f,
                    true,
                    "none",
                    Order.BY_TIME,
                    Optional.empty(),
                    List.of(0.5, 1e-4),
                    Set.of(),
                    Map.of(),
                    new Range(0, 2));
        }

        public Everything(Config config) {}
    }

    public static final class Entropy implements Loss {
        /** A weight. */
        public record Config(double weight, String stream) {
            public static final Config DEFAULTS = new Config(1.0, "target");

            public Config {
                Check.atLeast(weight, 0, "weight");
            }
        }

        public Entropy(Config config) {}
    }

    public static final class Alignment implements Loss {
        /** A weight. */
        public record Config(double weight) {
            public static final Config DEFAULTS = new Config(0.5);
        }

        public Alignment(Config config) {}
    }

    public static final class Constant implements Rate {}

    public static final class Cosine implements Rate {
        /** Warm-up. */
        public record Config(int warmUp) {
            public static final Config DEFAULTS = new Config(0);
        }

        public Cosine(Config config) {}
    }

    record Training(int epochs, int batch, double learningRate) {
        static final Training DEFAULTS = new Training(40, 32, 1e-3);

        Training {
            Check.atLeast(epochs, 1, "epochs");
            Check.atLeast(batch, 1, "batch");
            Check.greaterThan(learningRate, 0, "learning rate");
        }
    }

    record Expected(String row, double value, Optional<Double> tolerance) {}

    record Table(List<String> columns, List<Expected> expected) {
        static final Table DEFAULTS = new Table(List.of("accuracy"), List.of());
    }

    static Section section(String key, Section.Kind kind, Type type, Object fallback, boolean perPhase) {
        return new Section(key, kind, type, false, Optional.ofNullable(fallback), perPhase, key.equals("table"));
    }

    static Catalogue catalogue() {
        return new Catalogue(
                List.of(
                        section("cell", Section.Kind.COMPONENT, Cell.class, null, false),
                        section("objectives", Section.Kind.COMPONENTS, Loss.class, null, true),
                        section("rate", Section.Kind.COMPONENT, Rate.class, "constant", true),
                        section("training", Section.Kind.SETTINGS, Training.class, null, true),
                        section("table", Section.Kind.SETTINGS, Table.class, null, false),
                        section("seeds", Section.Kind.VALUE, longs(), List.of(1L), false)),
                List.of(
                        ComponentSpec.of(Cell.class, "leaky", Leaky.class),
                        ComponentSpec.of(Cell.class, "plain", Plain.class),
                        ComponentSpec.of(Cell.class, "everything", Everything.class),
                        ComponentSpec.of(Loss.class, "entropy", Entropy.class),
                        ComponentSpec.of(Loss.class, "alignment", Alignment.class),
                        ComponentSpec.of(Rate.class, "constant", Constant.class),
                        ComponentSpec.of(Rate.class, "cosine", Cosine.class)));
    }

    private record Longs(List<Long> longs) {}

    private static Type longs() {
        return Longs.class.getRecordComponents()[0].getGenericType();
    }
}
