package org.snn4j.data.pair;

import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * R2ETL's fixed pairing: an epoch walks the images, sorted by class; image i of a class is paired with recording i mod m of it, m =
 * the used
 * recordings of the class.
 *
 * @param image index of the image at each position of the epoch
 * @param recording index of its recording
 */
@Reference(
        title = "Zhan et al. (R2ETL), IEEE Transactions on Image Processing 2024",
        link = "10.1109/TIP.2024.3430043",
        equation = "github.com/kanpeiming/RISTL, TL/dataloader/mnist.py, TLMNIST.__getitem__")
public record R2etlPairing(int[] image, int[] recording) {
    public R2etlPairing {
        image = image.clone();
        recording = recording.clone();
    }

    /**
     * @param imageLabels class of each image, in any order
     * @param recordingLabels class of each recording, sorted
     * @param share of the recordings of each class that is used, rounded down; in (0, 1]
     * @throws IllegalArgumentException if the recordings are not sorted, or a class of an image has no used recording
     */
    public static R2etlPairing of(int[] imageLabels, int[] recordingLabels, double share) {
        Check.inRange(share, Double.MIN_VALUE, 1, "share");
        requireSorted(recordingLabels);
        int[] image = IntStream.range(0, imageLabels.length)
                .boxed()
                .sorted((a, b) -> Integer.compare(imageLabels[a], imageLabels[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] recording = new int[image.length];
        int position = 0;
        for (int i = 0; i < image.length; i++) {
            int label = imageLabels[image[i]];
            position = i > 0 && imageLabels[image[i - 1]] == label ? position + 1 : 0;
            int start = firstOf(label, recordingLabels);
            int used = (int) ((firstOf(label + 1, recordingLabels) - start) * share);
            if (used == 0) {
                throw new IllegalArgumentException("class " + label + " has images but no recording at share " + share);
            }
            recording[i] = start + position % used;
        }
        return new R2etlPairing(image, recording);
    }

    private static void requireSorted(int[] labels) {
        for (int i = 1; i < labels.length; i++) {
            if (labels[i] < labels[i - 1]) {
                throw new IllegalArgumentException(
                        "recording label " + i + " is " + labels[i] + ", must be at least " + labels[i - 1]);
            }
        }
    }

    /** Position of the first label that is not below this one. */
    private static int firstOf(int label, int[] sorted) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < label) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A copy of the images. */
    @Override
    public int[] image() {
        return image.clone();
    }

    /** A copy of the recordings. */
    @Override
    public int[] recording() {
        return recording.clone();
    }
}
