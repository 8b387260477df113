package org.snn4j.data.inject;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.snn4j.core.config.ComponentSpec;

/** Runs a contract over every component of a slot that the plug-in names, each with its defaults. */
final class RegisteredComponents {
    private RegisteredComponents() {}

    static List<ComponentSpec> of(Class<?> slot) {
        Map<String, ComponentSpec> components = Guice.createInjector(new DataPlugin())
                .getInstance(Key.get(new TypeLiteral<Map<String, ComponentSpec>>() {}));
        return components.values().stream().filter(spec -> spec.slot() == slot).toList();
    }

    /** @param suite puts a component into an implementation of the contract */
    static <T, C> Stream<DynamicTest> holding(Class<T> slot, Class<C> contract, Function<T, C> suite) {
        return of(slot).stream().flatMap(spec -> Arrays.stream(contract.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> dynamicTest(
                        spec.name() + " " + method.getName(),
                        () -> run(method, suite.apply(slot.cast(withDefaults(spec)))))));
    }

    static Object withDefaults(ComponentSpec spec) throws ReflectiveOperationException {
        return spec.constructor()
                .newInstance(spec.config().orElseThrow().getField("DEFAULTS").get(null));
    }

    private static void run(Method method, Object suite) throws Throwable {
        try {
            method.invoke(suite);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
