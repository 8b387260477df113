package org.snn4j.data.layout;

import java.nio.file.Path;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.data.split.Candidate;

/**
 * One recording, found and not yet read.
 *
 * @param file the file that holds it
 * @param path its name: the file relative to the data folder, with slashes; what is one of several in a file has {@code #} and a number behind it
 * @param label its class
 * @param number number that its name bears; -1 if it bears none
 * @param part part that the data set itself gives it, as in {@link Candidate#part}
 * @param span the stretch of the file that it is; empty for the whole file
 * @param picture index of the still image that it shows; {@link #UNKNOWN} if that is unknown or not among the images
 * @param shown name of what it shows where {@code picture} does not say it; empty if unknown
 */
public record Recording(
        Path file, String path, int label, int number, String part, Optional<Span> span, int picture, String shown) {
    /** Picture of which nothing is known. */
    public static final int UNKNOWN = -1;

    public Recording {
        Check.notNull(file, "file");
        Check.notBlank(path, "path");
        Check.notNull(span, "span");
        Check.atLeast(picture, UNKNOWN, "picture");
        Check.notNull(shown, "shown");
    }

    /** A whole file in a set without a split of its own, of which is unknown what it shows. */
    static Recording whole(Path file, String path, int label, int number) {
        return new Recording(file, path, label, number, "", Optional.empty(), UNKNOWN, "");
    }

    /** The same in a part of the data set's own split. */
    Recording in(String own) {
        return new Recording(file, path, label, number, own, span, picture, shown);
    }

    /** The same, showing an image. */
    Recording showing(int image) {
        return new Recording(file, path, label, number, part, span, image, shown);
    }

    /** As a split sees it. */
    public Candidate candidate() {
        return new Candidate(label, number, part, path);
    }
}
