package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.blas.Blas;
import org.nd4j.linalg.factory.Nd4j;

class NativeThreadsTest {
    private final Blas blas = Nd4j.factory().blas();
    private int before;

    @BeforeEach
    void giveProductsTwoThreads() {
        before = blas.getMaxThreads();
        blas.setMaxThreads(2);
    }

    @AfterEach
    void giveProductsTheirThreadsBack() {
        blas.setMaxThreads(before);
    }

    @Test
    void matrixProductsHaveOneThreadUntilTheLastOfNestedCallsIsOver() {
        List<Integer> threads = new ArrayList<>();
        NativeThreads.single(() -> {
            NativeThreads.single(() -> threads.add(blas.getMaxThreads()));
            threads.add(blas.getMaxThreads());
        });
        assertThat(threads).containsExactly(1, 1);
        assertThat(blas.getMaxThreads()).isEqualTo(2);
    }

    @Test
    void failedOperationsGiveTheThreadsBackToo() {
        assertThatThrownBy(() -> NativeThreads.single(() -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        assertThat(blas.getMaxThreads()).isEqualTo(2);
    }
}
