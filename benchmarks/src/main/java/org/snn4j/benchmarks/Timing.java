package org.snn4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.snn4j.core.kernel.KernelSelection;

/** How the comparisons measure; the peers' scripts do the same. */
final class Timing {
    private static final int WARM_UP = 3;
    private static final double WARM_UP_SECONDS = seconds("WARM_UP_SECONDS", 10);
    private static final double MEASURED_SECONDS = seconds("MEASURED_SECONDS", 3);
    private static final double NANO = 1e9;
    /** Times of a measurement that are kept. */
    private static final int KEPT = 1001;

    private Timing() {}

    private static double seconds(String variable, double otherwise) {
        String text = System.getenv(variable);
        return text == null ? otherwise : Double.parseDouble(text);
    }

    /** How it is measured, for the reports. */
    static Map<String, Object> settings(int repetitions) {
        return Map.of(
                "warmUpPasses", WARM_UP,
                "warmUpSeconds", WARM_UP_SECONDS,
                "repetitions", repetitions,
                "measuredSeconds", MEASURED_SECONDS);
    }

    /** Seconds of each repetition, after a warm-up; of very many, so many in equal distances of their order, with the least and the greatest. */
    static List<Double> times(int repetitions, Runnable work) {
        warmUp(work);
        return thinned(measure(repetitions, work));
    }

    static List<Double> thinned(List<Double> times) {
        if (times.size() <= KEPT) {
            return times;
        }
        List<Double> order = times.stream().sorted().toList();
        return IntStream.range(0, KEPT)
                .mapToObj(i -> order.get((int) ((long) i * (order.size() - 1) / (KEPT - 1))))
                .toList();
    }

    static void warmUp(Runnable work) {
        run(WARM_UP, WARM_UP_SECONDS, work);
    }

    /** Seconds of each repetition. */
    static List<Double> measure(int repetitions, Runnable work) {
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
