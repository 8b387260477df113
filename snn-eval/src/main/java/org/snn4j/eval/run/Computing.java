package org.snn4j.eval.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.snn4j.core.Check;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.kernel.Threads;
import org.snn4j.core.layer.LayerProfile;
import org.snn4j.eval.run.Provenance.Software;

/**
 * What did a run's arithmetic.
 *
 * @param kernels their name
 * @param description what they run on
 * @param reason why they were chosen
 * @param threads threads of Java that share the work of a kernel; 0 if unknown
 * @param layers kernels that each layer was given by the density of its input, by layer and operation; empty while the run lasts
 */
public record Computing(
        String kernels, String description, String reason, int threads, Map<String, Map<String, String>> layers) {
    /** What a run of an earlier version did not write down. */
    static final Computing UNKNOWN = new Computing(Software.UNKNOWN, Software.UNKNOWN, Software.UNKNOWN, 0, Map.of());

    public Computing {
        Check.notBlank(kernels, "computing.kernels");
        layers = Collections.unmodifiableMap(new LinkedHashMap<>(Check.notNull(layers, "computing.layers")));
    }

    /** A run that begins with these kernels in this process. */
    public static Computing with(KernelSelection selection) {
        return new Computing(
                selection.kernels().name(),
                selection.kernels().description(),
                selection.reason(),
                Threads.count(),
                Map.of());
    }

    /** The same, ended. */
    public Computing ended(LayerProfile profile) {
        Map<String, Map<String, String>> chosen = new LinkedHashMap<>();
        profile.layers().forEach((layer, entry) -> {
            if (!entry.kernels().isEmpty()) {
                chosen.put(layer, texts(entry.kernels()));
            }
        });
        return new Computing(kernels, description, reason, threads, chosen);
    }

    private static Map<String, String> texts(Map<String, Map<String, LayerProfile.Use>> kernels) {
        Map<String, String> texts = new LinkedHashMap<>();
        kernels.forEach((operation, uses) -> texts.put(
                operation,
                uses.entrySet().stream()
                        .map(use -> text(use.getKey(), use.getValue()))
                        .collect(Collectors.joining(", "))));
        return texts;
    }

    private static String text(String kernel, LayerProfile.Use use) {
        String times = kernel + " " + use.count() + (use.count() == 1 ? " time" : " times");
        return Double.isNaN(use.density())
                ? times
                : times + String.format(Locale.ROOT, " at %.1f %%", 100 * use.density());
    }
}
