package org.snn4j.eval.experiment;

import java.util.List;
import java.util.Optional;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.transfer.train.MemoryBudget;
import org.snn4j.transfer.train.MemoryPlan;
import org.snn4j.transfer.train.MemoryPlanner;
import org.snn4j.transfer.train.Phase;

/** What a run takes, before its data are read. */
public final class RunMemory {
    private final Optional<MemoryPlanner> planner;

    private RunMemory(Optional<MemoryPlanner> planner) {
        this.planner = planner;
    }

    /**
     * Of a run that fits together.
     *
     * @param phases those of the run or others like them
     * @param kernels what will do the arithmetic
     */
    public static RunMemory of(RunParts parts, List<Phase> phases, KernelRequest kernels) {
        return new RunMemory(
                parts.dataset().outline().map(data -> new RunOutline(parts, data, kernels).memory(phases)));
    }

    /** The plan; empty if the data set says nothing before it is read. */
    public Optional<MemoryPlan> plan() {
        return planner.map(MemoryPlanner::plan);
    }

    /** Why it does not fit into this process, with the largest batch that does; empty if it fits. */
    public List<String> problems() {
        return planner.map(planner -> planner.problems(MemoryBudget.ofThisProcess()))
                .orElse(List.of());
    }

    /** @throws ConfigurationException with the {@link #problems}, if there are any */
    public void check() {
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }
}
