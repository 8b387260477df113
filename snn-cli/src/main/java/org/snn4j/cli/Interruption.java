package org.snn4j.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.snn4j.transfer.train.StopSignal;

/** Turns Ctrl-C into a request to stop, and keeps the Java machine alive until what it was about to write is written. */
final class Interruption implements AutoCloseable {
    private static final long MOST_SECONDS = 120;

    private final StopSignal stop;
    private final PrintWriter err;
    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "snn-interruption");

    Interruption(StopSignal stop, PrintWriter err) {
        this.stop = stop;
        this.err = err;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stopAndWait() {
        stop.raise();
        err.println();
        err.println("snn: stopping; the weights are being written to last.safetensors");
        err.flush();
        try {
            if (!written.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                err.println("snn: gave up waiting; last.safetensors may be missing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is written: the Java machine may end. */
    @Override
    public void close() {
        written.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook is what runs now: it has just been released.
            return;
        }
    }
}
