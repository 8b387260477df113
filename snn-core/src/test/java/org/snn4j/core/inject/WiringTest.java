package org.snn4j.core.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provides;
import com.google.inject.TypeLiteral;
import com.google.inject.name.Names;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.Check;
import org.snn4j.core.config.EffectiveConfig;
import org.snn4j.core.config.ExperimentReader;

class WiringTest {
    private static final String SOUND =
            """
            shape: {use: circle, radius: 2}
            terms:
              second: {use: weighted, weight: 2}
              first: {use: weighted, weight: 3}
            """;

    @TempDir
    Path folder;

    @Test
    void aSectionsComponentIsMadeOnceWithItsRecord() {
        Injector injector = new Wiring(plugins()).experiment(config(SOUND));
        assertThat(injector.getInstance(Shape.class))
                .isInstanceOfSatisfying(
                        Circle.class, circle -> assertThat(circle.radius).isEqualTo(2));
        assertThat(injector.getInstance(Shape.class)).isSameAs(injector.getInstance(Shape.class));
    }

    @Test
    void oneClassServesTwiceWithDifferentParametersInFileOrder() {
        Map<String, Term> terms = phase(SOUND).getInstance(Key.get(new TypeLiteral<Map<String, Term>>() {}));
        assertThat(terms.keySet()).containsExactly("second", "first");
        assertThat(terms.get("second").weight()).isEqualTo(2);
        assertThat(terms.get("first").weight()).isEqualTo(3);
    }

    @Test
    void recordsOfComponentsAreInvisibleToOthers() {
        Injector injector = phase(SOUND);
        assertThat(injector.getExistingBinding(Key.get(Weighted.Config.class))).isNull();
        assertThatThrownBy(() -> injector.getInstance(Weighted.Config.class))
                .isInstanceOf(com.google.inject.ConfigurationException.class);
    }

    @Test
    void settingsAndValuesAreBoundAsTheyAre() {
        Injector injector = new Wiring(plugins()).experiment(config(SOUND + "pace: {speed: 7}\nnumbers: [3, 4]\n"));
        assertThat(injector.getInstance(Pace.class)).isEqualTo(new Pace(7));
        assertThat(injector.getInstance(Key.get(new TypeLiteral<List<Long>>() {}, Names.named("numbers"))))
                .containsExactly(3L, 4L);
    }

    @Test
    void anOptionalSectionIsEmptyWhenLeftOut() {
        Key<Optional<Extra>> extra = Key.get(new TypeLiteral<Optional<Extra>>() {});
        assertThat(new Wiring(plugins()).experiment(config(SOUND)).getInstance(extra))
                .isEmpty();
        assertThat(new Wiring(plugins())
                        .experiment(config(SOUND + "extra: {use: extra}\n"))
                        .getInstance(extra))
                .isPresent();
    }

    @Test
    void componentsInjectEachOtherAndCollaboratorsOfTheirPlugin() {
        assertThat(phase(SOUND).getInstance(Sum.class).text()).isEqualTo("circle of 2.0 with 2 terms");
    }

    @Test
    void componentsInjectWhatTheCallerAdds() {
        EffectiveConfig config = config("shape: {use: scaled}\nterms: {}\n");
        assertThatThrownBy(() -> new Wiring(plugins()).experiment(config))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Scale");
        Injector injector = new Wiring(plugins()).experiment(config, new AbstractModule() {
            @Provides
            Scale scale() {
                return new Scale(5);
            }
        });
        assertThat(injector.getInstance(Shape.class).toString()).isEqualTo("scaled by 5");
    }

    @Test
    void phasesShareWhatIsSharedAndOwnTheRest() {
        EffectiveConfig config = config(SOUND + "phases: {a: {}, b: {terms: {first: null}}}\n");
        Wiring wiring = new Wiring(plugins());
        Injector experiment = wiring.experiment(config);
        Injector a = wiring.phase(experiment, config, "a");
        Injector b = wiring.phase(experiment, config, "b");
        assertThat(a.getInstance(Shape.class)).isSameAs(b.getInstance(Shape.class));
        assertThat(a.getInstance(Sum.class).text()).endsWith("2 terms");
        assertThat(b.getInstance(Sum.class).text()).endsWith("1 terms");
    }

    @Test
    void whatAConstructorThrowsArrivesAsItWas() {
        assertThatThrownBy(() -> new Wiring(plugins()).experiment(config("shape: {use: refusing}\nterms: {}\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no such folder");
    }

    @Test
    void sectionsThatShareASlotAreToldApartByName() {
        ComponentPlugin plugin = new ComponentPlugin() {
            @Override
            protected void configure() {
                section("left", Shape.class);
                section("right", Shape.class);
                slot(Shape.class).add("circle", Circle.class);
            }
        };
        Plugins plugins = Plugins.of(plugin);
        Injector injector = new Wiring(plugins)
                .experiment(config("left: {use: circle, radius: 1}\nright: {use: circle, radius: 9}\n", plugins));
        assertThat(((Circle) injector.getInstance(Key.get(Shape.class, Names.named("left")))).radius)
                .isEqualTo(1);
        assertThat(((Circle) injector.getInstance(Key.get(Shape.class, Names.named("right")))).radius)
                .isEqualTo(9);
    }

    private Injector phase(String text) {
        EffectiveConfig config = config(text);
        Wiring wiring = new Wiring(plugins());
        return wiring.phase(wiring.experiment(config), config, config.phases().get(0));
    }

    private EffectiveConfig config(String text) {
        return config(text, plugins());
    }

    private EffectiveConfig config(String text, Plugins plugins) {
        try {
            Path file = Files.writeString(folder.resolve("file.yaml"), text);
            return new ExperimentReader(plugins.catalogue())
                    .read(file, List.of())
                    .variants()
                    .get("default");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Plugins plugins() {
        return Plugins.of(new ComponentPlugin() {
            @Override
            protected void configure() {
                section("shape", Shape.class);
                sections("terms", Term.class).perPhase();
                section("extra", Extra.class).optional();
                settings("pace", Pace.class);
                value("numbers", new TypeLiteral<List<Long>>() {}).orElse(List.of(1L));
                slot(Shape.class)
                        .add("circle", Circle.class)
                        .add("scaled", Scaled.class)
                        .add("refusing", Refusing.class);
                slot(Term.class).add("weighted", Weighted.class);
                slot(Extra.class).add("extra", Extra.class);
                phaseCollaborators(new AbstractModule() {
                    @Provides
                    Sum sum(Shape shape, Map<String, Term> terms) {
                        return new Sum(shape + " with " + terms.size() + " terms");
                    }
                });
            }
        });
    }

    interface Shape {}

    interface Term {
        double weight();
    }

    public static final class Extra {}

    record Pace(int speed) {
        static final Pace DEFAULTS = new Pace(1);
    }

    record Scale(int factor) {}

    record Sum(String text) {}

    public static final class Circle implements Shape {
        /** A radius. */
        public record Config(double radius) {
            public static final Config DEFAULTS = new Config(1);

            public Config {
                Check.greaterThan(radius, 0, "radius");
            }
        }

        final double radius;

        @Inject
        public Circle(Config config) {
            radius = config.radius();
        }

        @Override
        public String toString() {
            return "circle of " + radius;
        }
    }

    public static final class Scaled implements Shape {
        private final Scale scale;

        @Inject
        public Scaled(Scale scale) {
            this.scale = scale;
        }

        @Override
        public String toString() {
            return "scaled by " + scale.factor();
        }
    }

    public static final class Refusing implements Shape {
        @Inject
        public Refusing() {
            throw new IllegalArgumentException("there is no such folder");
        }
    }

    public static final class Weighted implements Term {
        /** A weight. */
        public record Config(double weight) {
            public static final Config DEFAULTS = new Config(1);
        }

        private final double weight;

        @Inject
        public Weighted(Config config) {
            weight = config.weight();
        }

        @Override
        public double weight() {
            return weight;
        }
    }
}
