package org.snn4j.core.kernel;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Runs numbered tasks on all cores. The tasks, and so every partial sum, are the same for any number of threads. */
final class Parallel {
    private Parallel() {}

    static void forEach(int tasks, IntConsumer task) {
        if (tasks == 1) {
            task.accept(0);
        } else {
            IntStream.range(0, tasks).parallel().forEach(task);
        }
    }
}
