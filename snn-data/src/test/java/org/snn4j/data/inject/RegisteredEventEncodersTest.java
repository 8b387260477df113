package org.snn4j.data.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.encode.EventEncoderContract;

class RegisteredEventEncodersTest {
    @TestFactory
    Stream<DynamicTest> everyRegisteredEncoderHoldsTheContractWithItsDefaults() {
        return encoders().stream().flatMap(spec -> Arrays.stream(EventEncoderContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> dynamicTest(spec.name() + " " + method.getName(), () -> run(method, withDefaults(spec)))));
    }

    @Test
    void everyRegisteredEncoderNamesItsReference() {
        assertThat(encoders()).extracting(ComponentSpec::name)
                .contains("count-by-number", "count-by-time", "count-by-time-tonic", "he2024-frames", "binary-by-number");
        assertThat(encoders()).allMatch(spec -> spec.reference().isPresent());
    }

    private static List<ComponentSpec> encoders() {
        Map<String, ComponentSpec> components = Guice.createInjector(new DataPlugin())
                .getInstance(Key.get(new TypeLiteral<Map<String, ComponentSpec>>() {}));
        return components.values().stream().filter(spec -> spec.slot() == EventEncoder.class).toList();
    }

    private static EventEncoder withDefaults(ComponentSpec spec) throws ReflectiveOperationException {
        Object defaults = spec.config().orElseThrow().getField("DEFAULTS").get(null);
        return (EventEncoder) spec.constructor().newInstance(defaults);
    }

    private static void run(Method method, EventEncoder encoder) throws Throwable {
        EventEncoderContract contract = () -> encoder;
        try {
            method.invoke(contract);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
