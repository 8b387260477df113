package org.snn4j.data.mix;

import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.data.FrameShape;

/**
 * Mixes the samples of a batch among themselves: partners are a uniformly drawn permutation of the batch (a sample may be its own), and
 * every sample is mixed with its partner as it was.
 */
public final class BatchMixing {
    private BatchMixing() {}

    /**
     * Mixes in place.
     *
     * @param samples values [T, C, H, W] of each sample
     * @param labels class of each
     * @param shape shape of all
     * @param random source of the permutation and then of the draws of each sample in turn
     * @return the labels of the mixtures
     */
    public static SoftLabels mixi(
            SampleMixing mixing, float[][] samples, int[] labels, FrameShape shape, RandomGenerator random) {
        Check.notNull(mixing, "mixing");
        if (samples.length != labels.length) {
            throw new IllegalArgumentException(
                    "batch has " + samples.length + " samples and " + labels.length + " labels, must have as many");
        }
        if (!mixing.mixes()) {
            return SoftLabels.whole(labels);
        }
        int[] partners = permutation(labels.length, random);
        float[][] before = new float[samples.length][];
        for (int n = 0; n < before.length; n++) {
            before[n] = samples[n].clone();
        }
        int[] other = new int[labels.length];
        double[] share = new double[labels.length];
        for (int n = 0; n < labels.length; n++) {
            other[n] = labels[partners[n]];
            share[n] = mixing.mixi(samples[n], before[partners[n]], shape, random);
        }
        return new SoftLabels(labels, other, share);
    }

    private static int[] permutation(int length, RandomGenerator random) {
        int[] order = new int[length];
        for (int i = 0; i < length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
