package org.snn4j.core.kernel;

import java.util.Arrays;
import org.snn4j.core.surrogate.SurrogateGradient;

/** The backward pass through all steps of {@link NeuronBlock}s. Works on one task after the other, in one thread. */
final class NeuronBlockGradient {
    private final NeuronBlock block;
    private final NeuronTasks tasks;
    private final SurrogateGradient surrogate;
    private final CoefficientSums coefficientSums;
    /** h - threshold of every step. */
    private final float[][] distance;

    private final float[] derivative;
    private final float[] chargeGradient;
    private final float[] carried;
    private final float[] tapped;
    private final float[][] gradientSum;
    private final float[][] productSum;

    /** @param learns true if the coefficients of the charge need gradients */
    NeuronBlockGradient(NeuronBlock block, SurrogateGradient surrogate, boolean learns) {
        this.block = block;
        this.tasks = block.tasks;
        this.surrogate = surrogate;
        int length = tasks.cut().block();
        this.coefficientSums = learns ? new CoefficientSums(block) : null;
        this.distance = new float[tasks.fold().steps()][length];
        this.derivative = new float[length];
        this.chargeGradient = new float[length];
        this.carried = new float[length];
        this.tapped = new float[length];
        this.gradientSum = new float[tasks.groupsPerStream()][tasks.cut().tile()];
        this.productSum = new float[tasks.groupsPerStream()][tasks.cut().tile()];
    }

    /** Writes dL/dz of a task; returns its sums per group and channel. A step's gradients are read before its dL/dz is written. */
    NeuronSums backward(int task, HeapView currents, NeuronViews gradients, HeapView result) {
        BlockCut cut = tasks.cut();
        NeuronSums tiled = new NeuronSums(gradientSum.length, cut.tile());
        for (int start = tasks.from(task); start < tasks.to(task); start += cut.block()) {
            int length = Math.min(cut.block(), tasks.to(task) - start);
            chargeAll(task, currents, start, length);
            Arrays.fill(carried, 0, length, 0f);
            for (int t = tasks.fold().steps() - 1; t >= 0; t--) {
                step(task, t, start, length, currents, gradients, result, tiled);
            }
            for (int g = 0; g < gradientSum.length; g++) {
                BlockCut.drain(gradientSum[g], tiled.gradient[g]);
                BlockCut.drain(productSum[g], tiled.product[g]);
            }
        }
        return folded(tiled);
    }

    private NeuronSums folded(NeuronSums tiled) {
        NeuronSums folded = new NeuronSums(tiled.gradient.length, tasks.cut().channels());
        for (int g = 0; g < tiled.gradient.length; g++) {
            tasks.cut().fold(tiled.gradient[g], folded.gradient[g]);
            tasks.cut().fold(tiled.product[g], folded.product[g]);
        }
        folded.decay = tiled.decay;
        folded.gain = tiled.gain;
        folded.drive = tiled.drive;
        return folded;
    }

    private void chargeAll(int task, HeapView currents, int start, int length) {
        NeuronCoefficients c = block.coefficients;
        Arrays.fill(block.potential, 0, length, c.initial());
        for (int t = 0; t < distance.length; t++) {
            int position = tasks.position(task, t) + start;
            block.charge(task, t, currents, position, length, block.potential, c.threshold(), distance[t]);
        }
    }

    private void step(
            int task,
            int t,
            int start,
            int length,
            HeapView currents,
            NeuronViews gradients,
            HeapView result,
            NeuronSums sums) {
        int position = tasks.position(task, t) + start;
        addTap(gradients.after(), position, carried, length);
        surrogate.derivatives(distance[t], derivative, length);
        int tile = tasks.cut().tile();
        for (int w = 0; w < length; w += tile) {
            int to = Math.min(tile, length - w);
            block.loops.throughSpike(
                    block.coefficients,
                    gradients.spikes(),
                    position + w,
                    distance[t],
                    derivative,
                    carried,
                    chargeGradient,
                    w,
                    0,
                    to);
        }
        addTap(gradients.before(), position, chargeGradient, length);
        if (coefficientSums != null) {
            float[] before = t == 0 ? null : distance[t - 1];
            coefficientSums.add(task, t, currents, position, length, chargeGradient, before, sums);
        }
        int group = tasks.group(t);
        for (int w = 0; w < length; w += tile) {
            int to = Math.min(tile, length - w);
            block.loops.throughCharge(
                    block.coefficients,
                    chargeGradient,
                    carried,
                    w,
                    currents,
                    result,
                    position + w,
                    gradientSum[group],
                    productSum[group],
                    0,
                    to);
        }
    }

    private void addTap(HeapView gradients, int position, float[] target, int length) {
        if (gradients != null) {
            gradients.read(position, tapped, 0, length);
            for (int i = 0; i < length; i++) {
                target[i] += tapped[i];
            }
        }
    }
}
