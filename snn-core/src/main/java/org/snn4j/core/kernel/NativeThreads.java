package org.snn4j.core.kernel;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * One thread for native operations, since the libraries below ND4J cut their sums by the number of threads.
 *
 * <p>oneDNN takes the threads of OpenMP, which keeps a number per calling thread. OpenBLAS, which does the matrix products in double precision, has a pool
 * of its own with one number for the process. To change that takes it about half a millisecond, and no product may run meanwhile: it is set when this
 * class is loaded, and stays.
 */
final class NativeThreads {
    static {
        Nd4j.factory().blas().setMaxThreads(1);
    }

    private NativeThreads() {}

    /** Runs native operations with one thread each. */
    static void single(Runnable operations) {
        NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
        int before = ops.ompGetMaxThreads();
        ops.setOmpNumThreads(1);
        try {
            operations.run();
        } finally {
            ops.setOmpNumThreads(before);
        }
    }
}
