package org.snn4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snn4j.core.Reference;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.core.config.RecordSchema;
import org.snn4j.core.config.Section;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.data.dataset.PairedDataset;

/** How registered components are put into words. */
final class CatalogueText {
    private CatalogueText() {}

    /** Title, equation and link, as far as given. */
    static String citation(Reference reference) {
        return Stream.of(reference.title(), reference.equation(), reference.link())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** What happens when a file does not name the section. */
    static String whenLeftOut(Section section) {
        if (section.fallbackText().isPresent()) {
            return "`" + section.fallbackText().get() + "`";
        }
        if (section.optional()) {
            return "nothing";
        }
        boolean allDefaults = section.kind() == Section.Kind.SETTINGS
                && schema(section).defaults().isPresent();
        return allDefaults ? "its defaults" : "must be given";
    }

    /** The record of a section of settings. */
    static RecordSchema schema(Section section) {
        return RecordSchema.of(((Class<?>) section.type()).asSubclass(Record.class));
    }

    /** Lines about one component: name, parameters with defaults, reference. */
    static List<String> describe(ComponentSpec component) {
        List<String> lines = new ArrayList<>();
        lines.add(component.name() + (isReconstruction(component) ? "  (reconstruction)" : ""));
        component.schema().ifPresent(schema -> schema.parameters()
                .forEach(parameter -> lines.add("    " + parameter.key() + ": "
                        + parameter.defaultText().orElse("must be given") + "  (" + parameter.typeName() + ")")));
        Map<String, Object> facts = ComponentFacts.of(component);
        if (!facts.isEmpty()) {
            lines.add("    promises " + facts(facts));
        }
        component.reference().ifPresent(reference -> lines.add("    after " + citation(reference)));
        if (component.slot() == PairedDataset.class) {
            DatasetCards.find(component.name())
                    .ifPresent(card -> card.lines().forEach(line -> lines.add("    " + line)));
        }
        return lines;
    }

    /** Statements in a line. */
    static String facts(Map<String, Object> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining(", "));
    }

    /** True if the component fills in what its source leaves open. */
    static boolean isReconstruction(ComponentSpec component) {
        return component.reference().map(Reference::reconstruction).orElse(false);
    }
}
