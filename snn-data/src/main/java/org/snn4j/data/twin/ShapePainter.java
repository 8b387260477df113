package org.snn4j.data.twin;

import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.data.image.Picture;

/**
 * Paints one simple shape per class: a disc with as many waves on its rim as its class says, full or hollow, in the colour of the class, on a grey ground; place, size,
 * turn, colour and ground vary from picture to picture.
 */
final class ShapePainter {
    private static final int CHANNELS = 3;
    private static final int WAVES = 6;
    private static final double FULL = 255;
    private static final double GOLDEN = 0.618034;

    private final int side;

    /** @param side rows and columns of a picture, at least 8 */
    ShapePainter(int side) {
        this.side = Check.atLeast(side, 8, "side");
    }

    /** A new colour picture of a class. */
    Picture paint(int label, RandomGenerator random) {
        double radius = side * (0.3 + 0.06 * random.nextDouble());
        double x = side / 2.0 + side * 0.1 * (random.nextDouble() - 0.5);
        double y = side / 2.0 + side * 0.1 * (random.nextDouble() - 0.5);
        double turn = 0.3 * (random.nextDouble() - 0.5);
        double ground = 40 + 30 * random.nextDouble();
        double[] colour = colour(label, random);
        byte[] pixels = new byte[side * side * CHANNELS];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double covered = covered(label, column - x, row - y, radius, turn);
                for (int c = 0; c < CHANNELS; c++) {
                    pixels[(row * side + column) * CHANNELS + c] =
                            (byte) Math.round(ground + covered * (colour[c] - ground));
                }
            }
        }
        return new Picture(side, side, CHANNELS, pixels);
    }

    /** A black drawing of the rim on white, in grey values: what a character is. */
    Picture draw(int label, RandomGenerator random) {
        Picture painted = paint(2 * WAVES * (label / WAVES) + WAVES + label % WAVES, random);
        byte[] pixels = new byte[side * side];
        for (int i = 0; i < pixels.length; i++) {
            int row = i / side;
            int column = i % side;
            double brightest = Math.max(
                    painted.value(row, column, 0),
                    Math.max(painted.value(row, column, 1), painted.value(row, column, 2)));
            pixels[i] = (byte) (brightest > FULL / 2 ? 0 : 255);
        }
        return new Picture(side, side, 1, pixels);
    }

    /** Part of a pixel that the shape covers, in [0, 1]. */
    private static double covered(int label, double dx, double dy, double radius, double turn) {
        int waves = 2 + label % WAVES;
        boolean hollow = label / WAVES % 2 == 1;
        double stretch = 1 + 0.15 * (label / (2 * WAVES) % 3);
        double distance = Math.hypot(dx / stretch, dy * stretch);
        double angle = Math.atan2(dy, dx) + turn;
        double rim = radius * (0.85 + 0.25 * Math.cos(waves * angle));
        double outside = clamp(rim - distance + 0.5);
        return hollow ? outside * (1 - clamp(0.55 * rim - distance + 0.5)) : outside;
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** Hues of classes that follow each other lie far apart. */
    private static double[] colour(int label, RandomGenerator random) {
        double hue = label * GOLDEN % 1 * 6 + 0.3 * (random.nextDouble() - 0.5);
        double light = 0.75 + 0.25 * random.nextDouble();
        double[] colour = new double[CHANNELS];
        for (int c = 0; c < CHANNELS; c++) {
            double away = Math.abs((hue + 6 - 2 * c) % 6);
            double part = clamp(2 - Math.min(away, 6 - away));
            colour[c] = FULL * light * (0.25 + 0.75 * part);
        }
        return colour;
    }
}
