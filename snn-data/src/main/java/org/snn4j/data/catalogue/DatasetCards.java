package org.snn4j.data.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snn4j.core.Suggestion;

/** The cards of all data sets that this library knows. */
public final class DatasetCards {
    private static final Map<String, DatasetCard> CARDS = Stream.concat(
                    RecordingCards.all().stream(), ImageCards.all().stream())
            .collect(Collectors.toUnmodifiableMap(DatasetCard::name, Function.identity()));

    private DatasetCards() {}

    /** All cards: recordings, then images. */
    public static List<DatasetCard> all() {
        return Stream.concat(RecordingCards.all().stream(), ImageCards.all().stream())
                .toList();
    }

    /** The card of a data set, if it is known. */
    public static Optional<DatasetCard> find(String name) {
        return Optional.ofNullable(CARDS.get(name));
    }

    /**
     * The card of a data set.
     *
     * @throws IllegalArgumentException if it is not known
     */
    public static DatasetCard of(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no data set '" + name + "'"
                        + Suggestion.known(
                                name, all().stream().map(DatasetCard::name).toList())));
    }
}
