package org.snn4j.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.snn4j.core.kernel.Threads;

/** Numbered tasks for all threads: the caller and those of the common pool take one after the other, in the order of their numbers. */
public final class Parallel {
    private Parallel() {}

    /** A task of several. */
    @FunctionalInterface
    public interface Task {
        /** Does the task of a number; false if the rest need not be done. */
        boolean run(int number) throws IOException;
    }

    /**
     * Does tasks of numbers from 0 on.
     *
     * @return true if all of them gave true; otherwise some may not have been begun
     * @throws IOException of one of the tasks that failed
     */
    public static boolean all(int tasks, Task task) throws IOException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger left = new AtomicInteger(tasks);
        try {
            IntStream.range(0, Math.min(tasks, Threads.count())).parallel().forEach(thread -> {
                for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                    if (!done(task, i)) {
                        next.set(tasks);
                        return;
                    }
                    left.decrementAndGet();
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return left.get() == 0;
    }

    private static boolean done(Task task, int number) {
        try {
            return task.run(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
