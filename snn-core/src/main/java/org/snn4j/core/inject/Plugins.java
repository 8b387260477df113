package org.snn4j.core.inject;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.spi.Message;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.config.Catalogue;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.core.config.Section;

/** The plug-ins of this program: those on the class path and those of jars named by the user. Loaded once, for the life of the program. */
public final class Plugins {
    private final List<ComponentPlugin> plugins;
    private final Catalogue catalogue;
    private final Set<Collaborators> collaborators;

    private Plugins(List<ComponentPlugin> plugins) {
        this.plugins = List.copyOf(plugins);
        Injector injector = register(plugins);
        Map<String, Set<ComponentSpec>> components =
                injector.getInstance(Key.get(new TypeLiteral<Map<String, Set<ComponentSpec>>>() {}));
        catalogue = new Catalogue(
                injector.getInstance(Key.get(new TypeLiteral<Set<Section>>() {})),
                components.values().stream().flatMap(Collection::stream).toList());
        collaborators = injector.getInstance(Key.get(new TypeLiteral<Set<Collaborators>>() {}));
    }

    /** The plug-ins of the class path. */
    public static Plugins load() {
        return load(List.of());
    }

    /**
     * The plug-ins of the class path and of some jars.
     *
     * @throws ConfigurationException if a jar is missing or brings no plug-in, or a name is given twice
     */
    public static Plugins load(List<Path> jars) {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            if (!Files.isReadable(jar) || Files.isDirectory(jar)) {
                throw new ConfigurationException("plug-in '" + jar + "' cannot be read");
            }
            urls.add(url(jar));
        }
        ClassLoader ours = ComponentPlugin.class.getClassLoader();
        // Never closed: classes are loaded from it for as long as the program runs.
        ClassLoader loader = urls.isEmpty() ? ours : new URLClassLoader("plug-ins", urls.toArray(URL[]::new), ours);
        List<ComponentPlugin> found = new ArrayList<>();
        try {
            ServiceLoader.load(ComponentPlugin.class, loader).forEach(found::add);
        } catch (ServiceConfigurationError e) {
            throw new ConfigurationException("plug-in cannot be loaded: " + e.getMessage());
        }
        for (Path jar : jars) {
            URL url = url(jar);
            if (found.stream()
                    .noneMatch(plugin -> url.equals(plugin.getClass()
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()))) {
                throw new ConfigurationException(
                        "plug-in '" + jar + "': the jar names no plug-in of its own in META-INF/services/"
                                + ComponentPlugin.class.getName());
            }
        }
        return new Plugins(found);
    }

    /** Just these plug-ins; for tests and embedding. */
    public static Plugins of(ComponentPlugin... plugins) {
        return new Plugins(List.of(plugins));
    }

    /** The plug-ins themselves. */
    public List<ComponentPlugin> plugins() {
        return plugins;
    }

    /** All sections and components they bring. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Modules for the injector of a phase, or for the one above it. */
    List<Module> collaborators(boolean perPhase) {
        return collaborators.stream()
                .filter(more -> more.perPhase() == perPhase)
                .map(Collaborators::module)
                .toList();
    }

    private static Injector register(List<ComponentPlugin> plugins) {
        try {
            return Guice.createInjector(Stage.PRODUCTION, new AbstractModule() {
                @Override
                protected void configure() {
                    Multibinder.newSetBinder(binder(), Section.class).permitDuplicates();
                    MapBinder.newMapBinder(binder(), String.class, ComponentSpec.class)
                            .permitDuplicates();
                    Multibinder.newSetBinder(binder(), Collaborators.class);
                    plugins.forEach(this::install);
                }
            });
        } catch (CreationException e) {
            throw new ConfigurationException(e.getErrorMessages().stream()
                    .map(Plugins::explain)
                    .distinct()
                    .toList());
        }
    }

    private static String explain(Message message) {
        String what = message.getCause() == null
                ? message.getMessage()
                : message.getCause().getMessage();
        return "plug-in: " + what + " (" + message.getSource() + ")";
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new ConfigurationException("plug-in '" + jar + "' has no usable path");
        }
    }
}
