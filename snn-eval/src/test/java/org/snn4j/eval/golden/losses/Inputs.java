package org.snn4j.eval.golden.losses;

import java.util.Arrays;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.network.Signals;
import org.snn4j.transfer.Mixture;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.objective.ObjectiveInput;

/** Builds what an objective sees from the arrays of a case. */
final class Inputs {
    private Inputs() {}

    /** An input with these signals, [T, N, ...], at the start of training and without mixing. */
    static ObjectiveInput of(Map<SignalKey, INDArray> signals, int[] labels) {
        int steps = (int) signals.values().iterator().next().size(0);
        int[] unmixed = new int[labels.length];
        Arrays.fill(unmixed, steps);
        return new ObjectiveInput(new Signals(signals), labels, new Mixture(unmixed, steps), new Progress(0, 1, 0, 1));
    }

    /** [B, T, F] to [T, B, F] and back. */
    static INDArray swapped(INDArray batchFirst) {
        return batchFirst.permute(1, 0, 2).dup('c');
    }
}
