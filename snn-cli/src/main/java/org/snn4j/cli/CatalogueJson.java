package org.snn4j.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.core.Reference;
import org.snn4j.core.config.Catalogue;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.core.config.RecordSchema;

/** Registered components as JSON, for programs. */
final class CatalogueJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private CatalogueJson() {}

    /** @param slots names and interfaces of those to be shown */
    static String of(Catalogue catalogue, Map<String, Class<?>> slots) {
        Map<String, List<Map<String, Object>>> content = new LinkedHashMap<>();
        slots.forEach((name, slot) -> content.put(
                name,
                catalogue.components(slot).values().stream()
                        .map(CatalogueJson::component)
                        .toList()));
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> component(ComponentSpec component) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", component.name());
        content.put("class", component.implementation().getName());
        content.put(
                "parameters",
                component.schema().stream()
                        .flatMap(schema -> schema.parameters().stream())
                        .map(CatalogueJson::parameter)
                        .toList());
        component.reference().ifPresent(reference -> content.put("reference", reference(reference)));
        Map<String, Object> facts = ComponentFacts.of(component);
        if (!facts.isEmpty()) {
            content.put("contract", facts);
        }
        return content;
    }

    private static Map<String, Object> parameter(RecordSchema.Parameter parameter) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("key", parameter.key());
        content.put("type", parameter.typeName());
        parameter.defaultText().ifPresent(text -> content.put("default", text));
        return content;
    }

    private static Map<String, Object> reference(Reference reference) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("text", CatalogueText.citation(reference));
        content.put("reconstruction", reference.reconstruction());
        return content;
    }
}
