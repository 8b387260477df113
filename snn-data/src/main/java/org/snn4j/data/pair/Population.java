package org.snn4j.data.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.FrameSource;

/** The labels that pairs are drawn from: images and recordings of one training part, each grouped by class in the order of its index. */
public final class Population {
    private final List<String> classes;
    private final int[] imageLabels;
    private final int[] recordingLabels;
    private final int[] twins;
    private final List<int[]> imagesByClass;
    private final List<int[]> recordingsByClass;

    /**
     * @param classes class names by label
     * @param imageLabels class of each image; empty if there are no images
     * @param recordingLabels class of each recording; empty if there are no recordings
     * @param twins for each recording the image it shows, {@link Pair#NONE} if that is unknown or not among the images
     */
    public Population(List<String> classes, int[] imageLabels, int[] recordingLabels, int[] twins) {
        this.classes = List.copyOf(classes);
        this.imageLabels = imageLabels.clone();
        this.recordingLabels = recordingLabels.clone();
        this.twins = twins.clone();
        this.imagesByClass = byClass(imageLabels, "image");
        this.recordingsByClass = byClass(recordingLabels, "recording");
        checkTwins();
    }

    /** The labels of two sources; {@code twins} as in the constructor. */
    public static Population of(FrameSource images, FrameSource recordings, int[] twins) {
        return new Population(recordings.classes(), labels(images), labels(recordings), twins);
    }

    private static int[] labels(FrameSource source) {
        return IntStream.range(0, source.size()).map(source::label).toArray();
    }

    private List<int[]> byClass(int[] labels, String kind) {
        List<List<Integer>> groups = new ArrayList<>();
        classes.forEach(name -> groups.add(new ArrayList<>()));
        for (int i = 0; i < labels.length; i++) {
            Check.inRange(labels[i], 0, classes.size() - 1, "label of " + kind + " " + i);
            groups.get(labels[i]).add(i);
        }
        return groups.stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private void checkTwins() {
        if (twins.length != recordingLabels.length) {
            throw new IllegalArgumentException(twins.length + " twins for " + recordingLabels.length + " recordings");
        }
        for (int r = 0; r < twins.length; r++) {
            Check.inRange(twins[r], Pair.NONE, imageLabels.length - 1, "twin of recording " + r);
            if (twins[r] != Pair.NONE && imageLabels[twins[r]] != recordingLabels[r]) {
                throw new IllegalArgumentException("recording " + r + " is of class " + classes.get(recordingLabels[r])
                        + ", its twin image " + twins[r] + " of class " + classes.get(imageLabels[twins[r]]));
            }
        }
    }

    /** Number of images. */
    public int images() {
        return imageLabels.length;
    }

    /** Number of recordings. */
    public int recordings() {
        return recordingLabels.length;
    }

    /** Class of an image. */
    public int imageLabel(int image) {
        return imageLabels[image];
    }

    /** Class of a recording. */
    public int recordingLabel(int recording) {
        return recordingLabels[recording];
    }

    /** The image that a recording shows, {@link Pair#NONE} if it is unknown or not among the images. */
    public int twin(int recording) {
        return twins[recording];
    }

    /** Number of classes, with or without samples. */
    public int classCount() {
        return classes.size();
    }

    /** Number of images of a class. */
    public int imagesOf(int label) {
        return imagesByClass.get(label).length;
    }

    /** Number of recordings of a class. */
    public int recordingsOf(int label) {
        return recordingsByClass.get(label).length;
    }

    /** Index of the image at a position of its class. */
    public int image(int label, int position) {
        return imagesByClass.get(label)[position];
    }

    /** Index of the recording at a position of its class. */
    public int recording(int label, int position) {
        return recordingsByClass.get(label)[position];
    }

    /** Throws unless every class that has samples on one side has some on the other. */
    void requireBothSides() {
        List<String> problems = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            int images = imagesOf(label);
            int recordings = recordingsOf(label);
            if ((images == 0) != (recordings == 0)) {
                problems.add("pairing: class '" + classes.get(label) + "' has " + images + " training images and "
                        + recordings + " training recordings; a pair needs one of each");
            }
        }
        if (images() == 0 && recordings() == 0) {
            problems.add("pairing: there are no training images and no training recordings");
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }
}
