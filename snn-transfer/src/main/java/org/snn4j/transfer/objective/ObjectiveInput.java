package org.snn4j.transfer.objective;

import org.snn4j.core.network.Signals;
import org.snn4j.transfer.Mixture;
import org.snn4j.transfer.Progress;

/**
 * What an objective sees.
 *
 * @param signals output of the forward pass, arrays [T, N, ...]
 * @param labels class of each sample, length N; the streams are paired, so both have it
 * @param mixture which source frames are event frames
 * @param progress position in the phase
 */
public record ObjectiveInput(Signals signals, int[] labels, Mixture mixture, Progress progress) {}
