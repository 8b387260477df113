package org.snn4j.data.inject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.data.augment.FrameAugmentation;
import org.snn4j.data.augment.FrameAugmentationContract;
import org.snn4j.data.dataset.PairedDataset;
import org.snn4j.data.encode.ImageEncoder;
import org.snn4j.data.encode.ImageEncoderContract;
import org.snn4j.data.split.SplitRule;

class RegisteredImageComponentsTest {
    @TestFactory
    Stream<DynamicTest> everyImageEncoderHoldsTheContractWithItsDefaults() {
        return RegisteredComponents.holding(ImageEncoder.class, ImageEncoderContract.class, encoder -> () -> encoder);
    }

    @TestFactory
    Stream<DynamicTest> everyAugmentationHoldsTheContractWithItsDefaults() {
        return RegisteredComponents.holding(
                FrameAugmentation.class, FrameAugmentationContract.class, augmentation -> () -> augmentation);
    }

    @Test
    void theNamesAreThoseOfTheDocumentation() {
        assertThat(names(ImageEncoder.class)).containsExactlyInAnyOrder("v-channel", "blue-channel", "repeat");
        assertThat(names(FrameAugmentation.class))
                .containsExactlyInAnyOrder("none", "shift", "crop", "he2024-augmentation", "nda", "cutout");
        assertThat(names(PairedDataset.class))
                .containsExactlyInAnyOrder(
                        "n-mnist",
                        "simulated-training-n-mnist",
                        "simulated-n-mnist",
                        "cifar10-dvs",
                        "n-caltech101",
                        "cep-dvs",
                        "n-omniglot",
                        "dvs128-gesture",
                        "asl-dvs",
                        "n-cars");
        assertThat(names(SplitRule.class))
                .containsExactlyInAnyOrder(
                        "own",
                        "first-of-class",
                        "spikingjelly",
                        "he2024",
                        "he2024-cep",
                        "tebn",
                        "tet",
                        "n-omniglot",
                        "random",
                        "k-fold",
                        "manifest");
    }

    @Test
    void everyComponentNamesItsReferenceAndIsBuiltFromItsDefaults() throws ReflectiveOperationException {
        for (Class<?> slot :
                List.of(ImageEncoder.class, FrameAugmentation.class, PairedDataset.class, SplitRule.class)) {
            for (ComponentSpec spec : RegisteredComponents.of(slot)) {
                assertThat(spec.reference()).as(spec.name()).isPresent();
                assertThat(RegisteredComponents.withDefaults(spec)).isInstanceOf(slot);
            }
        }
    }

    @Test
    void onlySimulatedDataCallThemselvesSimulated() throws ReflectiveOperationException {
        for (ComponentSpec spec : RegisteredComponents.of(PairedDataset.class)) {
            boolean simulated = ((PairedDataset) RegisteredComponents.withDefaults(spec)).simulated();
            assertThat(simulated).isEqualTo(spec.name().startsWith("simulated-"));
        }
    }

    private static List<String> names(Class<?> slot) {
        return RegisteredComponents.of(slot).stream().map(ComponentSpec::name).toList();
    }
}
