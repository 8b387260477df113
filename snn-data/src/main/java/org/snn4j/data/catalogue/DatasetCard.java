package org.snn4j.data.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.snn4j.core.Check;

/**
 * What is known of a data set.
 *
 * @param name its name in files and commands, and of its folder in the data folder
 * @param title what people call it
 * @param kind what it holds
 * @param citation the publication to cite
 * @param page where people get it
 * @param licence its licence
 * @param files what to get; the first form of several
 * @param alternatives the same data in other packages, of which one is enough
 * @param layout files below the data folder, as they are expected
 * @param sensor size and kind of the sensor, or size of the images, for people
 * @param classes number of classes
 * @param samples recordings or images, for people
 * @param split the usual split, for people
 */
public record DatasetCard(
        String name,
        String title,
        Kind kind,
        String citation,
        String page,
        Licence licence,
        List<DatasetFile> files,
        List<DatasetFile> alternatives,
        List<String> layout,
        String sensor,
        int classes,
        String samples,
        String split) {
    private static final double MEGABYTE = 1 << 20;

    /** What a data set holds. */
    public enum Kind {
        /** Event recordings. */
        RECORDINGS,
        /** Still images. */
        IMAGES
    }

    public DatasetCard {
        Check.notBlank(name, "name");
        Check.notBlank(title, "title");
        Check.notNull(kind, "kind");
        Check.notBlank(citation, "citation");
        Check.notBlank(page, "page");
        Check.notNull(licence, "licence");
        files = List.copyOf(files);
        alternatives = List.copyOf(alternatives);
        layout = List.copyOf(layout);
        Check.atLeast(layout.size(), 1, "layout entries");
        Check.notBlank(sensor, "sensor");
        Check.atLeast(classes, 1, "classes");
        Check.notNull(samples, "samples");
        Check.notNull(split, "split");
    }

    /** Length of all files together; empty if one is not known. */
    public OptionalLong bytes() {
        boolean known =
                !files.isEmpty() && files.stream().allMatch(file -> file.bytes().isPresent());
        return known
                ? OptionalLong.of(files.stream()
                        .mapToLong(file -> file.bytes().getAsLong())
                        .sum())
                : OptionalLong.empty();
    }

    /** Length of all files for people. */
    public String size() {
        return bytes().isEmpty()
                ? "size not known"
                : String.format(Locale.ROOT, "%.0f MB", bytes().getAsLong() / MEGABYTE);
    }

    /** What to get, from where, how large, under which licence and where to put it; one sentence. */
    public String toGet() {
        String names = files.isEmpty()
                ? ""
                : " (" + files.stream().map(DatasetFile::name).collect(Collectors.joining(", ")) + ")";
        return title + names + " from " + page + ", " + size() + ", licence " + licence.text() + "; put it where "
                + String.join(" or ", layout) + " is found";
    }

    /** Everything, in lines for people. */
    public List<String> lines() {
        return List.of(
                title + ": " + samples + ", " + classes + " classes, " + sensor,
                "cite: " + citation,
                "from: " + page + " (" + size() + ")",
                "licence: " + licence.text(),
                "expected: " + String.join(" or ", layout),
                "usual split: " + split);
    }
}
