package org.snn4j.core.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Digest of bound configuration.
 *
 * <p>Records count by key, without the keys that are left out and stand for nothing: so a record can be given another optional key, and what does not use it keeps its
 * identity. Maps and lists by position, sets by content. Numbers are written in hexadecimal, because the decimal text of a
 * double depends on the JDK.
 */
final class Identity {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Identity() {}

    /** SHA-256 in hexadecimal. */
    static String of(Object bound) {
        try {
            byte[] text = JSON.writeValueAsString(plain(bound)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("cannot digest the configuration", e);
        }
    }

    private static Object plain(Object value) {
        if (value instanceof ConfiguredComponent component) {
            return List.of(
                    component.spec().name(),
                    component.config().map(Identity::plain).orElse(Map.of()));
        }
        if (value instanceof Record record) {
            return record(record);
        }
        if (value instanceof Map<?, ?> ordered) {
            List<Object> entries = new ArrayList<>();
            ordered.forEach((key, item) -> entries.add(List.of(key, plain(item))));
            return entries;
        }
        if (value instanceof Set<?> set) {
            return set.stream()
                    .map(Identity::plain)
                    .map(String::valueOf)
                    .sorted()
                    .toList();
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(Identity::plain).toList();
        }
        if (value instanceof Optional<?> held) {
            return held.map(Identity::plain).map(List::of).orElse(List.of());
        }
        return scalar(value);
    }

    private static Object record(Record record) {
        Map<String, Object> entries = new TreeMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = RecordSchema.read(component, record);
            if (!(value instanceof Optional<?> held && held.isEmpty())) {
                entries.put(Kebab.fromCamel(component.getName()), plain(value));
            }
        }
        return entries;
    }

    private static Object scalar(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Double.toHexString(((Number) value).doubleValue());
        }
        return value instanceof Enum<?> constant ? Kebab.fromConstant(constant) : value;
    }
}
