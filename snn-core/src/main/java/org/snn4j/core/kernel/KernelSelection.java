package org.snn4j.core.kernel;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kernels of this process and why they were chosen.
 *
 * @param kernels in use
 * @param reason for people
 */
public record KernelSelection(Kernels kernels, String reason) {
    private static final Logger LOG = LoggerFactory.getLogger(KernelSelection.class);
    private static final AtomicBoolean SAID = new AtomicBoolean();
    /** Ways of kernels, besides the vector kernels, which have all. */
    private static final Map<String, Set<ConvolutionPath>> WAYS = Map.of(
            "plain",
            EnumSet.of(ConvolutionPath.MEASURED, ConvolutionPath.SPARSE, ConvolutionPath.DENSE),
            "nd4j",
            EnumSet.of(ConvolutionPath.MEASURED, ConvolutionPath.DENSE));

    /**
     * Kernels that there are, or that are missing.
     *
     * @param name one of {@link KernelRequest#NAMES}
     * @param available true if they can be had in this process
     * @param description what they run on, or why they cannot be had
     */
    public record Candidate(String name, boolean available, String description) {}

    /** Chooses what the system properties ask for or, if they are silent, what suits the backend. */
    public static KernelSelection choose() {
        return choose(KernelRequest.ofProperties(), KernelListener.NONE);
    }

    /**
     * Chooses what was asked for. Left free, it takes Java loops if the arrays are in this machine's main memory, by the Java Vector API if it is there;
     * that it is not is said once in each process.
     *
     * @param listener hears which kernel each operation is given
     * @throws IllegalArgumentException if the kernels that were asked for cannot be had in this process, or do not have such convolutions
     */
    public static KernelSelection choose(KernelRequest request, KernelListener listener) {
        if (request.name().isPresent()) {
            return new KernelSelection(
                    named(request.name().get(), request.convolutions(), listener), "they were asked for");
        }
        if (!Backend.inMainMemory()) {
            return new KernelSelection(
                    named("nd4j", request.convolutions(), listener),
                    "the arrays are on a device (" + Backend.name() + ")");
        }
        String memory = "the arrays are in main memory";
        if (VectorApi.present()) {
            return new KernelSelection(
                    named("vector", request.convolutions(), listener), memory + " and Java has its Vector API");
        }
        if (SAID.compareAndSet(false, true)) {
            LOG.warn("{}: plain Java loops are used, which are slower", VectorApi.absence());
        }
        return new KernelSelection(
                named("plain", request.convolutions(), listener), memory + "; " + VectorApi.absence());
    }

    /** All kernels, the fastest first. */
    public static List<Candidate> candidates() {
        return KernelRequest.NAMES.stream().map(KernelSelection::candidate).toList();
    }

    private static Candidate candidate(String name) {
        boolean available = !name.equals("vector") || VectorApi.present();
        return new Candidate(
                name,
                available,
                available
                        ? named(name, ConvolutionPath.MEASURED, KernelListener.NONE)
                                .description()
                        : VectorApi.absence());
    }

    private static void refuse(String name, ConvolutionPath convolutions) {
        Set<ConvolutionPath> ways = WAYS.getOrDefault(name, EnumSet.allOf(ConvolutionPath.class));
        if (!ways.contains(convolutions)) {
            throw new IllegalArgumentException("convolutions are '" + convolutions.label() + "', but the kernels '"
                    + name + "' have none of that kind; possible: "
                    + ways.stream().map(ConvolutionPath::label).collect(Collectors.joining(", ")));
        }
    }

    private static Kernels named(String name, ConvolutionPath convolutions, KernelListener listener) {
        refuse(name, convolutions);
        return switch (name) {
            case "vector" ->
                new PlainKernels(
                        VectorApi.rowSums()
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "the kernels 'vector' were asked for, but " + VectorApi.absence())),
                        VectorApi.winogradLoops(),
                        convolutions,
                        listener);
            case "plain" -> new PlainKernels(new JavaRowSums(), Optional.empty(), convolutions, listener);
            case "nd4j" -> new Nd4jKernels();
            default -> throw new IllegalStateException("no kernels '" + name + "'");
        };
    }
}
