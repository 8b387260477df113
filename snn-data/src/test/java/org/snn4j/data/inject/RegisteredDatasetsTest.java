package org.snn4j.data.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snn4j.core.Seeds;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.data.dataset.DatasetContext;
import org.snn4j.data.dataset.PairedData;
import org.snn4j.data.dataset.PairedDataset;
import org.snn4j.data.dataset.PairedDatasetContract;
import org.snn4j.data.dataset.Protocol;
import org.snn4j.data.dataset.TwinSize;
import org.snn4j.data.encode.CountByNumber;
import org.snn4j.data.encode.VChannel;
import org.snn4j.data.resize.Interpolation;

/** Every registered data set, by its simulated twin. */
class RegisteredDatasetsTest {
    private static final int SIZE = 16;
    private static final int RECORDINGS = 6;
    /** More than the 15 of each character that train. */
    private static final int DRAWINGS = 17;

    @TestFactory
    Stream<DynamicTest> everyRegisteredDataSetHoldsTheContractByItsTwin() {
        return twins().flatMap(spec -> {
            PairedDataset dataset = (PairedDataset) withTwin(spec);
            Map<Protocol, PairedData> opened = new EnumMap<>(Protocol.class);
            PairedDatasetContract suite = new PairedDatasetContract() {
                @Override
                public PairedDataset dataset() {
                    return dataset;
                }

                @Override
                public DatasetContext context(Protocol protocol, long seed) {
                    return RegisteredDatasetsTest.context(protocol, seed);
                }

                @Override
                public PairedData opened(Protocol protocol) {
                    return opened.computeIfAbsent(protocol, PairedDatasetContract.super::opened);
                }
            };
            return Arrays.stream(PairedDatasetContract.class.getMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .map(method -> dynamicTest(spec.name() + " " + method.getName(), () -> run(method, suite)));
        });
    }

    /** All but the twin of N-MNIST, which is a data set of its own with tests of its own, and N-MNIST, which has none. */
    private static Stream<ComponentSpec> twins() {
        return RegisteredComponents.of(PairedDataset.class).stream()
                .filter(spec -> !spec.name().endsWith("n-mnist"));
    }

    private static DatasetContext context(Protocol protocol, long seed) {
        return new DatasetContext(
                null,
                new CountByNumber(new CountByNumber.Config(2, SIZE, Interpolation.BILINEAR_ANTIALIASED)),
                new VChannel(VChannel.Config.DEFAULTS),
                protocol,
                Optional.empty(),
                new Seeds(seed));
    }

    private static void run(Method method, Object suite) throws Throwable {
        try {
            method.invoke(suite);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The component with its defaults, but simulated, and small. */
    private static Object withTwin(ComponentSpec spec) {
        try {
            Class<? extends Record> type = spec.config().orElseThrow();
            Object defaults = type.getField("DEFAULTS").get(null);
            RecordComponent[] components = type.getRecordComponents();
            Object[] values = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = switch (components[i].getName()) {
                    case "simulated" -> true;
                    case "twin" -> new TwinSize(spec.name().equals("n-omniglot") ? DRAWINGS : RECORDINGS, 1);
                    default -> components[i].getAccessor().invoke(defaults);
                };
            }
            return spec.constructor()
                    .newInstance(type.getDeclaredConstructor(types).newInstance(values));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(spec.name(), e);
        }
    }

    @Test
    void everyDataSetHasATwinAndACard() {
        assertThat(twins()).isNotEmpty().allSatisfy(spec -> assertThat(((PairedDataset) withTwin(spec)).simulated())
                .isTrue());
        assertThat(RegisteredComponents.of(PairedDataset.class))
                .filteredOn(spec -> !spec.name().startsWith("simulated-"))
                .allSatisfy(spec -> assertThat(DatasetCards.find(spec.name()))
                        .as(spec.name())
                        .isPresent());
    }
}
