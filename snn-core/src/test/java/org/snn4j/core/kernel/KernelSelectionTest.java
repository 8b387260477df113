package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
