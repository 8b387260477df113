package org.snn4j.core.kernel;

import java.util.Arrays;
import org.snn4j.core.surrogate.SurrogateGradient;

/** The backward pass through all steps of {@link NeuronBlock}s. Works on one task after the other, in one thread. */
final class NeuronBlockGradient {
    private final NeuronBlock block;
    private final NeuronTasks tasks;
    private final BlockCut cut;
    private final SurrogateGradient surrogate;
    private final CoefficientSums coefficientSums;
    private final GradientTile tile;
    /** h - threshold of every step and tile. */
    private final float[][][] distance;
    /** dL/dv of each tile. */
    private final float[][] carried;

    private final float[] tapped;
    private final float[][] gradientSum;
    private final float[][] productSum;

    /** @param learns true if the coefficients of the charge need gradients */
    NeuronBlockGradient(NeuronBlock block, SurrogateGradient surrogate, boolean learns) {
        this.block = block;
        this.tasks = block.tasks;
        this.cut = tasks.cut();
        this.surrogate = surrogate;
        this.coefficientSums = learns ? new CoefficientSums(block) : null;
        this.tile = new GradientTile(cut.tile());
        this.distance = new float[tasks.fold().steps()][cut.tilesPerBlock()][cut.tile()];
        this.carried = new float[cut.tilesPerBlock()][cut.tile()];
        this.tapped = new float[cut.tile()];
        this.gradientSum = new float[tasks.groupsPerStream()][cut.tile()];
        this.productSum = new float[tasks.groupsPerStream()][cut.tile()];
    }

    /** Writes dL/dz of a task; returns its sums per group and channel. A step's gradients are read before its dL/dz is written. */
    NeuronSums backward(int task, HeapView currents, NeuronViews gradients, HeapView result) {
        NeuronSums sums = new NeuronSums(gradientSum.length, cut.tile());
        for (int start = tasks.from(task); start < tasks.to(task); start += cut.block()) {
            int end = tasks.blockEnd(task, start);
            block.charge(task, start, currents, distance);
            for (float[] dv : carried) {
                Arrays.fill(dv, 0f);
            }
            for (int t = distance.length - 1; t >= 0; t--) {
                if (block.pooling != null) {
                    block.pooling.spread(tasks.row(task, t), start, end, gradients.spikes());
                }
                for (int k = 0, at = start; at < end; k++, at += cut.tile()) {
                    step(task, t, k, at, Math.min(cut.tile(), end - at), currents, gradients, result);
                }
            }
            for (int g = 0; g < gradientSum.length; g++) {
                BlockCut.drain(gradientSum[g], sums.gradient[g]);
                BlockCut.drain(productSum[g], sums.product[g]);
            }
            if (coefficientSums != null) {
                coefficientSums.drain(sums);
            }
        }
        return sums.folded(cut);
    }

    private void step(
            int task, int t, int k, int at, int length, HeapView currents, NeuronViews gradients, HeapView result) {
        int position = tasks.position(task, t) + at;
        tile.distance = distance[t][k];
        tile.carried = carried[k];
        tile.gradientSum = gradientSum[tasks.group(t)];
        tile.productSum = productSum[tasks.group(t)];
        tile.decay = block.coefficients.decay();
        if (gradients.after() != null) {
            addAfter(gradients.after(), position, length);
        }
        if (gradients.before() != null) {
            gradients.before().read(position, tile.added, 0, length);
        }
        surrogate.derivatives(tile.distance, tile.derivative, length);
        PooledSpikes pooling = block.pooling;
        HeapView spikes = pooling == null ? gradients.spikes() : pooling.block();
        int spikesAt = pooling == null ? position : k * cut.tile();
        block.loops.backward(block.coefficients, currents, spikes, spikesAt, result, position, tile, 0, length);
        if (coefficientSums != null) {
            float[] before = t == 0 ? null : distance[t - 1][k];
            coefficientSums.add(task, t, currents, position, length, tile.carried, before);
        }
    }

    /** dL/dv after the reset is what comes from the step after, and this. */
    private void addAfter(HeapView gradients, int position, int length) {
        gradients.read(position, tapped, 0, length);
        float[] carried = tile.carried;
        for (int i = 0; i < length; i++) {
            carried[i] = carried[i] * tile.decay + tapped[i];
        }
        tile.decay = 1;
    }
}
