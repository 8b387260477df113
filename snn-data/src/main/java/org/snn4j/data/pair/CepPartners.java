package org.snn4j.data.pair;

import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Static partners of CEP-DVS recordings at He et al.: samples lie in blocks of equal size, one per class, the first part of each block
 * trains, and
 * an image is drawn among the candidates of the recording's class.
 *
 * <p>As committed, a candidate is a position inside the training subset, used as an index into the list of all images, so most
 * partners are of
 * another class; {@link #intended} gives the training images of the class.
 *
 * @param train indices of the training samples, class after class
 * @param perClass training samples of each class
 */
@Reference(
        title =
                "He et al., An Efficient Knowledge Transfer Strategy for Spiking Neural Networks from Static to Event Domain (AAAI 2024)",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "braincog/datasets/datasets.py, get_transfer_RGBCEPDVS_data; main_transfer.py, CEPDVS branch")
public record CepPartners(int[] train, int perClass) {
    public CepPartners {
        train = train.clone();
    }

    /**
     * @param classes number of blocks
     * @param block samples of a block, 500 in the source
     * @param share of a block that trains, 0.5 in the source; rounded down
     */
    public static CepPartners of(int classes, int block, double share) {
        Check.atLeast(classes, 1, "classes");
        Check.atLeast(block, 1, "block");
        int perClass = (int) (block * Check.inRange(share, 0, 1, "share"));
        int[] train = IntStream.range(0, classes)
                .flatMap(c -> IntStream.range(c * block, c * block + perClass))
                .toArray();
        return new CepPartners(train, perClass);
    }

    /** A copy of the training indices. */
    @Override
    public int[] train() {
        return train.clone();
    }

    /** Images that the committed code draws from for a recording of this class. */
    public int[] asCommitted(int label) {
        return IntStream.range(label * perClass, (label + 1) * perClass).toArray();
    }

    /** Training images of this class. */
    public int[] intended(int label) {
        return IntStream.of(asCommitted(label)).map(position -> train[position]).toArray();
    }
}
