package org.snn4j.core.kernel;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Working arrays for parallel tasks: as many sets as tasks run at the same time. What a task computes must not depend on the set it gets. */
final class WorkerPool<W> {
    /** What a task does with the arrays that it has to itself. */
    interface Task<W> {
        void run(W worker, int task);
    }

    private final Supplier<W> create;
    private final ConcurrentLinkedQueue<W> idle = new ConcurrentLinkedQueue<>();

    WorkerPool(Supplier<W> create) {
        this.create = create;
    }

    void forEach(int tasks, Task<W> work) {
        Parallel.forEach(tasks, task -> {
            W taken = idle.poll();
            W worker = taken == null ? create.get() : taken;
            work.run(worker, task);
            idle.add(worker);
        });
    }
}
