package org.snn4j.data.mix;

import java.util.Arrays;
import org.snn4j.core.Check;

/**
 * Labels of a batch of which samples may be mixed from two: sample n is {@code own[n]} to the share {@code share[n]} and {@code other[n]} for the
 * rest.
 *
 * @param own class of each sample itself
 * @param other class of its partner; its own where nothing is mixed
 * @param share share of its own class, in [0, 1]
 */
public record SoftLabels(int[] own, int[] other, double[] share) {
    public SoftLabels {
        if (other.length != own.length || share.length != own.length) {
            throw new IllegalArgumentException("own, other and share have " + own.length + ", " + other.length + " and "
                    + share.length + " entries, must have as many");
        }
        own = own.clone();
        other = other.clone();
        share = share.clone();
        for (double part : share) {
            Check.inRange(part, 0, 1, "share");
        }
    }

    /** Labels of samples that are not mixed. */
    public static SoftLabels whole(int[] labels) {
        double[] share = new double[labels.length];
        Arrays.fill(share, 1);
        return new SoftLabels(labels, labels, share);
    }

    /** Number of samples, N. */
    public int size() {
        return own.length;
    }

    /** Class of a sample itself. */
    public int own(int sample) {
        return own[sample];
    }

    /** Class of its partner. */
    public int other(int sample) {
        return other[sample];
    }

    /** Share of its own class. */
    public double share(int sample) {
        return share[sample];
    }

    /** A copy of the classes of the samples themselves. */
    @Override
    public int[] own() {
        return own.clone();
    }

    /** A copy of the partners' classes. */
    @Override
    public int[] other() {
        return other.clone();
    }

    /** A copy of the shares. */
    @Override
    public double[] share() {
        return share.clone();
    }

    /** True if every sample has one class only. */
    public boolean areWhole() {
        for (int n = 0; n < own.length; n++) {
            if (share[n] != 1 && other[n] != own[n]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof SoftLabels that
                && Arrays.equals(own, that.own)
                && Arrays.equals(other, that.other)
                && Arrays.equals(share, that.share);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(own) * 31 + Arrays.hashCode(share);
    }

    @Override
    public String toString() {
        return "SoftLabels[own=" + Arrays.toString(own) + ", other=" + Arrays.toString(other) + ", share="
                + Arrays.toString(share) + "]";
    }
}
