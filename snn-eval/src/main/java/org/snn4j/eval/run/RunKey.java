package org.snn4j.eval.run;

import java.nio.file.Path;
import org.snn4j.core.Check;

/**
 * Which cell of which experiment.
 *
 * @param experiment name of the experiment
 * @param variant name of the variant
 * @param seed root seed
 */
public record RunKey(String experiment, String variant, long seed) {
    public RunKey {
        Check.notBlank(experiment, "experiment name");
        Check.notBlank(variant, "variant name");
    }

    /** The run's folder below {@code runs}. */
    public Path folder(Path runs) {
        return runs.resolve(folderName(experiment)).resolve(folderName(variant)).resolve("seed-" + seed);
    }

    /**
     * A name that every file system takes and no shell needs to quote: letters, digits, {@code . _ -}; anything else becomes a hyphen, and a leading
     * dot too. Two names may share a folder; whoever makes keys checks that.
     */
    public static String folderName(String name) {
        String plain = name.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceFirst("^\\.", "-");
        return plain.replaceFirst("\\.+$", "-");
    }

    @Override
    public String toString() {
        return experiment + "/" + variant + "/seed " + seed;
    }
}
