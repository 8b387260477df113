package org.snn4j.cli;

import java.util.Map;
import org.snn4j.core.Reference;
import org.snn4j.core.config.Catalogue;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.core.config.RecordSchema;
import org.snn4j.core.config.Section;
import org.snn4j.data.catalogue.DatasetCard;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.data.dataset.PairedDataset;

/** Writes {@code docs/configuration.md}: every section of an experiment file and every component that may stand in it. */
final class ReferencePage {
    private static final String HEAD =
            """
            # Configuration

            Generated from the registered components by `./snn docs --output docs/configuration.md`; a test fails when it falls behind.

            An experiment file is a mapping of the sections below, and besides: `extends` (a file whose content is taken over first; in a variant, \
            before the file's own content), `name`, `variants` and \
            `phases` (mappings of names to differences). A component is written `{use: NAME, key: value, ...}`; a key left out keeps its default. A different \
            `use` replaces the component of the base, the same or none changes single keys, `null` removes an entry. Keys may be dotted: \
            `objectives.alignment: null`.

            ## Sections

            | Key | Content | Left out | In phases |
            | --- | --- | --- | --- |
            """;

    private final Catalogue catalogue;
    private final StringBuilder page = new StringBuilder(HEAD);

    private ReferencePage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The whole page, ending in a line break. */
    static String of(Catalogue catalogue) {
        ReferencePage writer = new ReferencePage(catalogue);
        catalogue.sections().forEach(writer::section);
        catalogue.sections().stream()
                .filter(section -> section.kind() == Section.Kind.SETTINGS)
                .forEach(writer::settings);
        catalogue.slots().forEach(writer::slot);
        return writer.page.toString();
    }

    private void section(Section section) {
        row(
                "`" + section.key() + "`",
                content(section),
                CatalogueText.whenLeftOut(section),
                section.perPhase() ? "yes" : "");
    }

    private static String content(Section section) {
        return switch (section.kind()) {
            case COMPONENT -> "a component, see [" + section.key() + "](#" + section.key() + ")";
            case COMPONENTS -> "components by name, see [" + section.key() + "](#" + section.key() + ")";
            case SETTINGS -> "settings, see [" + section.key() + "](#" + section.key() + ")";
            case VALUE -> section.typeName();
        };
    }

    private void settings(Section section) {
        page.append("\n## ").append(section.key()).append('\n');
        parameters(CatalogueText.schema(section));
    }

    private void slot(String name, Class<?> slot) {
        page.append("\n## ")
                .append(name)
                .append("\n\nSlot `")
                .append(slot.getName())
                .append("`.\n");
        for (Map.Entry<String, ComponentSpec> component :
                catalogue.components(slot).entrySet()) {
            page.append("\n### ")
                    .append(name)
                    .append(": ")
                    .append(component.getKey())
                    .append("\n\n`");
            page.append(component.getValue().implementation().getName()).append("`\n");
            component.getValue().reference().ifPresent(this::reference);
            if (slot == PairedDataset.class) {
                DatasetCards.find(component.getKey()).ifPresent(this::card);
            }
            facts(ComponentFacts.of(component.getValue()));
            component.getValue().schema().ifPresent(this::parameters);
        }
    }

    private void reference(Reference reference) {
        page.append('\n').append(reference.reconstruction() ? "**Reconstruction** after: " : "After: ");
        page.append(CatalogueText.citation(reference)).append('\n');
    }

    private void card(DatasetCard card) {
        page.append('\n');
        card.lines()
                .forEach(line ->
                        page.append("- ").append(line.replace("<", "\\<")).append('\n'));
    }

    private void facts(Map<String, Object> facts) {
        if (!facts.isEmpty()) {
            page.append("\nPromises with its defaults: ")
                    .append(CatalogueText.facts(facts))
                    .append(".\n");
        }
    }

    private void parameters(RecordSchema schema) {
        if (schema.parameters().isEmpty()) {
            return;
        }
        page.append("\n| Key | Type | Default |\n| --- | --- | --- |\n");
        for (RecordSchema.Parameter parameter : schema.parameters()) {
            String fallback =
                    parameter.defaultText().map(text -> "`" + text + "`").orElse("must be given");
            row("`" + parameter.key() + "`", parameter.typeName(), fallback);
        }
    }

    private void row(String... cells) {
        page.append("| ");
        for (String cell : cells) {
            page.append(cell.replace("|", "\\|")).append(" | ");
        }
        page.setLength(page.length() - 1);
        page.append('\n');
    }
}
