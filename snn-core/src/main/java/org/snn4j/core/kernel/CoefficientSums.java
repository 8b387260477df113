package org.snn4j.core.kernel;

import java.util.Arrays;

/** Gradients of decay, gain and drive of the charge: sums of dL/dh times the potential before it, times z, and alone. */
final class CoefficientSums {
    private final NeuronBlock block;
    private final float[] current;
    private final float[] previous;
    private final float[] spikes;
    private final float[] decay;
    private final float[] gain;
    private final float[] drive;

    CoefficientSums(NeuronBlock block) {
        this.block = block;
        int tile = block.tasks.cut().tile();
        this.current = new float[tile];
        this.previous = new float[tile];
        this.spikes = new float[tile];
        this.decay = new float[tile];
        this.gain = new float[tile];
        this.drive = new float[tile];
    }

    /** @param before h - threshold of the step before; null in the first step */
    void add(int task, int t, HeapView currents, int position, int length, float[] chargeGradient, float[] before) {
        currents.read(position, current, 0, length);
        if (before == null) {
            Arrays.fill(previous, block.coefficients.initial());
        } else {
            findPrevious(before, length);
        }
        float[] scale = block.tasks.scale(task, t);
        float[] shift = block.tasks.shift(task, t);
        for (int i = 0; i < length; i++) {
            drive[i] += chargeGradient[i];
            gain[i] += chargeGradient[i] * (current[i] * scale[i] + shift[i]);
            decay[i] += chargeGradient[i] * previous[i];
        }
    }

    /** Potential after the reset of the step before. */
    private void findPrevious(float[] distance, int length) {
        NeuronCoefficients c = block.coefficients;
        float threshold = c.threshold();
        JavaBlockLoops.spike(distance, 0, c.inclusive(), spikes, 0, length);
        for (int i = 0; i < length; i++) {
            previous[i] = distance[i] + threshold;
        }
        JavaBlockLoops.reset(previous, spikes, c, previous, 0, length);
    }

    /** Moves the sums of a block to double precision. */
    void drain(NeuronSums sums) {
        sums.decay += total(decay);
        sums.gain += total(gain);
        sums.drive += total(drive);
    }

    private static double total(float[] sums) {
        double total = 0;
        for (int i = 0; i < sums.length; i++) {
            total += sums[i];
            sums[i] = 0;
        }
        return total;
    }
}
