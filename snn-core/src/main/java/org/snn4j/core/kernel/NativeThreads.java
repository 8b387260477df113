package org.snn4j.core.kernel;

import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** How many threads a native operation takes that starts in the calling thread; OpenMP keeps that number per thread. */
final class NativeThreads {
    private NativeThreads() {}

    /** Runs native operations with one thread each: oneDNN and OpenBLAS cut their sums by the number of threads. */
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
