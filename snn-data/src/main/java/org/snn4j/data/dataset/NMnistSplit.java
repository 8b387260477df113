package org.snn4j.data.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Seeds;
import org.snn4j.data.dataset.NMnistFolder.Recording;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.split.BalancedDraw;

/**
 * Which recordings are trained on and scored, and which images may be seen.
 *
 * @param train recordings of the share, without those for validation
 * @param validation recordings of the share that are held back
 * @param test recordings of the test folder
 * @param leftOut training recordings outside the share
 * @param images positions of the still images, ascending
 */
record NMnistSplit(
        List<Recording> train,
        List<Recording> validation,
        List<Recording> test,
        List<Recording> leftOut,
        int[] images) {
    private static final int SHOWN = 10;

    /** Draws every part from its own stream of seeds: {@code share}, {@code validation}, {@code left-out}, {@code images}. */
    static NMnistSplit draw(
            NMnist.Config config,
            List<Recording> training,
            List<Recording> test,
            LabelledImages pictures,
            Protocol protocol,
            Seeds seeds) {
        requireEveryClass(training, test, pictures);
        requireOwnPictures(training, pictures);
        int shared = (int) Math.round(config.share() * training.size());
        Halves share = part(training, shared, config.minimum(), "share", seeds);
        Halves held = new Halves(List.of(), share.drawn());
        if (config.validation() > 0) {
            held = part(
                    share.drawn(),
                    (int) Math.round(config.validation() * share.drawn().size()),
                    1,
                    "validation",
                    seeds);
            requireEnough(held.rest(), config.minimum());
        }
        Halves leftOut =
                part(share.rest(), Math.min(config.leftOut(), share.rest().size()), 0, "left-out", seeds);
        boolean[] hidden = new boolean[pictures.size()];
        if (protocol == Protocol.CLEAN) {
            held.drawn().forEach(recording -> hidden[recording.index() - 1] = true);
            leftOut.drawn().forEach(recording -> hidden[recording.index() - 1] = true);
        }
        return new NMnistSplit(
                held.rest(), held.drawn(), test, leftOut.drawn(), stills(config, pictures, hidden, seeds));
    }

    private record Halves(List<Recording> drawn, List<Recording> rest) {}

    private static Halves part(List<Recording> all, int total, int minimum, String name, Seeds seeds) {
        int[] labels = all.stream().mapToInt(Recording::label).toArray();
        int[] drawn;
        try {
            drawn = BalancedDraw.draw(labels, total, minimum, seeds.stream(name));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("data." + name + ": " + e.getMessage());
        }
        List<Recording> rest = IntStream.range(0, all.size())
                .filter(i -> Arrays.binarySearch(drawn, i) < 0)
                .mapToObj(all::get)
                .toList();
        return new Halves(Arrays.stream(drawn).mapToObj(all::get).toList(), rest);
    }

    private static int[] stills(NMnist.Config config, LabelledImages pictures, boolean[] hidden, Seeds seeds) {
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

    private static void requireEveryClass(List<Recording> training, List<Recording> test, LabelledImages pictures) {
        List<String> problems = new ArrayList<>();
        problems.addAll(
                missing("Train", training.stream().mapToInt(Recording::label).toArray()));
        problems.addAll(missing("Test", test.stream().mapToInt(Recording::label).toArray()));
        problems.addAll(missing(
                "the training images",
                IntStream.range(0, pictures.size()).map(pictures::label).toArray()));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /** One problem per class without samples; only one if there are fewer samples than classes. */
    private static List<String> missing(String where, int[] labels) {
        if (labels.length < NMnistFolder.CLASSES) {
            return List.of(
                    "data: " + where + ": " + labels.length + " samples for " + NMnistFolder.CLASSES + " classes");
        }
        return IntStream.range(0, NMnistFolder.CLASSES)
                .filter(label -> Arrays.stream(labels).noneMatch(other -> other == label))
                .mapToObj(label -> "data: " + where + ": no sample of class " + label + ", which every part must have")
                .toList();
    }

    private static void requireEnough(List<Recording> train, int minimum) {
        for (int label = 0; label < NMnistFolder.CLASSES; label++) {
            int wanted = label;
            long count = train.stream()
                    .filter(recording -> recording.label() == wanted)
                    .count();
            if (count < minimum) {
                throw new ConfigurationException("data.validation leaves " + count + " recordings of class " + label
                        + " to train on, must leave at least " + minimum + "; lower it or raise data.share");
            }
        }
    }

    private static void requireOwnPictures(List<Recording> training, LabelledImages pictures) {
        IntUnaryOperator label = index -> index <= pictures.size() ? pictures.label(index - 1) : -1;
        List<String> problems = training.stream()
                .filter(recording -> label.applyAsInt(recording.index()) != recording.label())
                .limit(SHOWN)
                .map(recording -> recording.index() > pictures.size()
                        ? "data: " + recording.path() + " shows image " + recording.index() + ", but there are "
                                + pictures.size()
                        : "data: " + recording.path() + " shows image " + recording.index() + ", which is labelled "
                                + label.applyAsInt(recording.index()))
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }
}
