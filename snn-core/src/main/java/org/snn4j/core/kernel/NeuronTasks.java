package org.snn4j.core.kernel;

import java.util.Arrays;
import org.snn4j.core.TimeFold;

/** A pass over neurons cut into tasks: (stream, sample, part of the row). Knows where their values lie and which affine map applies. */
final class NeuronTasks {
    private final TimeFold fold;
    private final BlockCut cut;
    private final int groupsPerStream;
    private final float[][] scale;
    private final float[][] shift;

    /** @param pool windows that spikes are averaged over; null for spikes themselves */
    NeuronTasks(NeuronInput input, PoolWindow pool) {
        this.fold = input.fold();
        this.cut = BlockCut.of(input.rowLength(), input.channels(), fold.steps(), pool == null ? 0 : pool.band());
        Affine affine = input.affine() == null ? identity(input) : input.affine();
        this.groupsPerStream = affine.groups() / fold.streams().size();
        this.scale = tiled(affine.scale());
        this.shift = tiled(affine.shift());
    }

    private static Affine identity(NeuronInput input) {
        int streams = input.fold().streams().size();
        double[][] ones = new double[streams][input.channels()];
        for (double[] row : ones) {
            Arrays.fill(row, 1);
        }
        return new Affine(ones, new double[streams][input.channels()]);
    }

    private float[][] tiled(double[][] coefficients) {
        float[][] tiles = new float[coefficients.length][];
        for (int g = 0; g < tiles.length; g++) {
            tiles[g] = cut.tiled(coefficients[g]);
        }
        return tiles;
    }

    TimeFold fold() {
        return fold;
    }

    BlockCut cut() {
        return cut;
    }

    int count() {
        return fold.streams().size() * fold.samples() * cut.partsPerRow();
    }

    int stream(int task) {
        return task / (fold.samples() * cut.partsPerRow());
    }

    /** Groups of the affine map that a stream has: 1, or one per step. */
    int groupsPerStream() {
        return groupsPerStream;
    }

    /** Group of a step within its stream. */
    int group(int step) {
        return groupsPerStream == 1 ? 0 : step;
    }

    float[] scale(int task, int step) {
        return scale[stream(task) * groupsPerStream + group(step)];
    }

    float[] shift(int task, int step) {
        return shift[stream(task) * groupsPerStream + group(step)];
    }

    /** First value of the task's part in its row. */
    int from(int task) {
        return cut.from(task % cut.partsPerRow());
    }

    int to(int task) {
        return cut.to(task % cut.partsPerRow());
    }

    /** End of the block that begins at start. */
    int blockEnd(int task, int start) {
        return Math.min(to(task), start + cut.block());
    }

    /** Number of the task's row at a step. */
    int row(int task, int step) {
        return fold.row(stream(task), step) + task / cut.partsPerRow() % fold.samples();
    }

    /** Position of the task's row at a step, in values from the begin of the fold. */
    int position(int task, int step) {
        return Math.multiplyExact(row(task, step), cut.row());
    }
}
