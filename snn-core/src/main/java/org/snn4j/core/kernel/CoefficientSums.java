package org.snn4j.core.kernel;

/** Gradients of decay, gain and drive of the charge: dL/dh times the potential before it, times z, and alone. */
final class CoefficientSums {
    private final NeuronBlock block;
    private final float[] current;
    private final float[] decay;
    private final float[] gain;
    private final float[] drive;

    CoefficientSums(NeuronBlock block) {
        this.block = block;
        int tile = block.tasks.cut().tile();
        this.current = new float[tile];
        this.decay = new float[tile];
        this.gain = new float[tile];
        this.drive = new float[tile];
    }

    /** @param before h - threshold of the step before; null in the first step */
    void add(
            int task,
            int t,
            HeapView currents,
            int position,
            int length,
            float[] chargeGradient,
            float[] before,
            NeuronSums sums) {
        float[] scale = block.tasks.scale(task, t);
        float[] shift = block.tasks.shift(task, t);
        for (int w = 0; w < length; w += current.length) {
            int to = Math.min(current.length, length - w);
            currents.read(position + w, current, 0, to);
            addInputs(chargeGradient, w, scale, shift, to);
            if (before == null) {
                addInitial(chargeGradient, w, to);
            } else {
                addPotentials(chargeGradient, before, w, to);
            }
        }
        sums.decay += total(decay);
        sums.gain += total(gain);
        sums.drive += total(drive);
    }

    private void addInputs(float[] chargeGradient, int w, float[] scale, float[] shift, int to) {
        for (int i = 0; i < to; i++) {
            drive[i] += chargeGradient[w + i];
            gain[i] += chargeGradient[w + i] * (current[i] * scale[i] + shift[i]);
        }
    }

    private void addInitial(float[] chargeGradient, int w, int to) {
        float initial = block.coefficients.initial();
        for (int i = 0; i < to; i++) {
            decay[i] += chargeGradient[w + i] * initial;
        }
    }

    private void addPotentials(float[] chargeGradient, float[] before, int w, int to) {
        NeuronCoefficients c = block.coefficients;
        float threshold = c.threshold();
        for (int i = 0; i < to; i++) {
            float u = before[w + i];
            float s = JavaBlockLoops.spike(u, c.inclusive());
            decay[i] += chargeGradient[w + i] * ((1f - c.kept() * s) * (u + threshold) + c.jump() * s);
        }
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
