package org.snn4j.core.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.TypeLiteral;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.config.Catalogue;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.core.config.Section;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.Neuron;
import org.snn4j.core.neuron.Reset;

class PluginsTest {
    private static final String SERVICE = "META-INF/services/org.snn4j.core.inject.ComponentPlugin";

    @TempDir
    Path folder;

    @Test
    void ourOwnPluginIsFoundLikeAnyOther() {
        Plugins plugins = Plugins.load();
        assertThat(plugins.plugins()).hasAtLeastOneElementOfType(CorePlugin.class);
        assertThat(plugins.catalogue().sections())
                .extracting(Section::key)
                .contains("network", "neuron", "firing", "reset", "surrogate", "streams", "optimizer", "schedule");
        assertThat(plugins.catalogue().slots())
                .containsEntry("neuron", Neuron.class)
                .containsEntry("reset", Reset.class);
    }

    @Test
    void aThirdPartysJarIsFound() throws Exception {
        Path jar = jar("third.jar", "third.party.ThirdPlugin", compile());
        Plugins plugins = Plugins.load(List.of(jar));
        ComponentSpec spec =
                plugins.catalogue().component(Reset.class, "third-reset").orElseThrow();
        assertThat(spec.implementation().getName()).isEqualTo("third.party.ThirdReset");
        assertThat(spec.schema().orElseThrow().keys()).containsExactly("rest-potential");
        assertThat(plugins.plugins()).hasAtLeastOneElementOfType(CorePlugin.class);
    }

    @Test
    void aJarThatBringsNoPluginIsRefused() throws IOException {
        Path empty = jar("empty.jar", null, Map.of());
        Path broken = jar("broken.jar", "third.party.Missing", Map.of());
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
        assertThatThrownBy(() -> Plugins.load(List.of(empty)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("empty.jar")
                .hasMessageContaining(SERVICE);
        assertThatThrownBy(() -> Plugins.load(List.of(broken)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("third.party.Missing");
        assertThatThrownBy(() -> Plugins.load(List.of(text)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("text.jar");
        assertThatThrownBy(() -> Plugins.load(List.of(folder.resolve("none.jar"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("none.jar")
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aNameGivenTwiceNamesBothClasses() {
        ComponentPlugin first = new ComponentPlugin() {
            @Override
            protected void configure() {
                slot(Sample.class).add("same", SampleA.class);
            }
        };
        ComponentPlugin second = new ComponentPlugin() {
            @Override
            protected void configure() {
                slot(Sample.class).add("same", SampleB.class);
            }
        };
        assertThatThrownBy(() -> Plugins.of(first, second))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'same'")
                .hasMessageContaining("SampleA")
                .hasMessageContaining("SampleB");
    }

    @Test
    void aSectionDeclaredTwiceIsRefused() {
        ComponentPlugin other = new ComponentPlugin() {
            @Override
            protected void configure() {
                value("firing", new TypeLiteral<List<Double>>() {});
            }
        };
        assertThatThrownBy(() -> Plugins.of(new CorePlugin(), other))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("section 'firing' is declared twice")
                .hasMessageContaining(Firing.class.getName());
    }

    @Test
    void aPluginThatBreaksTheRulesIsTold() {
        ComponentPlugin untidy = new ComponentPlugin() {
            @Override
            protected void configure() {
                slot(Sample.class).add("Not Kebab", SampleA.class).add("two", TwoConstructors.class);
            }
        };
        assertThatThrownBy(() -> Plugins.of(untidy))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'Not Kebab'");
        ComponentPlugin falling = new ComponentPlugin() {
            @Override
            protected void configure() {
                section("sample", Sample.class).orElse("none");
            }
        };
        assertThatThrownBy(() -> Plugins.of(falling))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("falls back on 'none'");
        assertThatThrownBy(() -> ComponentSpec.of(Sample.class, "two", TwoConstructors.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one public constructor");
    }

    @Test
    void everyRegisteredComponentHasParametersThatAFileCanExpress() {
        Catalogue catalogue = Plugins.load().catalogue();
        assertThat(catalogue.slots().values().stream().flatMap(slot -> catalogue.components(slot).values().stream()))
                .allSatisfy(spec -> spec.schema().ifPresent(schema -> schema.parameters()
                        .forEach(p -> assertThat(p.typeName()).isNotBlank())));
    }

    interface Sample {}

    public static final class SampleA implements Sample {}

    public static final class SampleB implements Sample {}

    public static final class TwoConstructors implements Sample {
        public TwoConstructors() {}

        public TwoConstructors(int number) {}
    }

    private Path jar(String name, String plugin, Map<String, byte[]> classes) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
            if (plugin != null) {
                out.putNextEntry(new JarEntry(SERVICE));
                out.write(plugin.getBytes(StandardCharsets.UTF_8));
            } else {
                out.putNextEntry(new JarEntry("nothing"));
            }
        }
        return jar;
    }

    /** Classes that are on no class path of the tests. */
    private Map<String, byte[]> compile() throws IOException {
        Path out = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        List<String> options =
                List.of("-d", out.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        boolean compiled = compiler.getTask(
                        new OutputStreamWriter(messages, StandardCharsets.UTF_8),
                        null,
                        null,
                        options,
                        null,
                        List.of(
                                source(
                                        "ThirdPlugin",
                                        """
                        package third.party;
                        public final class ThirdPlugin extends org.snn4j.core.inject.ComponentPlugin {
                            protected void configure() {
                                slot(org.snn4j.core.neuron.Reset.class).add("third-reset", ThirdReset.class);
                            }
                        }
                        """),
                                source(
                                        "ThirdReset",
                                        """
                        package third.party;
                        public record ThirdReset(Config config) implements org.snn4j.core.neuron.Reset {
                            public record Config(double restPotential) {
                                public static final Config DEFAULTS = new Config(0);
                            }
                            public boolean hard() { return true; }
                            public double potential() { return config.restPotential(); }
                            public boolean detached() { return true; }
                        }
                        """)))
                .call();
        assertThat(compiled).as(messages.toString(StandardCharsets.UTF_8)).isTrue();
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                classes.put(out.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return classes;
    }

    private static SimpleJavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(
                URI.create("string:///third/party/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
