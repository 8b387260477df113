package org.snn4j.core.kernel;

import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Passes over a channels-last array with coefficients or sums per channel and group of rows. A group is one run of values, cut into parts. */
final class ChannelPasses {
    /** Pixels whose mean the values are taken relative to. */
    private static final int SAMPLE = 64;

    private final Supplier<BlockLoops> loops;
    private final HeapView view;
    private final int groups;
    private final BlockCut cut;

    ChannelPasses(Supplier<BlockLoops> loops, INDArray array, int groups) {
        this.loops = loops;
        this.view = HeapView.of(array);
        this.groups = groups;
        this.cut = BlockCut.of(Math.toIntExact(array.length() / groups), Math.toIntExact(array.size(-1)), 1, 0);
    }

    private int tasks() {
        return groups * cut.partsPerRow();
    }

    private int group(int task) {
        return task / cut.partsPerRow();
    }

    /** Runs over the tiles of a task: first position and length. */
    private void tiles(int task, TileWork work) {
        int begin = group(task) * cut.row();
        int part = task % cut.partsPerRow();
        for (int start = cut.from(part); start < cut.to(part); start += cut.tile()) {
            work.at(begin + start, Math.min(cut.tile(), cut.to(part) - start));
        }
    }

    private interface TileWork {
        void at(int position, int length);
    }

    /** Loops and sums of one thread. */
    private final class Sums {
        private final BlockLoops own = loops.get();
        private final float[] sum = new float[cut.tile()];
        private final float[] square = new float[cut.tile()];

        /** Sums of x - pivot and of its square, per channel. */
        double[][] of(int task, float[] pivot) {
            tiles(task, (position, length) -> own.moments(view, position, pivot, sum, square, 0, length));
            return new double[][] {drained(sum), drained(square)};
        }

        private double[] drained(float[] sums) {
            double[] tiled = new double[sums.length];
            double[] perChannel = new double[cut.channels()];
            BlockCut.drain(sums, tiled);
            cut.fold(tiled, perChannel);
            return perChannel;
        }
    }

    /** Relative to a value near the mean: E[x^2] - E[x]^2 cancels where the mean is far larger than the deviation. */
    Moments moments() {
        double[][] pivot = new double[groups][];
        float[][] tiled = new float[groups][];
        for (int g = 0; g < groups; g++) {
            pivot[g] = pivot(g);
            tiled[g] = cut.tiled(pivot[g]);
        }
        double[][][] sums = new double[tasks()][][];
        new WorkerPool<>(Sums::new)
                .forEach(tasks(), (worker, task) -> sums[task] = worker.of(task, tiled[group(task)]));
        return moments(sums, tiled);
    }

    private double[] pivot(int group) {
        int channels = cut.channels();
        int pixels = cut.row() / channels;
        int samples = Math.min(SAMPLE, pixels);
        double[] mean = new double[channels];
        float[] values = new float[channels];
        for (int k = 0; k < samples; k++) {
            int pixel = (int) ((long) k * pixels / samples);
            view.read(group * cut.row() + pixel * channels, values, 0, channels);
            for (int c = 0; c < channels; c++) {
                mean[c] += values[c] / samples;
            }
        }
        return mean;
    }

    private Moments moments(double[][][] sums, float[][] pivot) {
        int channels = cut.channels();
        long count = cut.row() / channels;
        double[][] mean = new double[groups][channels];
        double[][] variance = new double[groups][channels];
        for (int task = 0; task < sums.length; task++) {
            for (int c = 0; c < channels; c++) {
                mean[group(task)][c] += sums[task][0][c] / count;
                variance[group(task)][c] += sums[task][1][c] / count;
            }
        }
        for (int g = 0; g < groups; g++) {
            for (int c = 0; c < channels; c++) {
                variance[g][c] = Math.max(0, variance[g][c] - mean[g][c] * mean[g][c]);
                mean[g][c] += pivot[g][c];
            }
        }
        return new Moments(mean, variance, count);
    }

    /** Replaces the array by a*array + b*y + d. */
    void combinei(INDArray y, double[][] a, double[][] b, double[][] d) {
        HeapView input = HeapView.of(y);
        float[][] at = tiled(a);
        float[][] bt = tiled(b);
        float[][] dt = tiled(d);
        new WorkerPool<>(loops).forEach(tasks(), (own, task) -> {
            int g = group(task);
            tiles(task, (position, length) -> own.combine(view, input, position, at[g], bt[g], dt[g], 0, length));
        });
    }

    private float[][] tiled(double[][] coefficients) {
        float[][] tiles = new float[groups][];
        for (int g = 0; g < groups; g++) {
            tiles[g] = cut.tiled(coefficients[g]);
        }
        return tiles;
    }
}
