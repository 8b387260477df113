package org.snn4j.core.kernel;

import java.util.Arrays;

/** Blocks of neighbouring neurons of one sample, run over all time steps. Works on one task after the other, in one thread. */
final class NeuronBlock {
    final NeuronCoefficients coefficients;
    final BlockLoops loops;
    final NeuronTasks tasks;

    /** v of each tile of the block. */
    private final float[][] potential;

    private final float[] before;
    private final float[] beforePotential;

    NeuronBlock(NeuronCoefficients coefficients, BlockLoops loops, NeuronTasks tasks) {
        this.coefficients = coefficients;
        this.loops = loops;
        this.tasks = tasks;
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
            begin();
            for (int t = 0; t < tasks.fold().steps(); t++) {
                for (int k = 0, at = start;
                        at < tasks.blockEnd(task, start);
                        k++, at += tasks.cut().tile()) {
                    int length = Math.min(tasks.cut().tile(), tasks.to(task) - at);
                    count += step(task, t, at, potential[k], length, currents, out);
                }
            }
        }
        return count;
    }

    private double step(int task, int t, int start, float[] v, int length, HeapView currents, NeuronViews out) {
        int position = tasks.position(task, t) + start;
        float[] scale = tasks.scale(task, t);
        float[] shift = tasks.shift(task, t);
        if (out.before() != null) {
            System.arraycopy(v, 0, beforePotential, 0, length);
            loops.charge(coefficients, currents, position, scale, shift, beforePotential, 0, before, 0, length);
            out.before().write(position, before, 0, length);
        }
        double count = loops.fire(coefficients, currents, position, scale, shift, v, out.spikes(), 0, length);
        if (out.after() != null) {
            out.after().write(position, v, 0, length);
        }
        return count;
    }

    /** Keeps h - threshold of all steps and tiles of a block. */
    void charge(int task, int start, HeapView currents, float[][][] distance) {
        begin();
        for (int t = 0; t < distance.length; t++) {
            float[] scale = tasks.scale(task, t);
            float[] shift = tasks.shift(task, t);
            for (int k = 0, at = start;
                    at < tasks.blockEnd(task, start);
                    k++, at += tasks.cut().tile()) {
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
                        Math.min(tasks.cut().tile(), tasks.to(task) - at));
            }
        }
    }

    private void begin() {
        for (float[] v : potential) {
            Arrays.fill(v, coefficients.initial());
        }
    }
}
