package org.snn4j.core.inject;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.core.config.RecordSchema;

/** Components as their plug-ins register them, so that a contract can be held over every name. */
public final class Registered {
    private Registered() {}

    /** One of each name of the slot, made from its defaults; for components that need nothing but their parameters. */
    public static <T> Map<String, T> fromDefaults(Class<T> slot) {
        Map<String, T> made = new LinkedHashMap<>();
        Plugins.load().catalogue().components(slot).forEach((name, spec) -> made.put(name, slot.cast(make(spec))));
        return made;
    }

    private static Object make(ComponentSpec spec) {
        Object[] arguments =
                spec.schema().flatMap(RecordSchema::defaults).stream().toArray();
        try {
            return spec.constructor().newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(spec.name() + " cannot be made from its defaults", e);
        }
    }
}
