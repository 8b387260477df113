package org.snn4j.core.kernel;

import java.util.Arrays;
import org.snn4j.core.neuron.Reset;

/** The backward pass through all steps of a {@link NeuronBlock}, with the sums that a task contributes. */
final class NeuronBlockGradient {
    private NeuronBlock block;
    private final double[][] gradientSums;
    private final double[][] productSums;
    private final boolean learns;
    private final double decay;
    private final double gain;

    private final float[] spikes;
    private final float[] previous;
    private final float[] surrogate;
    private final float[] distance;
    private final float[] spikeGradient;
    private final float[] chargeGradient;
    private final float[] carried;
    private final float[] tapped;
    private final float[][] blockGradient;
    private final float[][] blockProduct;

    private double decayGradient;
    private double gainGradient;
    private double driveGradient;

    NeuronBlockGradient(NeuronBlock block) {
        this.block = block;
        int length = block.normalized.length;
        this.gradientSums = new double[block.groups][block.channels];
        this.productSums = new double[block.groups][block.channels];
        this.learns = !block.charge.derivatives().isEmpty();
        this.decay = block.charge.decay();
        this.gain = block.charge.gain();
        this.spikes = new float[length];
        this.previous = new float[length];
        this.surrogate = new float[length];
        this.distance = new float[length];
        this.spikeGradient = new float[length];
        this.chargeGradient = new float[length];
        this.carried = new float[length];
        this.tapped = new float[length];
        this.blockGradient = new float[block.groups][length];
        this.blockProduct = new float[block.groups][length];
    }

    void moveTo(int start, int length) {
        block.moveTo(start, length);
    }

    void backward(
            HeapView current,
            HeapView spikeGradients,
            HeapView beforeGradients,
            HeapView afterGradients,
            HeapView result) {
        int length = block.length();
        block.forward(current, null, null, null);
        Arrays.fill(carried, 0, length, 0f);
        for (float[] sums : blockGradient) {
            Arrays.fill(sums, 0, length, 0f);
        }
        for (float[] sums : blockProduct) {
            Arrays.fill(sums, 0, length, 0f);
        }
        for (int t = block.steps - 1; t >= 0; t--) {
            int position = block.position(t);
            spikeGradients.read(position, spikeGradient, 0, length);
            addTap(afterGradients, position, carried, length);
            throughReset(block.charged[t], length);
            throughSpike(block.charged[t], length);
            addTap(beforeGradients, position, chargeGradient, length);
            if (learns) {
                addParameterGradients(t, length);
            }
            throughCharge(length);
            result.write(position, chargeGradient, 0, length);
            if (block.groups > 0) {
                accumulate(block.groups == 1 ? 0 : t, block.current[t], length);
            }
        }
        foldSums(length);
    }

    private void addTap(HeapView gradients, int position, float[] target, int length) {
        if (gradients != null) {
            gradients.read(position, tapped, 0, length);
            for (int i = 0; i < length; i++) {
                target[i] += tapped[i];
            }
        }
    }

    /** From dL/dv after the reset to dL/dh, and to dL/ds where the reset is not detached. */
    private void throughReset(float[] h, int length) {
        Reset reset = block.model.reset();
        float threshold = (float) block.model.firing().threshold();
        float rest = (float) reset.potential();
        if (reset.hard()) {
            block.fire(h, spikes);
            for (int i = 0; i < length; i++) {
                chargeGradient[i] = carried[i] * (1f - spikes[i]);
            }
        } else {
            System.arraycopy(carried, 0, chargeGradient, 0, length);
        }
        if (!reset.detached()) {
            for (int i = 0; i < length; i++) {
                spikeGradient[i] += carried[i] * (reset.hard() ? rest - h[i] : -threshold);
            }
        }
    }

    private void throughSpike(float[] h, int length) {
        float threshold = (float) block.model.firing().threshold();
        for (int i = 0; i < length; i++) {
            distance[i] = h[i] - threshold;
        }
        block.model.surrogate().derivatives(distance, surrogate, length);
        for (int i = 0; i < length; i++) {
            chargeGradient[i] += spikeGradient[i] * surrogate[i];
        }
    }

    private void throughCharge(int length) {
        float decayFactor = (float) decay;
        float gainFactor = (float) gain;
        for (int i = 0; i < length; i++) {
            carried[i] = chargeGradient[i] * decayFactor;
            chargeGradient[i] *= gainFactor;
        }
    }

    private void addParameterGradients(int t, int length) {
        float[] z = block.normalize(t);
        if (t == 0) {
            Arrays.fill(previous, 0, length, block.initialPotential());
        } else {
            block.fire(block.charged[t - 1], spikes);
            block.reset(block.charged[t - 1], spikes, previous);
        }
        for (int i = 0; i < length; i++) {
            decayGradient += chargeGradient[i] * previous[i];
            gainGradient += chargeGradient[i] * z[i];
            driveGradient += chargeGradient[i];
        }
    }

    private void accumulate(int group, float[] y, int length) {
        float[] gradient = blockGradient[group];
        float[] product = blockProduct[group];
        for (int i = 0; i < length; i++) {
            gradient[i] += chargeGradient[i];
            product[i] += chargeGradient[i] * y[i];
        }
    }

    private void foldSums(int length) {
        for (int g = 0; g < block.groups; g++) {
            for (int i = 0, c = 0; i < length; i++) {
                gradientSums[g][c] += blockGradient[g][i];
                productSums[g][c] += blockProduct[g][i];
                c = c + 1 == block.channels ? 0 : c + 1;
            }
        }
    }

    /** Lets go of the working arrays; the sums stay. */
    void release() {
        block = null;
    }

    void addTo(int group, double[] gradient, double[] product) {
        for (int c = 0; c < gradient.length; c++) {
            gradient[c] += gradientSums[group][c];
            product[c] += productSums[group][c];
        }
    }

    double decayGradient() {
        return decayGradient;
    }

    double gainGradient() {
        return gainGradient;
    }

    double driveGradient() {
        return driveGradient;
    }
}
