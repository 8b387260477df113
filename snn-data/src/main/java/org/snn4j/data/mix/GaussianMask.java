package org.snn4j.data.mix;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.snn4j.data.FrameShape;

/**
 * The densest part of a random mixture of Gaussians over time, rows and columns.
 *
 * <p>Weights uniform in [0, 1); for each component a middle uniform over the grid and per axis a deviation max(u, 0.1)*length/2, u uniform. Of
 * the sorted densities the limit is the one in place (int)(size*outside) - 1; true where the density is above it. Where that place is -1 (nearly
 * all is to be true) the limit is the largest density, as in the source, and nothing is true.
 */
public final class GaussianMask {
    private static final double NARROWEST = 0.1;

    private GaussianMask() {}

    /**
     * Draws a mask.
     *
     * @param shape whose steps, rows and columns are covered
     * @param components Gaussians, at least 1
     * @param outside part that is to be false, in [0, 1]
     * @return [T, H, W], true in the densest part
     */
    public static boolean[] draw(FrameShape shape, int components, double outside, RandomGenerator random) {
        double[] weights = new double[components];
        for (int i = 0; i < components; i++) {
            weights[i] = random.nextDouble();
        }
        float[] density = new float[shape.steps() * shape.height() * shape.width()];
        for (double weight : weights) {
            add(density, shape, weight, random);
        }
        float[] sorted = density.clone();
        Arrays.sort(sorted);
        int place = (int) (sorted.length * outside) - 1;
        float limit = sorted[place < 0 ? sorted.length - 1 : place];
        boolean[] mask = new boolean[density.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = density[i] > limit;
        }
        return mask;
    }

    private static void add(float[] density, FrameShape shape, double weight, RandomGenerator random) {
        int middleT = random.nextInt(shape.steps());
        int middleY = random.nextInt(shape.height());
        int middleX = random.nextInt(shape.width());
        double[] t = squares(shape.steps(), middleT, random);
        double[] y = squares(shape.height(), middleY, random);
        double[] x = squares(shape.width(), middleX, random);
        int i = 0;
        for (double dt : t) {
            for (double dy : y) {
                for (double dx : x) {
                    density[i++] += (float) (weight * Math.exp(-(dt + dy + dx) / 2));
                }
            }
        }
    }

    /** Squared distance from the middle in deviations, at each place of an axis. */
    private static double[] squares(int length, int middle, RandomGenerator random) {
        double deviation = Math.max(random.nextDouble(), NARROWEST) * length / 2;
        double[] squares = new double[length];
        for (int i = 0; i < length; i++) {
            squares[i] = (i - middle) * (i - middle) / (deviation * deviation);
        }
        return squares;
    }
}
