package org.snn4j.core.kernel;

import java.util.Arrays;

/** Blocks of neighbouring neurons of one sample, run over all time steps. Works on one task after the other, in one thread. */
final class NeuronBlock {
    final NeuronCoefficients coefficients;
    final BlockLoops loops;
    final NeuronTasks tasks;
    final float[] potential;

    private final float[] tapped;
    private final float[] tappedPotential;

    NeuronBlock(NeuronCoefficients coefficients, BlockLoops loops, NeuronTasks tasks) {
        this.coefficients = coefficients;
        this.loops = loops;
        this.tasks = tasks;
        this.potential = new float[tasks.cut().block()];
        this.tapped = new float[tasks.cut().block()];
        this.tappedPotential = new float[tasks.cut().block()];
    }

    /** Writes spikes and, where a target is given, potentials of a task; returns the spikes emitted. */
    double forward(int task, HeapView currents, NeuronViews out) {
        BlockCut cut = tasks.cut();
        double count = 0;
        for (int start = tasks.from(task); start < tasks.to(task); start += cut.block()) {
            int length = Math.min(cut.block(), tasks.to(task) - start);
            Arrays.fill(potential, 0, length, coefficients.initial());
            for (int t = 0; t < tasks.fold().steps(); t++) {
                int position = tasks.position(task, t) + start;
                if (out.before() != null) {
                    System.arraycopy(potential, 0, tappedPotential, 0, length);
                    charge(task, t, currents, position, length, tappedPotential, 0, tapped);
                    out.before().write(position, tapped, 0, length);
                }
                count += fire(task, t, currents, position, length, out.spikes());
                if (out.after() != null) {
                    out.after().write(position, potential, 0, length);
                }
            }
        }
        return count;
    }

    private double fire(int task, int t, HeapView currents, int position, int length, HeapView spikes) {
        int tile = tasks.cut().tile();
        float[] scale = tasks.scale(task, t);
        float[] shift = tasks.shift(task, t);
        double count = 0;
        for (int w = 0; w < length; w += tile) {
            int to = Math.min(tile, length - w);
            count += loops.fire(coefficients, currents, position + w, scale, shift, potential, w, spikes, 0, to);
        }
        return count;
    }

    /** One step from the potentials v to those after the reset; keeps h - reference. */
    void charge(
            int task,
            int t,
            HeapView currents,
            int position,
            int length,
            float[] v,
            float reference,
            float[] distance) {
        int tile = tasks.cut().tile();
        float[] scale = tasks.scale(task, t);
        float[] shift = tasks.shift(task, t);
        for (int w = 0; w < length; w += tile) {
            int to = Math.min(tile, length - w);
            loops.charge(coefficients, currents, position + w, scale, shift, v, w, reference, distance, 0, to);
        }
    }
}
