package org.snn4j.data.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Seeds;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.layout.Holdings;
import org.snn4j.data.layout.Recording;
import org.snn4j.data.split.BalancedDraw;
import org.snn4j.data.split.Partition;

/**
 * Which recordings are trained on and scored, and which images may be seen.
 *
 * @param train recordings of the share, without those for validation
 * @param validation recordings of the share that are held back
 * @param test recordings of the test part
 * @param leftOut training recordings outside the share
 * @param images positions of the still images, ascending
 */
record SetSplit(
        List<Recording> train,
        List<Recording> validation,
        List<Recording> test,
        List<Recording> leftOut,
        int[] images) {
    private static final int SHOWN = 10;

    /** Draws every part from its own stream of seeds: {@code share}, {@code validation}, {@code left-out}, {@code images}. */
    static SetSplit draw(DrawSettings config, Holdings holdings, Partition parts, Protocol protocol, Seeds seeds) {
        List<Recording> training = chosen(holdings, parts.train());
        List<Recording> test = chosen(holdings, parts.test());
        LabelledImages pictures = holdings.images();
        requireEveryClass(training, test, holdings);
        requireOwnPictures(holdings.recordings(), pictures);
        int shared = (int) Math.round(config.share() * training.size());
        Halves share = part(training, shared, config, config.minimum(), "share", seeds);
        Halves held = new Halves(List.of(), share.drawn());
        if (config.validation() > 0) {
            held = part(
                    share.drawn(),
                    (int) Math.round(config.validation() * share.drawn().size()),
                    config,
                    1,
                    "validation",
                    seeds);
            requireEnough(held.rest(), holdings.classes(), config.minimum());
        }
        Halves leftOut =
                part(share.rest(), Math.min(config.leftOut(), share.rest().size()), config, 0, "left-out", seeds);
        boolean[] hidden = new boolean[pictures.size()];
        if (protocol == Protocol.CLEAN) {
            Stream.of(held.drawn(), test, leftOut.drawn())
                    .flatMap(List::stream)
                    .filter(recording -> recording.picture() != Recording.UNKNOWN)
                    .forEach(recording -> hidden[recording.picture()] = true);
        }
        return new SetSplit(held.rest(), held.drawn(), test, leftOut.drawn(), stills(config, pictures, hidden, seeds));
    }

    private static List<Recording> chosen(Holdings holdings, int[] indices) {
        return Arrays.stream(indices).mapToObj(holdings.recordings()::get).toList();
    }

    private record Halves(List<Recording> drawn, List<Recording> rest) {}

    private static Halves part(
            List<Recording> all, int total, DrawSettings config, int minimum, String name, Seeds seeds) {
        int[] labels = all.stream().mapToInt(Recording::label).toArray();
        int[] drawn;
        try {
            drawn = config.rounding().draw(labels, total, minimum, seeds.stream(name));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("data." + name + ": " + e.getMessage());
        }
        List<Recording> rest = IntStream.range(0, all.size())
                .filter(i -> Arrays.binarySearch(drawn, i) < 0)
                .mapToObj(all::get)
                .toList();
        return new Halves(Arrays.stream(drawn).mapToObj(all::get).toList(), rest);
    }

    private static int[] stills(DrawSettings config, LabelledImages pictures, boolean[] hidden, Seeds seeds) {
        int[] allowed =
                IntStream.range(0, pictures.size()).filter(i -> !hidden[i]).toArray();
        if (config.images() == 0) {
            return allowed;
        }
        if (config.images() > allowed.length) {
            throw new ConfigurationException("data.images is " + config.images() + ", must be at most " + allowed.length
                    + ", the images that training may see under this protocol (0 = all of them)");
        }
        int[] labels = Arrays.stream(allowed).map(pictures::label).toArray();
        try {
            return Arrays.stream(BalancedDraw.draw(labels, config.images(), 1, seeds.stream("images")))
                    .map(i -> allowed[i])
                    .toArray();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("data.images: " + e.getMessage());
        }
    }

    private static void requireEveryClass(List<Recording> training, List<Recording> test, Holdings holdings) {
        LabelledImages pictures = holdings.images();
        List<String> classes = holdings.classes();
        List<String> problems = new ArrayList<>();
        problems.addAll(
                missing("Train", training.stream().mapToInt(Recording::label).toArray(), classes));
        problems.addAll(missing("Test", test.stream().mapToInt(Recording::label).toArray(), classes));
        if (pictures.size() > 0) {
            problems.addAll(missing(
                    "the training images",
                    IntStream.range(0, pictures.size()).map(pictures::label).toArray(),
                    classes));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /** One problem per class without samples; only one if there are fewer samples than classes. */
    private static List<String> missing(String where, int[] labels, List<String> classes) {
        if (labels.length < classes.size()) {
            return List.of("data: " + where + ": " + labels.length + " samples for " + classes.size() + " classes");
        }
        boolean[] found = new boolean[classes.size()];
        Arrays.stream(labels).forEach(label -> found[label] = true);
        return IntStream.range(0, found.length)
                .filter(label -> !found[label])
                .mapToObj(label -> "data: " + where + ": no sample of class " + classes.get(label)
                        + ", which every part must have")
                .toList();
    }

    private static void requireEnough(List<Recording> train, List<String> classes, int minimum) {
        int[] counts = new int[classes.size()];
        train.forEach(recording -> counts[recording.label()]++);
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] < minimum) {
                throw new ConfigurationException("data.validation leaves " + counts[label] + " recordings of class "
                        + classes.get(label) + " to train on, must leave at least " + minimum
                        + "; lower it or raise data.share");
            }
        }
    }

    private static void requireOwnPictures(List<Recording> recordings, LabelledImages pictures) {
        List<String> problems = recordings.stream()
                .filter(recording -> recording.picture() != Recording.UNKNOWN)
                .filter(recording -> recording.picture() >= pictures.size()
                        || pictures.label(recording.picture()) != recording.label())
                .limit(SHOWN)
                .map(recording -> wrongPicture(recording, pictures))
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private static String wrongPicture(Recording recording, LabelledImages pictures) {
        int position = recording.picture() + 1;
        return position > pictures.size()
                ? "data: " + recording.path() + " shows image " + position + ", but there are " + pictures.size()
                : "data: " + recording.path() + " shows image " + position + ", which is labelled "
                        + pictures.classes().get(pictures.label(recording.picture()));
    }
}
