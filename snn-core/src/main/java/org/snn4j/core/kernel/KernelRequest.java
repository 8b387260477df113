package org.snn4j.core.kernel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snn4j.core.Check;
import org.snn4j.core.Suggestion;

/**
 * What somebody asked of the kernels.
 *
 * @param name one of {@link #NAMES}; empty leaves the choice to what this process has
 * @param convolutions how the plain and vector kernels decide between sparse and dense convolutions
 */
public record KernelRequest(Optional<String> name, ConvolutionPath convolutions) {
    /** Names of the kernels, the fastest first. */
    public static final List<String> NAMES = List.of("vector", "plain", "nd4j");
    /** System property with a name, for programs without options of their own. */
    public static final String NAME_PROPERTY = "snn4j.kernels";
    /** System property with {@code measured}, {@code sparse}, {@code winograd} or {@code dense}. */
    public static final String CONVOLUTIONS_PROPERTY = "snn4j.convolutions";

    /** Nobody asked. */
    public static final KernelRequest NOTHING = new KernelRequest(Optional.empty(), ConvolutionPath.MEASURED);

    public KernelRequest {
        Check.notNull(convolutions, "convolutions");
        name.filter(given -> !NAMES.contains(given)).ifPresent(given -> {
            throw new IllegalArgumentException("there are no kernels '" + given + "'" + Suggestion.known(given, NAMES));
        });
    }

    /**
     * What the system properties say.
     *
     * @throws IllegalArgumentException if one has a value that is not known
     */
    public static KernelRequest ofProperties() {
        return orProperties(Optional.empty(), Optional.empty());
    }

    /**
     * From texts as people type them; what is empty is what its system property says.
     *
     * @throws IllegalArgumentException if one is not known
     */
    public static KernelRequest orProperties(Optional<String> name, Optional<String> convolutions) {
        return of(
                name.or(() -> Optional.ofNullable(System.getProperty(NAME_PROPERTY))),
                convolutions.or(() -> Optional.ofNullable(System.getProperty(CONVOLUTIONS_PROPERTY))));
    }

    /**
     * From texts as people type them.
     *
     * @param name name of the kernels
     * @param convolutions {@code measured}, {@code sparse}, {@code winograd} or {@code dense}
     * @throws IllegalArgumentException if one is not known
     */
    public static KernelRequest of(Optional<String> name, Optional<String> convolutions) {
        return new KernelRequest(name, convolutions.map(KernelRequest::path).orElse(ConvolutionPath.MEASURED));
    }

    private static ConvolutionPath path(String given) {
        return Stream.of(ConvolutionPath.values())
                .filter(path -> path.label().equals(given))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("convolutions are '" + given + "'"
                        + Suggestion.known(
                                given,
                                Stream.of(ConvolutionPath.values())
                                        .map(ConvolutionPath::label)
                                        .toList())));
    }
}
