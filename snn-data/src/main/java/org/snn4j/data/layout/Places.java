package org.snn4j.data.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.catalogue.DatasetCard;

/** Finding folders and files. */
final class Places {
    private static final Pattern LAST_NUMBER = Pattern.compile("([0-9]{1,9})[^0-9]*$");

    private Places() {}

    /** The data folder itself, if it is one. */
    static Path folder(Path data, DatasetCard card) {
        if (data == null) {
            throw new ConfigurationException("data: " + card.name()
                    + " needs a data folder; give it as --data DIR or SNN4J_DATA. Get " + card.toGet());
        }
        if (!Files.isDirectory(data)) {
            throw new ConfigurationException("data: " + data + " is no folder; it should hold " + card.toGet());
        }
        return data;
    }

    /** The first of several folders below the data folder that fits. */
    static Optional<Path> first(Path data, List<String> names, Predicate<Path> fits) {
        return names.stream()
                .map(name -> name.isEmpty() ? data : data.resolve(name))
                .filter(Files::isDirectory)
                .filter(fits)
                .findFirst();
    }

    /** As {@link #first}, or an error that says what to get. */
    static Path require(Path data, List<String> names, Predicate<Path> fits, DatasetCard card) {
        return first(data, names, fits)
                .orElseThrow(() -> new ConfigurationException("data: no recordings of " + card.name() + " in "
                        + data.resolve(card.name()) + "; get " + card.toGet()));
    }

    /** Folders of a folder by name, capitals first, without hidden ones. */
    static List<Path> folders(Path folder) throws IOException {
        return entries(folder, Files::isDirectory);
    }

    /** Files of a folder by name, capitals first, that end so, in capitals or not; without hidden ones. */
    static List<Path> files(Path folder, String... suffixes) throws IOException {
        return entries(folder, file -> {
            String name = name(file).toLowerCase(Locale.ROOT);
            return Stream.of(suffixes).anyMatch(name::endsWith) && Files.isRegularFile(file);
        });
    }

    private static List<Path> entries(Path folder, Predicate<Path> kept) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !name(entry).startsWith("."))
                    .filter(kept)
                    .sorted(Comparator.comparing(Places::name))
                    .toList();
        }
    }

    /** Last part of a path. */
    static String name(Path path) {
        return path.getFileName().toString();
    }

    /** The last number in a file's name without its last extension, otherwise -1. */
    static int number(Path file) {
        String name = name(file);
        int dot = name.lastIndexOf('.');
        Matcher matcher = LAST_NUMBER.matcher(dot < 0 ? name : name.substring(0, dot));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    /** A path below the data folder, with slashes. */
    static String relative(Path data, Path file) {
        return data.relativize(file).toString().replace('\\', '/');
    }
}
