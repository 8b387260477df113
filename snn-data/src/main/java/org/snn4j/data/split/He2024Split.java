package org.snn4j.data.split;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * How He et al. split N-Caltech101 and draw from it: samples lie class after class, the first round(0.9*n) of each class train.
 *
 * <p>Half a sample is rounded to the even number, as Python does. The source sorts the class folders but not the files in them, so which
 * recordings are first depends on the file system; only the sizes can be reproduced.
 */
@Reference(
        title =
                "He et al., An Efficient Knowledge Transfer Strategy for Spiking Neural Networks from Static to Event Domain (AAAI 2024)",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "braincog/datasets/datasets.py, get_NCALTECH101_data; main_transfer.py, train_epoch")
public final class He2024Split {
    private final int[] classSizes;
    private final int[] starts;
    private final double share;

    /**
     * @param classSizes samples of each class, in the order of the list of samples
     * @param share of each class that trains, in (0, 1); 0.9 in the source
     */
    public He2024Split(int[] classSizes, double share) {
        this.classSizes = classSizes.clone();
        this.share = Check.inRange(share, 0, 1, "share");
        starts = new int[classSizes.length + 1];
        for (int c = 0; c < classSizes.length; c++) {
            Check.atLeast(classSizes[c], 1, "size of class " + c);
            starts[c + 1] = starts[c] + classSizes[c];
        }
    }

    /** Number of classes. */
    public int classes() {
        return classSizes.length;
    }

    /** Training samples of a class. */
    public int trainSize(int label) {
        return (int) Math.rint(classSizes[label] * share);
    }

    /** Training samples of all classes: also the draws of an epoch, with replacement. */
    public int trainSize() {
        return IntStream.range(0, classes()).map(this::trainSize).sum();
    }

    /** Indices of the training samples. */
    public int[] train() {
        return IntStream.range(0, classes())
                .flatMap(c -> IntStream.range(starts[c], starts[c] + trainSize(c)))
                .toArray();
    }

    /** Indices of the test samples. */
    public int[] test() {
        return IntStream.range(0, classes())
                .flatMap(c -> IntStream.range(starts[c] + trainSize(c), starts[c + 1]))
                .toArray();
    }

    /** Weight of a training sample of this class when an epoch's samples are drawn: all samples over samples of the class. */
    public double drawWeight(int label) {
        return (double) Arrays.stream(classSizes).sum() / classSizes[label];
    }

    /** Index of the first image that may be the static partner of a recording of this class. */
    public int firstPartner(int label) {
        return starts[label];
    }

    /**
     * Number of images, from {@link #firstPartner} on, that may be the static partner.
     *
     * @param imageShare share of the training images that is used, in [0, 1]; rounded down
     */
    public int partners(int label, double imageShare) {
        return (int) (trainSize(label) * Check.inRange(imageShare, 0, 1, "imageShare"));
    }

    /** As {@link #partners}, as committed: one more, which with all images is the first test image of the class. */
    public int partnersAsCommitted(int label, double imageShare) {
        return partners(label, imageShare) + 1;
    }
}
