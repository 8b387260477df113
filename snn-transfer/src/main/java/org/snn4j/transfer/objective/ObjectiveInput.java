package org.snn4j.transfer.objective;

import org.snn4j.core.network.Signals;
import org.snn4j.data.mix.SoftLabels;
import org.snn4j.transfer.Mixture;
import org.snn4j.transfer.Progress;

/**
 * What an objective sees.
 *
 * @param signals output of the forward pass, arrays [T, N, ...]
 * @param softLabels classes of each sample; two where it is mixed from two samples. The streams are paired, so both have them
 * @param mixture which source frames are event frames
 * @param progress position in the phase
 */
public record ObjectiveInput(Signals signals, SoftLabels softLabels, Mixture mixture, Progress progress) {
    /** The input for samples of one class each, length N. */
    public ObjectiveInput(Signals signals, int[] labels, Mixture mixture, Progress progress) {
        this(signals, SoftLabels.whole(labels), mixture, progress);
    }

    /** Class of each sample itself, length N: all there is to know unless samples are mixed. */
    public int[] labels() {
        return softLabels.own();
    }
}
