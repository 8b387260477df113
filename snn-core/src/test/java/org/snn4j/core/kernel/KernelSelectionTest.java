package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The build's Java has the Vector API; what happens without it is tested where the program is started. */
class KernelSelectionTest {
    private static KernelSelection asked(String name) {
        return KernelSelection.choose(KernelRequest.of(Optional.of(name), Optional.empty()), KernelListener.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vector", "plain", "nd4j"})
    void kernelsThatWereAskedForAreUsed(String name) {
        assertThat(asked(name).kernels().name()).isEqualTo(name);
        assertThat(asked(name).reason()).contains("asked");
    }

    @Test
    void vectorKernelsAreTheChoiceOfAProcessThatHasThem() {
        KernelSelection selection = KernelSelection.choose(KernelRequest.NOTHING, KernelListener.NONE);
        assertThat(selection.kernels().name()).isEqualTo("vector");
        assertThat(selection.reason()).contains("Vector API");
    }

    @Test
    void unknownNameIsRefusedWithASuggestion() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelRequest.of(Optional.of("vectr"), Optional.empty()))
                .withMessage("there are no kernels 'vectr'; known: vector, plain, nd4j; did you mean 'vector'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelRequest.of(Optional.empty(), Optional.of("sprase")))
                .withMessage(
                        "convolutions are 'sprase'; known: measured, sparse, winograd, dense; did you mean 'sparse'?");
    }

    @ParameterizedTest
    @CsvSource({
        "plain, winograd, 'measured, sparse, dense'",
        "nd4j, winograd, 'measured, dense'",
        "nd4j, sparse, 'measured, dense'"
    })
    void convolutionsThatKernelsDoNotHaveAreRefusedWithThoseTheyHave(String name, String way, String possible) {
        KernelRequest request = KernelRequest.of(Optional.of(name), Optional.of(way));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelSelection.choose(request, KernelListener.NONE))
                .withMessage("convolutions are '" + way + "', but the kernels '" + name
                        + "' have none of that kind; possible: " + possible);
    }

    @ParameterizedTest
    @CsvSource({"vector, sparse", "vector, winograd", "vector, dense", "plain, sparse", "plain, dense", "nd4j, dense"})
    void convolutionsThatKernelsHaveAreNotRefused(String name, String way) {
        KernelRequest request = KernelRequest.of(Optional.of(name), Optional.of(way));
        assertThat(KernelSelection.choose(request, KernelListener.NONE)
                        .kernels()
                        .name())
                .isEqualTo(name);
    }

    @Test
    void onlyWhatIsNotGivenIsTakenFromTheProperties() {
        System.setProperty(KernelRequest.NAME_PROPERTY, "plain");
        System.setProperty(KernelRequest.CONVOLUTIONS_PROPERTY, "sparse");
        try {
            assertThat(KernelRequest.orProperties(Optional.empty(), Optional.of("dense")))
                    .isEqualTo(new KernelRequest(Optional.of("plain"), ConvolutionPath.DENSE));
            assertThat(KernelRequest.orProperties(Optional.of("nd4j"), Optional.empty()))
                    .isEqualTo(new KernelRequest(Optional.of("nd4j"), ConvolutionPath.SPARSE));
        } finally {
            System.clearProperty(KernelRequest.NAME_PROPERTY);
            System.clearProperty(KernelRequest.CONVOLUTIONS_PROPERTY);
        }
    }

    @Test
    void everyCandidateSaysWhatItRunsOn() {
        assertThat(KernelSelection.candidates())
                .extracting(KernelSelection.Candidate::name)
                .isEqualTo(KernelRequest.NAMES);
        assertThat(KernelSelection.candidates()).allSatisfy(candidate -> {
            assertThat(candidate.available()).isTrue();
            assertThat(candidate.description()).isNotBlank();
        });
    }
}
