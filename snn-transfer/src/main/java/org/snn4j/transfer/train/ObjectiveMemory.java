package org.snn4j.transfer.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.transfer.method.MethodValue;

/**
 * Off-heap memory for what objectives compute, used again at each step: arrays outside of it keep their memory until Java collects their wrappers, which are
 * too small to make it do so, and a dozen steps' worth piles up.
 *
 * <p>Its size is what one step made, in all. For one thread.
 */
final class ObjectiveMemory implements AutoCloseable {
    private static final String NAME = "snn4j-objectives";
    private static final WorkspaceConfiguration CONFIGURATION = WorkspaceConfiguration.builder()
            .initialSize(0)
            .policyAllocation(AllocationPolicy.STRICT)
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .policySpill(SpillPolicy.REALLOCATE)
            .build();

    /** Gradients handed out last; their memory is freed by hand. */
    private MethodValue given;

    /** Evaluates; the gradients stay valid until the next call or {@link #close}. */
    MethodValue evaluate(Supplier<MethodValue> method) {
        release();
        try (MemoryWorkspace scope = Nd4j.getWorkspaceManager().getAndActivateWorkspace(CONFIGURATION, NAME)) {
            MethodValue value = method.get();
            given = new MethodValue(
                    value.total(), value.terms(), detached(value.gradients()), detached(value.parameterGradients()));
            return given;
        }
    }

    private static <K> Map<K, INDArray> detached(Map<K, INDArray> arrays) {
        Map<K, INDArray> detached = new LinkedHashMap<>();
        arrays.forEach((key, array) -> detached.put(key, array.detach()));
        return detached;
    }

    private void release() {
        if (given != null) {
            given.gradients().values().forEach(ObjectiveMemory::free);
            given.parameterGradients().values().forEach(ObjectiveMemory::free);
            given = null;
        }
    }

    private static void free(INDArray array) {
        if (array.closeable()) {
            array.close();
        }
    }

    @Override
    public void close() {
        release();
        Nd4j.getWorkspaceManager()
                .destroyWorkspace(Nd4j.getWorkspaceManager().getWorkspaceForCurrentThread(CONFIGURATION, NAME));
    }
}
