package org.snn4j.data.dataset;

import java.nio.file.Path;
import java.util.Map;

/** Where generated files and prepared frames are kept between runs. */
public final class CacheFolder {
    private CacheFolder() {}

    /** {@code SNN4J_CACHE}, else {@code XDG_CACHE_HOME/snn4j}, else {@code .cache/snn4j} in the user's home. */
    public static Path standard() {
        return path(System.getenv(), System.getProperty("user.home"));
    }

    /** The same by these variables and this home. */
    static Path path(Map<String, String> environment, String home) {
        String own = environment.getOrDefault("SNN4J_CACHE", "");
        if (!own.isBlank()) {
            return Path.of(own);
        }
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        return caches.isBlank() ? Path.of(home, ".cache", "snn4j") : Path.of(caches, "snn4j");
    }
}
