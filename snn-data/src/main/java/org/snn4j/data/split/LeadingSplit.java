package org.snn4j.data.split;

import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Class by class, the first samples train and the others test; both parts are listed class after class.
 *
 * @param train indices of the training samples
 * @param test indices of the test samples
 */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/datasets/__init__.py, split_to_train_test_set")
public record LeadingSplit(int[] train, int[] test) {
    public LeadingSplit {
        train = train.clone();
        test = test.clone();
    }

    /**
     * SpikingJelly's rule: the first ceil(n*share) of the n samples of a class train.
     *
     * @param labels class of each sample, in [0, classes)
     * @param share of each class that trains, in [0, 1]
     */
    public static LeadingSplit roundedUp(int[] labels, int classes, double share) {
        Check.inRange(share, 0, 1, "share");
        IntStream.Builder train = IntStream.builder();
        IntStream.Builder test = IntStream.builder();
        for (int label = 0; label < classes; label++) {
            int wanted = label;
            int[] members = IntStream.range(0, labels.length)
                    .filter(i -> labels[i] == wanted)
                    .toArray();
            int trained = (int) Math.ceil(members.length * share);
            for (int i = 0; i < members.length; i++) {
                (i < trained ? train : test).add(members[i]);
            }
        }
        return new LeadingSplit(train.build().toArray(), test.build().toArray());
    }

    /** A copy of the training indices. */
    @Override
    public int[] train() {
        return train.clone();
    }

    /** A copy of the test indices. */
    @Override
    public int[] test() {
        return test.clone();
    }
}
