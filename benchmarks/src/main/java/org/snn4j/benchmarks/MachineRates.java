package org.snn4j.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What this machine can do at most, all threads at work.
 *
 * @param threads at work
 * @param lanes values of a vector
 * @param registerNanos of a thread for a fused multiply-add of vectors in registers
 * @param rowNanos the same with one operand from the second-level cache, as in sums of weighted rows
 * @param bytesPerNano read and written by all threads together when large arrays are copied
 */
record MachineRates(int threads, int lanes, double registerNanos, double rowNanos, double bytesPerNano) {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();
    /** Registers that sums are kept in: enough to hide the time that one addition takes. */
    private static final int SUMS = 8;

    private static final int RUNS = 60;
    private static final int STEPS = 200_000;
    /** Values of the rows of a thread: half a MiB, more than the first-level cache and less than the second. */
    private static final int ROWS = 1 << 17;

    private static final int LIST = 4096;
    /** Values that a thread copies: more than caches hold. */
    private static final int COPIED = 1 << 25;

    private static final int COPIES = 12;
    /** Index of a value at the begin of a line of the cache. */
    private static final int FIRST = 12;

    /** Takes about three seconds. */
    static MachineRates measure(int threads) {
        double register = median(threads, RUNS, () -> () -> registers(STEPS), (long) STEPS * SUMS);
        double row = median(threads, RUNS, Rows::new, (long) LIST * SUMS);
        double copy = median(threads, COPIES, Copy::new, 2L * COPIED * Float.BYTES);
        return new MachineRates(threads, L, register, row, threads / copy);
    }

    /** Something to do again and again; the value keeps the compiler from leaving it out. */
    private interface Work {
        float run();
    }

    /** Nanoseconds for each unit of the work of a thread, all threads doing theirs at once: the median over runs of the mean over threads. */
    private static double median(int threads, int runs, Supplier<Work> works, long units) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier together = new CyclicBarrier(threads);
            List<Future<double[]>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                all.add(pool.submit(() -> times(works.get(), runs, together)));
            }
            double[] means = new double[runs];
            for (Future<double[]> one : all) {
                double[] times = one.get();
                Arrays.setAll(means, run -> means[run] + times[run] / threads / units);
            }
            Arrays.sort(means);
            return means[runs / 2];
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring the machine", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the machine could not be measured", e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** As many runs before, for the compiler. */
    private static double[] times(Work work, int runs, CyclicBarrier together) throws Exception {
        double[] times = new double[runs];
        float used = 0;
        for (int run = -runs; run < runs; run++) {
            together.await();
            long begin = System.nanoTime();
            used += work.run();
            if (run >= 0) {
                times[run] = System.nanoTime() - begin;
            }
        }
        if (Float.isNaN(used)) {
            throw new IllegalStateException("the work has no finite result");
        }
        return times;
    }

    private static float registers(int steps) {
        FloatVector a = FloatVector.broadcast(LANES, 0.5f);
        FloatVector b = FloatVector.broadcast(LANES, 1f);
        FloatVector s0 = b;
        FloatVector s1 = b;
        FloatVector s2 = b;
        FloatVector s3 = b;
        FloatVector s4 = b;
        FloatVector s5 = b;
        FloatVector s6 = b;
        FloatVector s7 = b;
        for (int i = 0; i < steps; i++) {
            s0 = s0.fma(a, b);
            s1 = s1.fma(a, b);
            s2 = s2.fma(a, b);
            s3 = s3.fma(a, b);
            s4 = s4.fma(a, b);
            s5 = s5.fma(a, b);
            s6 = s6.fma(a, b);
            s7 = s7.fma(a, b);
        }
        return s0.add(s1).add(s2).add(s3).add(s4).add(s5).add(s6).add(s7).lane(0);
    }

    /** Sums of rows of a matrix, in no order. */
    private static final class Rows implements Work {
        private final float[] matrix = new float[FIRST + ROWS];
        private final int[] starts = new Random(1)
                .ints(LIST, 0, ROWS / (SUMS * L))
                .map(row -> FIRST + row * SUMS * L)
                .toArray();
        private final float[] factors = new float[LIST];

        @Override
        public float run() {
            return sum(matrix, starts, factors);
        }

        private static float sum(float[] m, int[] starts, float[] factors) {
            FloatVector s0 = FloatVector.zero(LANES);
            FloatVector s1 = s0;
            FloatVector s2 = s0;
            FloatVector s3 = s0;
            FloatVector s4 = s0;
            FloatVector s5 = s0;
            FloatVector s6 = s0;
            FloatVector s7 = s0;
            for (int i = 0; i < LIST; i++) {
                int p = starts[i];
                FloatVector f = FloatVector.broadcast(LANES, factors[i]);
                s0 = f.fma(FloatVector.fromArray(LANES, m, p), s0);
                s1 = f.fma(FloatVector.fromArray(LANES, m, p + L), s1);
                s2 = f.fma(FloatVector.fromArray(LANES, m, p + 2 * L), s2);
                s3 = f.fma(FloatVector.fromArray(LANES, m, p + 3 * L), s3);
                s4 = f.fma(FloatVector.fromArray(LANES, m, p + 4 * L), s4);
                s5 = f.fma(FloatVector.fromArray(LANES, m, p + 5 * L), s5);
                s6 = f.fma(FloatVector.fromArray(LANES, m, p + 6 * L), s6);
                s7 = f.fma(FloatVector.fromArray(LANES, m, p + 7 * L), s7);
            }
            return s0.add(s1).add(s2).add(s3).add(s4).add(s5).add(s6).add(s7).lane(0);
        }
    }

    /** From one large array to another. */
    private static final class Copy implements Work {
        private final float[] from = new float[COPIED];
        private final float[] to = new float[COPIED];

        @Override
        public float run() {
            System.arraycopy(from, 0, to, 0, COPIED);
            return to[COPIED - 1];
        }
    }
}
