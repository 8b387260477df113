package org.snn4j.eval.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.snn4j.data.split.Digest;
import org.snn4j.eval.run.Provenance.PluginJar;
import org.snn4j.eval.run.Provenance.Software;

/** Finds out which build of this program runs, and from which jars others take part. */
public final class SoftwareProbe {
    private static final String VERSION = "/org/snn4j/eval/version.properties";

    private SoftwareProbe() {}

    /** Looked up once: a checkout may move on while the program runs, but the program does not. */
    private static final class Running {
        private static final Software SOFTWARE = probe();
    }

    /**
     * This program as it was when this was first asked, which should be at its start. The revision is that of the checkout around the running classes, not around the working directory, which may be anyone's;
     * a program installed elsewhere says {@value Software#UNKNOWN}.
     */
    public static Software software() {
        return Running.SOFTWARE;
    }

    private static Software probe() {
        Optional<GitCheckout> checkout = origin(SoftwareProbe.class).flatMap(GitCheckout::around);
        return new Software(
                version(VERSION),
                checkout.map(GitCheckout::revision).orElse(Software.UNKNOWN),
                checkout.map(GitCheckout::state).orElse(Software.UNKNOWN));
    }

    /** The jar (or folder of classes) a plug-in came in. */
    public static PluginJar plugin(Class<?> plugin) throws IOException {
        Optional<Path> origin = origin(plugin);
        if (origin.isEmpty()) {
            return new PluginJar(plugin.getName(), Software.UNKNOWN, Software.UNKNOWN);
        }
        return new PluginJar(plugin.getName(), origin.get().getFileName().toString(), digest(origin.get()));
    }

    /** Value of {@code version} in a properties file of the class path. */
    static String version(String resource) {
        Properties properties = new Properties();
        try (InputStream in = SoftwareProbe.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Software.UNKNOWN;
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource + " from the class path", e);
        }
        return properties.getProperty("version", Software.UNKNOWN);
    }

    private static Optional<Path> origin(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || !"file".equals(source.getLocation().getProtocol())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String digest(Path origin) throws IOException {
        if (!Files.isDirectory(origin)) {
            return Digest.of(Files.readAllBytes(origin));
        }
        Digest digest = new Digest();
        try (Stream<Path> files = Files.walk(origin)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = origin.relativize(file).toString().replace('\\', '/');
                digest.add((name + "\n").getBytes(StandardCharsets.UTF_8)).add(Files.readAllBytes(file));
            }
        }
        return digest.hex();
    }
}
