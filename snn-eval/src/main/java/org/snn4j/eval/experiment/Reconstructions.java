package org.snn4j.eval.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snn4j.core.Reference;
import org.snn4j.core.config.BoundSections;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.core.config.ConfiguredComponent;
import org.snn4j.core.config.EffectiveConfig;

/** Finds the variants whose components are not, or not wholly, what their sources describe. */
final class Reconstructions {
    private Reconstructions() {}

    /**
     * What is ours in each variant that is a reconstruction, in the order of the variants.
     *
     * @param said what the file says about some of them
     */
    static Map<String, String> of(Map<String, EffectiveConfig> variants, Map<String, String> said) {
        Map<String, String> found = new LinkedHashMap<>();
        variants.forEach((variant, config) -> {
            List<String> parts = new ArrayList<>();
            if (said.containsKey(variant)) {
                parts.add(said.get(variant));
            }
            Set<String> components = components(config);
            if (!components.isEmpty()) {
                parts.add("parts of " + String.join(", ", components) + " are our choice");
            }
            if (!parts.isEmpty()) {
                found.put(variant, String.join("; ", parts));
            }
        });
        return found;
    }

    private static Set<String> components(EffectiveConfig config) {
        Set<String> names = new TreeSet<>();
        collect(config.shared(), names);
        config.phases().forEach(phase -> collect(config.phase(phase), names));
        return names;
    }

    private static void collect(BoundSections sections, Set<String> names) {
        for (String key : sections.keys()) {
            Object content = sections.content(key);
            if (content instanceof ConfiguredComponent component) {
                collect(component.spec(), names);
            } else if (content instanceof Map<?, ?> several) {
                several.values().stream()
                        .filter(ConfiguredComponent.class::isInstance)
                        .forEach(component -> collect(((ConfiguredComponent) component).spec(), names));
            }
        }
    }

    private static void collect(ComponentSpec spec, Set<String> names) {
        spec.reference().filter(Reference::reconstruction).ifPresent(reference -> names.add(spec.name()));
    }
}
