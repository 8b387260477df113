package org.snn4j.transfer.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.core.config.RecordSchema;
import org.snn4j.transfer.mixing.Mixing;
import org.snn4j.transfer.mixing.MixingContract;
import org.snn4j.transfer.objective.Dann;
import org.snn4j.transfer.objective.Distillation;
import org.snn4j.transfer.objective.Objective;
import org.snn4j.transfer.objective.ObjectiveContract;
import org.snn4j.transfer.objective.ObjectiveValue;
import org.snn4j.transfer.objective.Semantic;
import org.snn4j.transfer.objective.ToyBatch;

class TransferPluginTest {
    @TestFactory
    Stream<DynamicContainer> everyRegisteredObjectiveKeepsTheContract() {
        return specs(Objective.class).map(spec -> {
            Objective objective = (Objective) fromDefaults(spec);
            return dynamicContainer(spec.name(), contract(objective).tests());
        });
    }

    private static ObjectiveContract contract(Objective objective) {
        ObjectiveContract contract = ObjectiveContract.of(objective);
        if (objective instanceof Semantic) {
            return contract.dependingOnBatchOrder();
        }
        if (objective instanceof Distillation) {
            return contract.withSignalGradientsTimes(key -> key.stream() == org.snn4j.core.Stream.TARGET ? 1 : 0);
        }
        // At the beginning of a phase, where the contract looks, the reversed gradient is 0; DannTest looks at others.
        return objective instanceof Dann ? contract.withSignalGradientsTimes(key -> 0) : contract;
    }

    @TestFactory
    Stream<DynamicTest> weightIsNotAppliedByAnyRegisteredObjective() {
        return specs(Objective.class)
                .map(spec -> dynamicTest(spec.name(), () -> {
                    Objective light = (Objective) withWeight(spec, 1);
                    Objective heavy = (Objective) withWeight(spec, 7);
                    assertThat(heavy.weight()).isEqualTo(7);
                    ObjectiveValue expected = ToyBatch.of(light, 5).evaluate(light);
                    assertThat(ToyBatch.of(heavy, 5).evaluate(heavy)).isEqualTo(expected);
                }));
    }

    @TestFactory
    Stream<DynamicContainer> everyRegisteredMixingKeepsTheContract() {
        return specs(Mixing.class)
                .map(spec -> dynamicContainer(
                        spec.name(),
                        MixingContract.of((Mixing) fromDefaults(spec)).tests()));
    }

    @Test
    void everyRegisteredComponentNamesItsSource() {
        assertThat(allSpecs())
                .allSatisfy(spec -> assertThat(spec.reference()).as(spec.name()).isPresent());
    }

    private static Object withWeight(ComponentSpec spec, double weight) throws ReflectiveOperationException {
        Record defaults = spec.schema().flatMap(RecordSchema::defaults).orElseThrow();
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].getName().equals("weight")
                    ? weight
                    : components[i].getAccessor().invoke(defaults);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return spec.constructor()
                .newInstance(defaults.getClass().getDeclaredConstructor(types).newInstance(values));
    }

    private static Object fromDefaults(ComponentSpec spec) {
        try {
            Optional<RecordSchema> schema = spec.schema();
            return schema.isPresent()
                    ? spec.constructor().newInstance(schema.get().defaults().orElseThrow())
                    : spec.constructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(spec + " cannot be made from its defaults", e);
        }
    }

    private static Stream<ComponentSpec> specs(Class<?> slot) {
        List<ComponentSpec> specs =
                allSpecs().stream().filter(spec -> spec.slot() == slot).toList();
        assertThat(specs).as("components of " + slot).isNotEmpty();
        return specs.stream();
    }

    private static List<ComponentSpec> allSpecs() {
        var key = Key.get(new TypeLiteral<Map<String, ComponentSpec>>() {});
        return List.copyOf(
                Guice.createInjector(new TransferPlugin()).getInstance(key).values());
    }
}
