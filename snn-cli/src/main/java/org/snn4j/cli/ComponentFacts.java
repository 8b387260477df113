package org.snn4j.cli;

import java.lang.reflect.Constructor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.core.config.RecordSchema;
import org.snn4j.data.encode.EncodingContract;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.mix.SampleMixing;
import org.snn4j.data.transform.EventTransform;

/** What components with their defaults promise, for people and for programs: frames of an encoder, draws of a transform, labels of a mixing. */
final class ComponentFacts {
    private static final Set<Class<?>> PROMISING = Set.of(EventEncoder.class, EventTransform.class, SampleMixing.class);

    private ComponentFacts() {}

    /** Statements by name, with numbers, truth values and texts; empty if a component promises nothing or has no defaults. */
    static Map<String, Object> of(ComponentSpec component) {
        Object made = made(component).orElse(component);
        if (made instanceof EventEncoder encoder) {
            return frames(encoder.contract());
        }
        if (made instanceof EventTransform transform) {
            return Map.of("random", transform.random());
        }
        if (made instanceof SampleMixing mixing) {
            return Map.of("label", word(mixing.rule()));
        }
        return Map.of();
    }

    private static Map<String, Object> frames(EncodingContract contract) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("axes", EncodingContract.AXES);
        facts.put("channels", word(contract.channels()));
        facts.put("unit", word(contract.unit()));
        facts.put("sum", word(contract.sum()));
        facts.put("lowest", bound(contract.lowest()));
        facts.put("highest", bound(contract.highest()));
        facts.put("whole", contract.whole());
        return facts;
    }

    /** A bound as a number; JSON has no infinite ones. */
    private static Object bound(double value) {
        return Double.isInfinite(value) ? "unbounded" : value;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The component with its defaults, if its slot promises something and it needs nothing else. */
    private static Optional<Object> made(ComponentSpec component) {
        Optional<Record> defaults = component.schema().flatMap(RecordSchema::defaults);
        Constructor<?> constructor = component.constructor();
        if (!PROMISING.contains(component.slot()) || defaults.isEmpty() || constructor.getParameterCount() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(constructor.newInstance(defaults.get()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.name() + " cannot be made with its defaults", e);
        }
    }
}
