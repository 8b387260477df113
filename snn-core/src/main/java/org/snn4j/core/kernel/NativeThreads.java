package org.snn4j.core.kernel;

import org.nd4j.linalg.api.blas.Blas;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * How many threads native operations take: oneDNN those of OpenMP, which keeps a number per calling thread, and OpenBLAS a pool of its own with one
 * number for the process.
 */
final class NativeThreads {
    private static final Object LOCK = new Object();
    /** Calls of {@link #single} at work. */
    private static int running;
    /** Threads of OpenBLAS before the first of them. */
    private static int products;

    private NativeThreads() {}

    /**
     * Runs native operations with one thread each, since oneDNN and OpenBLAS cut their sums by the number of threads. Matrix products that other
     * threads ask for meanwhile get one, too.
     */
    static void single(Runnable operations) {
        NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
        int before = ops.ompGetMaxThreads();
        singleProducts();
        try {
            ops.setOmpNumThreads(1);
            operations.run();
        } finally {
            ops.setOmpNumThreads(before);
            formerProducts();
        }
    }

    private static void singleProducts() {
        synchronized (LOCK) {
            if (running == 0) {
                Blas blas = Nd4j.factory().blas();
                products = blas.getMaxThreads();
                blas.setMaxThreads(1);
            }
            running++;
        }
    }

    private static void formerProducts() {
        synchronized (LOCK) {
            if (--running == 0) {
                Nd4j.factory().blas().setMaxThreads(products);
            }
        }
    }
}
