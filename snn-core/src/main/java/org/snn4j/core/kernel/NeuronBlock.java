package org.snn4j.core.kernel;

import java.util.Arrays;

/** Blocks of neighbouring neurons of one sample, run over all time steps. Works on one task after the other, in one thread. */
final class NeuronBlock {
    final NeuronCoefficients coefficients;
    final BlockLoops loops;
    final NeuronTasks tasks;

    /** v of each tile of the block. */
    private final float[][] potential;

    /** Null unless spikes are averaged over windows. */
    final PooledSpikes pooling;

    private final float[] before;
    private final float[] beforePotential;

    /** @param pool windows that spikes are averaged over; null for spikes themselves */
    NeuronBlock(NeuronCoefficients coefficients, BlockLoops loops, NeuronTasks tasks, PoolWindow pool) {
        this.coefficients = coefficients;
        this.loops = loops;
        this.tasks = tasks;
        this.pooling = pool == null ? null : new PooledSpikes(loops, pool, tasks.cut());
        this.potential = new float[tasks.cut().tilesPerBlock()][tasks.cut().tile()];
        this.before = new float[tasks.cut().tile()];
        this.beforePotential = new float[tasks.cut().tile()];
    }

    /** Writes spikes and, where a target is given, potentials of a task; returns the spikes emitted. */
    double forward(int task, HeapView currents, NeuronViews out) {
        double count = 0;
        for (int start = tasks.from(task);
                start < tasks.to(task);
                start += tasks.cut().block()) {
            int end = tasks.blockEnd(task, start);
            begin();
            for (int t = 0; t < tasks.fold().steps(); t++) {
                for (int k = 0, at = start; at < end; k++, at += tasks.cut().tile()) {
                    int length = Math.min(tasks.cut().tile(), end - at);
                    count += step(task, t, start, at, potential[k], length, currents, out);
                }
                if (pooling != null) {
                    pooling.average(tasks.row(task, t), start, end, out.spikes());
                }
            }
        }
        return count;
    }

    private double step(int task, int t, int start, int at, float[] v, int length, HeapView currents, NeuronViews out) {
        int position = tasks.position(task, t) + at;
        float[] scale = tasks.scale(task, t);
        float[] shift = tasks.shift(task, t);
        if (out.before() != null) {
            System.arraycopy(v, 0, beforePotential, 0, length);
            loops.charge(coefficients, currents, position, scale, shift, beforePotential, 0, before, 0, length);
            out.before().write(position, before, 0, length);
        }
        HeapView spikes = pooling == null ? out.spikes() : pooling.block();
        int spikesAt = pooling == null ? position : at - start;
        double count = loops.fire(coefficients, currents, position, scale, shift, v, spikes, spikesAt, 0, length);
        if (out.after() != null) {
            out.after().write(position, v, 0, length);
        }
        return count;
    }

    /** Keeps h - threshold of all steps and tiles of a block. */
    void charge(int task, int start, HeapView currents, float[][][] distance) {
        int end = tasks.blockEnd(task, start);
        begin();
        for (int t = 0; t < distance.length; t++) {
            float[] scale = tasks.scale(task, t);
            float[] shift = tasks.shift(task, t);
            for (int k = 0, at = start; at < end; k++, at += tasks.cut().tile()) {
                loops.charge(
                        coefficients,
                        currents,
                        tasks.position(task, t) + at,
                        scale,
                        shift,
                        potential[k],
                        coefficients.threshold(),
                        distance[t][k],
                        0,
                        Math.min(tasks.cut().tile(), end - at));
            }
        }
    }

    private void begin() {
        for (float[] v : potential) {
            Arrays.fill(v, coefficients.initial());
        }
    }
}
