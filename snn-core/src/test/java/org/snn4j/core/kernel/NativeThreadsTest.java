package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

class NativeThreadsTest {
    private final NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();

    @Test
    void operationsHaveOneThreadOfEachLibrary() {
        List<Integer> threads = new ArrayList<>();
        NativeThreads.single(() -> {
            threads.add(ops.ompGetMaxThreads());
            threads.add(Nd4j.factory().blas().getMaxThreads());
        });
        assertThat(threads).containsExactly(1, 1);
    }

    @Test
    void failedOperationsGiveTheThreadsOfOpenMpBack() {
        int before = ops.ompGetMaxThreads();
        assertThatThrownBy(() -> NativeThreads.single(() -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        assertThat(ops.ompGetMaxThreads()).isEqualTo(before);
    }
}
