package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Passes over a channels-last array with coefficients or sums per channel and group of rows. */
final class ChannelPasses {
    private static final int TARGET_LENGTH = 2048;

    private final HeapView view;
    private final int rows;
    private final int rowLength;
    private final int channels;
    private final int blockLength;

    private ChannelPasses(INDArray array) {
        this.view = HeapView.of(array);
        this.rows = Math.toIntExact(array.size(0));
        this.rowLength = Math.toIntExact(array.length() / rows);
        this.channels = Math.toIntExact(array.size(-1));
        this.blockLength = Math.min(rowLength, channels * Math.max(1, TARGET_LENGTH / channels));
    }

    static Moments moments(INDArray array, int groups) {
        ChannelPasses passes = new ChannelPasses(array);
        double[][] sums = new double[passes.rows][];
        double[][] squares = new double[passes.rows][];
        Parallel.forEach(passes.rows, row -> {
            sums[row] = new double[passes.channels];
            squares[row] = new double[passes.channels];
            passes.sumRow(row, sums[row], squares[row]);
        });
        return passes.moments(sums, squares, groups);
    }

    /** In double: E[x^2] - E[x]^2 cancels where the mean is far larger than the deviation. */
    private void sumRow(int row, double[] sum, double[] square) {
        float[] values = new float[blockLength];
        double[] blockSum = new double[blockLength];
        double[] blockSquare = new double[blockLength];
        for (int start = 0; start < rowLength; start += blockLength) {
            int length = Math.min(blockLength, rowLength - start);
            view.read(row * rowLength + start, values, 0, length);
            for (int i = 0; i < length; i++) {
                double value = values[i];
                blockSum[i] += value;
                blockSquare[i] += value * value;
            }
        }
        for (int i = 0, c = 0; i < blockLength; i++) {
            sum[c] += blockSum[i];
            square[c] += blockSquare[i];
            c = c + 1 == channels ? 0 : c + 1;
        }
    }

    private Moments moments(double[][] sums, double[][] squares, int groups) {
        int rowsPerGroup = rows / groups;
        long count = (long) rowsPerGroup * rowLength / channels;
        double[][] mean = new double[groups][channels];
        double[][] variance = new double[groups][channels];
        for (int row = 0; row < rows; row++) {
            int g = row / rowsPerGroup;
            for (int c = 0; c < channels; c++) {
                mean[g][c] += sums[row][c];
                variance[g][c] += squares[row][c];
            }
        }
        for (int g = 0; g < groups; g++) {
            for (int c = 0; c < channels; c++) {
                mean[g][c] /= count;
                variance[g][c] = Math.max(0, variance[g][c] / count - mean[g][c] * mean[g][c]);
            }
        }
        return new Moments(mean, variance, count);
    }

    static void combinei(INDArray dz, INDArray y, double[][] a, double[][] b, double[][] d) {
        ChannelPasses passes = new ChannelPasses(dz);
        HeapView input = HeapView.of(y);
        float[][] af = passes.tiles(a);
        float[][] bf = passes.tiles(b);
        float[][] df = passes.tiles(d);
        int rowsPerGroup = passes.rows / a.length;
        Parallel.forEach(passes.rows, row -> {
            int g = row / rowsPerGroup;
            passes.combineRow(row, input, af[g], bf[g], df[g]);
        });
    }

    private float[][] tiles(double[][] coefficients) {
        float[][] tiles = new float[coefficients.length][blockLength];
        for (int g = 0; g < tiles.length; g++) {
            for (int i = 0; i < blockLength; i++) {
                tiles[g][i] = (float) coefficients[g][i % channels];
            }
        }
        return tiles;
    }

    private void combineRow(int row, HeapView y, float[] a, float[] b, float[] d) {
        float[] gradient = new float[blockLength];
        float[] value = new float[blockLength];
        for (int start = 0; start < rowLength; start += blockLength) {
            int length = Math.min(blockLength, rowLength - start);
            int position = row * rowLength + start;
            view.read(position, gradient, 0, length);
            y.read(position, value, 0, length);
            for (int i = 0; i < length; i++) {
                gradient[i] = a[i] * gradient[i] + b[i] * value[i] + d[i];
            }
            view.write(position, gradient, 0, length);
        }
    }
}
