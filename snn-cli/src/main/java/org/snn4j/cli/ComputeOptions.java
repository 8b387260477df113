package org.snn4j.cli;

import java.util.List;
import java.util.Optional;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.kernel.KernelListener;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.kernel.Threads;
import picocli.CommandLine.Option;

/** What computes and with how many threads, for every command that trains. */
final class ComputeOptions {
    @Option(
            names = "--kernels",
            paramLabel = "NAME",
            description = "vector, plain or nd4j (default: the fastest of this machine; see 'snn doctor').")
    private String kernels;

    @Option(
            names = "--convolutions",
            paramLabel = "WAY",
            description =
                    "measured, sparse, winograd (vector kernels only) or dense, for fully connected layers too: for "
                            + "comparisons (default: measured, by the density of the input). No convolution is sparse for input gradients.")
    private String convolutions;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that compute (default: one per processor). Results do not depend on it.")
    private Integer threads;

    /**
     * Sets the number of threads and says which kernels are wanted; call it before anything computes.
     *
     * @throws ConfigurationException if something is not known, or cannot be had in this process
     */
    KernelRequest apply(Surroundings surroundings) {
        try {
            if (threads != null) {
                Threads.use(threads, surroundings.variables());
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(List.of("--threads: " + e.getMessage()));
        }
        try {
            KernelRequest request =
                    KernelRequest.orProperties(Optional.ofNullable(kernels), Optional.ofNullable(convolutions));
            if (!request.equals(KernelRequest.NOTHING)) {
                KernelSelection.choose(request, KernelListener.NONE);
            }
            return request;
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(List.of(e.getMessage()));
        }
    }
}
