package org.snn4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.snn4j.core.kernel.KernelSelection;

/** How the comparisons measure; the peers' scripts do the same. */
final class Timing {
    private static final int WARM_UP = 3;
    private static final double WARM_UP_SECONDS =
            Double.parseDouble(System.getenv().getOrDefault("WARM_UP_SECONDS", "10"));
    private static final double MEASURED_SECONDS = 3;
    private static final double NANO = 1e9;

    private Timing() {}

    /** Seconds of each repetition, after a warm-up. */
    static List<Double> times(int repetitions, Runnable work) {
        run(WARM_UP, WARM_UP_SECONDS, work);
        return run(repetitions, MEASURED_SECONDS, work);
    }

    /** Repeats the work at least so often and so long. */
    private static List<Double> run(int repetitions, double seconds, Runnable work) {
        List<Double> times = new ArrayList<>();
        long begin = System.nanoTime();
        while (times.size() < repetitions || System.nanoTime() - begin < seconds * NANO) {
            long start = System.nanoTime();
            work.run();
            times.add((System.nanoTime() - start) / NANO);
        }
        return times;
    }

    /** What runs where. */
    static String version() {
        return "Java " + System.getProperty("java.runtime.version") + ", "
                + KernelSelection.choose().kernels().description();
    }
}
