package org.snn4j.data.simulate;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.image.Picture;

/**
 * A simulated event sensor that looks at a picture through three saccades along a triangle, as the recordings of N-MNIST were made.
 *
 * <p>A pixel remembers the logarithm of the luminance, L = ln(dark + value/255), of its last event; it sends an ON (OFF) event when L has risen
 * (fallen) by its threshold. Thresholds differ from pixel to pixel and belong to the sensor, not to the recording. After an event a pixel is silent
 * for the refractory time. Background events come at random from any pixel. The eye starts and ends each saccade gently (minimum jerk).
 */
public final class SaccadeSensor {
    /** Rows and columns, as N-MNIST has. */
    public static final int SIDE = 34;

    /** Steps of the simulation; within a step the luminance changes linearly. */
    private static final int STEP = 1000;

    private static final int LEGS = 3;
    private static final double MICROSECONDS = 1e6;
    private static final double FULL = 255;

    /** Corners of the path in units of the travel: right up, right down, back left. */
    private static final double[][] CORNERS = {{-0.5, 0.35}, {0, -0.55}, {0.5, 0.35}, {-0.5, 0.35}};

    /** Bits of a coordinate in a sortable event. */
    private static final int BITS = 8;

    /**
     * What the sensor is like.
     *
     * @param threshold mean threshold of the change of L, &gt; 0
     * @param mismatch standard deviation of ln(threshold) over pixels and polarities
     * @param refractory microseconds without a second event of a pixel
     * @param noise background events per pixel and second
     * @param dark luminance of black, of which white is {@code 1 + dark}, &gt; 0
     * @param travel longest side of the triangle, pixels of the sensor
     * @param wander largest move of the whole path along each axis, pixels of the sensor
     * @param saccade microseconds of each of the three saccades
     */
    public record Settings(
            double threshold,
            double mismatch,
            int refractory,
            double noise,
            double dark,
            double travel,
            double wander,
            int saccade) {
        public static final Settings DEFAULTS = new Settings(0.4, 0.25, 1000, 1.0, 0.15, 5, 0.5, 100_000);

        public Settings {
            Check.greaterThan(threshold, 0, "threshold");
            Check.atLeast(mismatch, 0, "mismatch");
            Check.atLeast(refractory, 0, "refractory");
            Check.atLeast(noise, 0, "noise");
            Check.greaterThan(dark, 0, "dark");
            Check.inRange(travel, 0, SIDE, "travel");
            Check.inRange(wander, 0, SIDE, "wander");
            Check.inRange(saccade, STEP, 1_000_000, "saccade");
        }
    }

    private final Settings settings;
    private final double[] rise;
    private final double[] fall;

    /** @param random draws the thresholds of this sensor's pixels */
    public SaccadeSensor(Settings settings, RandomGenerator random) {
        this.settings = settings;
        rise = thresholds(settings, random);
        fall = thresholds(settings, random);
    }

    private static double[] thresholds(Settings settings, RandomGenerator random) {
        double[] thresholds = new double[SIDE * SIDE];
        Arrays.setAll(thresholds, i -> settings.threshold() * Math.exp(settings.mismatch() * random.nextGaussian()));
        return thresholds;
    }

    /** A recording of a grey picture, stretched to the sensor; {@code random} draws the place of the path and the background events. */
    public EventStream record(Picture picture, RandomGenerator random) {
        if (picture.channels() != 1) {
            throw new IllegalArgumentException("channels is " + picture.channels() + ", must be 1");
        }
        double startX = settings.wander() * (2 * random.nextDouble() - 1);
        double startY = settings.wander() * (2 * random.nextDouble() - 1);
        Pixels pixels = new Pixels();
        View view = new View(picture);
        view.lookAt(startX + settings.travel() * CORNERS[0][0], startY + settings.travel() * CORNERS[0][1], pixels.now);
        System.arraycopy(pixels.now, 0, pixels.reference, 0, pixels.now.length);
        for (int start = 0; start < LEGS * settings.saccade(); start += STEP) {
            pixels.turn();
            double[] eye = eye(start + STEP);
            view.lookAt(startX + eye[0], startY + eye[1], pixels.now);
            pixels.step(start);
        }
        addNoise(pixels, random);
        return pixels.toStream();
    }

    /** Place of the eye on its path, pixels of the sensor. */
    private double[] eye(int microseconds) {
        int leg = Math.min(microseconds / settings.saccade(), LEGS - 1);
        double u = Math.min(1, (microseconds - leg * (double) settings.saccade()) / settings.saccade());
        double way = u * u * u * (10 + u * (6 * u - 15));
        double[] from = CORNERS[leg];
        double[] to = CORNERS[leg + 1];
        return new double[] {
            settings.travel() * (from[0] + way * (to[0] - from[0])),
            settings.travel() * (from[1] + way * (to[1] - from[1]))
        };
    }

    private void addNoise(Pixels pixels, RandomGenerator random) {
        int duration = LEGS * settings.saccade();
        double mean = settings.noise() * SIDE * SIDE * duration / MICROSECONDS;
        double time = mean == 0 ? duration : duration * random.nextExponential() / mean;
        while (time < duration) {
            pixels.send(random.nextInt(SIDE * SIDE), random.nextInt(2), (int) time);
            time += duration * random.nextExponential() / mean;
        }
    }

    /** The picture as the moved sensor sees it, bilinear in the logarithm; black around it. */
    private final class View {
        private final double rows;
        private final double columns;
        private final int paddedWidth;
        private final int margin;
        private final double[] padded;
        private final int[] left = new int[SIDE];
        private final double[] right = new double[SIDE];

        View(Picture picture) {
            rows = picture.height() / (double) SIDE;
            columns = picture.width() / (double) SIDE;
            margin = 2 + (int) Math.ceil((settings.travel() + settings.wander()) * Math.max(rows, columns));
            paddedWidth = picture.width() + 2 * margin;
            padded = new double[(picture.height() + 2 * margin) * paddedWidth];
            Arrays.fill(padded, Math.log(settings.dark()));
            for (int y = 0; y < picture.height(); y++) {
                for (int x = 0; x < picture.width(); x++) {
                    padded[(y + margin) * paddedWidth + x + margin] =
                            Math.log(settings.dark() + picture.value(y, x, 0) / FULL);
                }
            }
        }

        void lookAt(double eyeX, double eyeY, double[] target) {
            for (int x = 0; x < SIDE; x++) {
                double column = (x + 0.5 + eyeX) * columns - 0.5 + margin;
                left[x] = (int) column;
                right[x] = column - left[x];
            }
            for (int y = 0; y < SIDE; y++) {
                double row = (y + 0.5 + eyeY) * rows - 0.5 + margin;
                int top = (int) row * paddedWidth;
                double low = row - (int) row;
                for (int x = 0; x < SIDE; x++) {
                    int i = top + left[x];
                    double above = padded[i] + right[x] * (padded[i + 1] - padded[i]);
                    int j = i + paddedWidth;
                    double below = padded[j] + right[x] * (padded[j + 1] - padded[j]);
                    target[y * SIDE + x] = above + low * (below - above);
                }
            }
        }
    }

    /** State of all pixels during one recording, and what they sent. */
    private final class Pixels {
        private final double[] reference = new double[SIDE * SIDE];
        private double[] before = new double[SIDE * SIDE];
        private double[] now = new double[SIDE * SIDE];
        private final double[] readyAt = new double[SIDE * SIDE];
        private long[] sent = new long[1 << 12];
        private int count;

        /** What was seen last becomes what was seen before; {@code now} is to be filled anew. */
        void turn() {
            double[] free = before;
            before = now;
            now = free;
        }

        /** Lets the luminance go from {@code before} to {@code now} in one step. */
        void step(int start) {
            for (int i = 0; i < now.length; i++) {
                if (now[i] != reference[i]) {
                    follow(i, start);
                }
            }
        }

        private void follow(int pixel, int start) {
            double change = now[pixel] - before[pixel];
            while (true) {
                boolean rising = now[pixel] > reference[pixel];
                double level = rising ? reference[pixel] + rise[pixel] : reference[pixel] - fall[pixel];
                if (rising ? now[pixel] < level : now[pixel] > level) {
                    return;
                }
                double crossed = change == 0 ? 0 : Math.max(0, Math.min(1, (level - before[pixel]) / change));
                double time = Math.max(start + STEP * crossed, readyAt[pixel]);
                if (time >= start + STEP) {
                    return;
                }
                send(pixel, rising ? 1 : 0, (int) time);
                reference[pixel] = level;
                readyAt[pixel] = time + settings.refractory();
            }
        }

        /** Keeps an event as a number that sorts by time, row, column, polarity. */
        void send(int pixel, int polarity, int microseconds) {
            if (count == sent.length) {
                sent = Arrays.copyOf(sent, 2 * count);
            }
            long place = (long) (pixel / SIDE) << BITS | pixel % SIDE;
            sent[count++] = ((long) microseconds << 2 * BITS | place) << 1 | polarity;
        }

        EventStream toStream() {
            Arrays.sort(sent, 0, count);
            EventColumns columns = new EventColumns(count);
            int mask = (1 << BITS) - 1;
            for (int i = 0; i < count; i++) {
                long event = sent[i];
                columns.add(
                        (int) (event >> 1) & mask,
                        (int) (event >> 1 + BITS) & mask,
                        (int) event & 1,
                        event >> 1 + 2 * BITS);
            }
            return columns.toStream(SIDE, SIDE);
        }
    }
}
