package org.snn4j.core.kernel;

import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.snn4j.core.Check;

/**
 * How many threads of Java this process computes with: those of the common pool and the one that waits for them. All kernels give the same bits for any
 * number of them: sums are cut by the shapes alone, and native operations that cut theirs by threads are given one each.
 */
public final class Threads {
    private static final String POOL = "java.util.concurrent.ForkJoinPool.common.parallelism";
    /** Environment variable that native libraries read when they are loaded. */
    private static final String NATIVE = "OMP_NUM_THREADS";

    private Threads() {}

    /** Threads that share the work of a kernel. */
    public static int count() {
        return Integer.getInteger(POOL, ForkJoinPool.getCommonPoolParallelism()) + 1;
    }

    /**
     * Sets the number, which is only possible before anything was computed.
     *
     * @param count at least 1
     * @param variables environment of the process
     * @throws IllegalArgumentException if native libraries were told another number, or none: that cannot be made up for
     * @throws IllegalStateException if the common pool exists already with another number
     */
    public static void use(int count, Map<String, String> variables) {
        Check.atLeast(count, 1, "threads");
        String told = variables.get(NATIVE);
        if (!String.valueOf(count).equals(told)) {
            throw new IllegalArgumentException("threads are " + count + ", but " + NATIVE + " is "
                    + (told == null ? "not set" : "'" + told + "'")
                    + ", and native libraries read nothing else: use the launcher, or set it");
        }
        System.setProperty(POOL, String.valueOf(count - 1));
        if (ForkJoinPool.getCommonPoolParallelism() != Math.max(1, count - 1)) {
            throw new IllegalStateException("threads are " + count + ", but Java's common pool has begun with "
                    + (ForkJoinPool.getCommonPoolParallelism() + 1));
        }
    }
}
