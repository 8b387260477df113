package org.snn4j.data.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.data.image.Picture;

/**
 * Draws digits as people write them: one of several ways, bent, slanted, turned, stretched and moved at random, with a pen of random width.
 *
 * <p>A stroke is a Catmull-Rom curve through its jittered control points; a pixel's value is 255 times the part of it that the pen covers, taken from
 * the distance of its centre to the curve.
 */
public final class DigitPainter {
    /** Rows and columns of a picture, as MNIST has. */
    public static final int SIDE = 28;

    /** Number of digits. */
    public static final int CLASSES = DigitShapes.CLASSES;

    private static final int POINTS_PER_SPAN = 8;
    private static final double FULL = 255;

    /**
     * How much digits differ; moves and widths in pixels of the picture.
     *
     * @param size height of an average digit
     * @param jitter standard deviation of a control point's move, as a fraction of the size
     * @param slant largest shear, columns per row
     * @param turn largest rotation, degrees
     * @param stretch largest relative change of height and of width, in [0, 1)
     * @param shift largest move along each axis
     * @param thinnest smallest pen width
     * @param thickest largest pen width
     */
    public record Settings(
            double size,
            double jitter,
            double slant,
            double turn,
            double stretch,
            double shift,
            double thinnest,
            double thickest) {
        public static final Settings DEFAULTS = new Settings(19, 0.045, 0.35, 12, 0.2, 2, 1.4, 3.4);

        public Settings {
            Check.inRange(size, 1, SIDE, "size");
            Check.atLeast(jitter, 0, "jitter");
            Check.atLeast(slant, 0, "slant");
            Check.inRange(turn, 0, 45, "turn");
            Check.inRange(stretch, 0, 0.9, "stretch");
            Check.inRange(shift, 0, SIDE / 2.0, "shift");
            Check.greaterThan(thinnest, 0, "thinnest");
            Check.atLeast(thickest, thinnest, "thickest");
        }
    }

    private final Settings settings;

    public DigitPainter(Settings settings) {
        this.settings = settings;
    }

    /** A new grey picture of a digit in [0, 9], white on black. */
    public Picture paint(int digit, RandomGenerator random) {
        List<double[][][]> ways = DigitShapes.of(digit);
        double[][][] way = ways.get(random.nextInt(ways.size()));
        double[] place = placement(random);
        double radius = between(random, settings.thinnest(), settings.thickest()) / 2;
        double[] nearest = new double[SIDE * SIDE];
        Arrays.fill(nearest, Double.MAX_VALUE);
        for (double[][] stroke : way) {
            drawi(nearest, curve(placed(stroke, place, random)), radius + 1);
        }
        byte[] pixels = new byte[nearest.length];
        for (int i = 0; i < pixels.length; i++) {
            double covered = Math.max(0, Math.min(1, radius + 0.5 - Math.sqrt(nearest[i])));
            pixels[i] = (byte) Math.round(FULL * covered);
        }
        return new Picture(SIDE, SIDE, 1, pixels);
    }

    /** The affine map from the unit square to the picture: a, b, c, d, e, f of x' = a x + b y + c, y' = d x + e y + f. */
    private double[] placement(RandomGenerator random) {
        double angle = Math.toRadians(symmetric(random, settings.turn()));
        double slant = symmetric(random, settings.slant());
        double height = settings.size() * (1 + symmetric(random, settings.stretch()));
        double width = settings.size() * (1 + symmetric(random, settings.stretch()));
        double a = width * Math.cos(angle);
        double b = height * (-slant * Math.cos(angle) - Math.sin(angle));
        double d = width * Math.sin(angle);
        double e = height * (-slant * Math.sin(angle) + Math.cos(angle));
        double middle = (SIDE - 1) / 2.0;
        double c = middle + symmetric(random, settings.shift()) - (a + b) / 2;
        double f = middle + symmetric(random, settings.shift()) - (d + e) / 2;
        return new double[] {a, b, c, d, e, f};
    }

    private double[][] placed(double[][] stroke, double[] map, RandomGenerator random) {
        double[][] points = new double[stroke.length][];
        for (int i = 0; i < stroke.length; i++) {
            boolean corner = i > 0 && stroke[i][0] == stroke[i - 1][0] && stroke[i][1] == stroke[i - 1][1];
            if (corner) {
                points[i] = points[i - 1];
                continue;
            }
            double x = stroke[i][0] + settings.jitter() * random.nextGaussian();
            double y = stroke[i][1] + settings.jitter() * random.nextGaussian();
            points[i] = new double[] {map[0] * x + map[1] * y + map[2], map[3] * x + map[4] * y + map[5]};
        }
        return points;
    }

    private static double[][] curve(double[][] points) {
        int spans = points.length - 1;
        double[][] curve = new double[spans * POINTS_PER_SPAN + 1][];
        for (int span = 0; span < spans; span++) {
            double[] before = points[Math.max(span - 1, 0)];
            double[] after = points[Math.min(span + 2, spans)];
            for (int i = 0; i < POINTS_PER_SPAN; i++) {
                double u = i / (double) POINTS_PER_SPAN;
                curve[span * POINTS_PER_SPAN + i] = new double[] {
                    catmullRom(before[0], points[span][0], points[span + 1][0], after[0], u),
                    catmullRom(before[1], points[span][1], points[span + 1][1], after[1], u)
                };
            }
        }
        curve[curve.length - 1] = points[spans];
        return curve;
    }

    private static double catmullRom(double p0, double p1, double p2, double p3, double u) {
        return p1 + 0.5 * u * (p2 - p0 + u * (2 * p0 - 5 * p1 + 4 * p2 - p3 + u * (3 * (p1 - p2) + p3 - p0)));
    }

    /** Lowers each pixel's squared distance to the curve, where it is within {@code reach} of a piece. */
    private static void drawi(double[] nearest, double[][] curve, double reach) {
        for (int i = 1; i < curve.length; i++) {
            double[] from = curve[i - 1];
            double[] to = curve[i];
            int top = Math.max(0, (int) Math.ceil(Math.min(from[1], to[1]) - reach));
            int bottom = Math.min(SIDE - 1, (int) Math.floor(Math.max(from[1], to[1]) + reach));
            int left = Math.max(0, (int) Math.ceil(Math.min(from[0], to[0]) - reach));
            int right = Math.min(SIDE - 1, (int) Math.floor(Math.max(from[0], to[0]) + reach));
            for (int y = top; y <= bottom; y++) {
                for (int x = left; x <= right; x++) {
                    nearest[y * SIDE + x] = Math.min(nearest[y * SIDE + x], squaredDistance(x, y, from, to));
                }
            }
        }
    }

    private static double squaredDistance(double x, double y, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - from[0]) * dx + (y - from[1]) * dy) / length));
        double ex = x - from[0] - along * dx;
        double ey = y - from[1] - along * dy;
        return ex * ex + ey * ey;
    }

    private static double symmetric(RandomGenerator random, double limit) {
        return limit * (2 * random.nextDouble() - 1);
    }

    private static double between(RandomGenerator random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
