package org.snn4j.core.kernel;

import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The kernels of this process and why they were chosen.
 *
 * @param kernels in use
 * @param reason for people
 */
public record KernelSelection(Kernels kernels, String reason) {
    /** System property that overrides the choice. */
    public static final String PROPERTY = "snn4j.kernels";

    private static final List<String> NAMES = List.of("vector", "plain", "nd4j");

    /** Chooses by the system property or, without one, by the backend: Java loops need the arrays in this machine's memory. */
    public static KernelSelection choose() {
        String wanted = System.getProperty(PROPERTY);
        if (wanted != null) {
            return new KernelSelection(named(wanted), "asked for by -D" + PROPERTY);
        }
        String backend = Nd4j.getBackend().getClass().getSimpleName();
        boolean cpu = backend.toLowerCase(Locale.ROOT).contains("cpu");
        return cpu
                ? new KernelSelection(
                        new PlainKernels(), "the arrays are in main memory (" + backend + ")" + VectorApi.absence())
                : new KernelSelection(new Nd4jKernels(), "the arrays are on a device (" + backend + ")");
    }

    private static Kernels named(String name) {
        return switch (name) {
            case "vector" ->
                new PlainKernels(VectorApi.rowSums()
                        .orElseThrow(() -> new IllegalArgumentException("-D" + PROPERTY
                                + " is 'vector', but Java was started without --add-modules " + VectorApi.MODULE)));
            case "plain" -> new PlainKernels(new JavaRowSums());
            case "nd4j" -> new Nd4jKernels();
            default -> throw new IllegalArgumentException("-D" + PROPERTY + " is '" + name + "', known: " + NAMES);
        };
    }
}
