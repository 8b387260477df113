package org.snn4j.core.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An experiment file, read and checked as a whole.
 *
 * @param name its {@code name}, or the file's name without ending
 * @param files the file and what it extends, nearest first
 * @param variants the variants in file order; a file without variants has one, {@value #ONLY_VARIANT}
 */
public record ResolvedExperiment(String name, List<Path> files, Map<String, EffectiveConfig> variants) {
    /** Name of the variant of a file that names none. */
    public static final String ONLY_VARIANT = "default";

    public ResolvedExperiment {
        files = List.copyOf(files);
        variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
    }
}
