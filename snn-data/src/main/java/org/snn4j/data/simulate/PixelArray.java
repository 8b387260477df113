package org.snn4j.data.simulate;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;

/** State of all pixels of an {@link EventSimulator} during one recording, and what they sent; for one thread. */
final class PixelArray {
    private static final double SECOND = 1e6;
    private static final double WHITE = 255;
    /** Added to the luminance for the speed of a pixel, so that black has one too; the sum for white is the unit (v2e). */
    private static final double SPEED_OF_BLACK = 20;

    private static final int PLACE_BITS = 15;
    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;
    private static final long LAST_TIME = 1L << 32;

    private final EventSimulator.Config config;
    private final int width;
    private final float[] on;
    private final float[] off;
    private final float[] refractory;
    private final RandomGenerator random;
    /** Thresholds until the next event: those of the pixel unless they jitter. */
    private final float[] nextOn;

    private final float[] nextOff;
    private final float[] level;
    private final float[] filtered;
    private final float[] difference;
    private final double[] readyAt;
    /** What was computed last for a pixel, and from which luminance: most pixels see the same for long. */
    private final float[] seen;

    private final float[] gain;
    private final boolean[] noisy;
    private double[] noiseTimes = new double[16];
    private int[] noisePixels = new int[16];
    private int noises;
    private double nextNoise;
    private long[] sent = new long[1 << 12];
    private int count;

    PixelArray(
            EventSimulator.Config config,
            int width,
            float[] on,
            float[] off,
            float[] refractory,
            RandomGenerator random) {
        this.config = config;
        this.width = width;
        this.on = on;
        this.off = off;
        this.refractory = refractory;
        this.random = random;
        nextOn = config.jitter() > 0 ? on.clone() : on;
        nextOff = config.jitter() > 0 ? off.clone() : off;
        level = new float[on.length];
        filtered = new float[on.length];
        difference = new float[on.length];
        readyAt = new double[on.length];
        seen = new float[on.length];
        gain = new float[on.length];
        noisy = new boolean[on.length];
    }

    EventStream record(Scene scene) {
        long end = scene.time(scene.samples() - 1);
        if (end >= LAST_TIME) {
            throw new IllegalArgumentException("scene lasts " + end + " us, must be less than 2^32");
        }
        float[] luminance = new float[on.length];
        scene.look(0, luminance);
        settle(luminance);
        nextNoise = noiseInterval();
        long before = 0;
        for (int sample = 0; sample < scene.samples(); sample++) {
            scene.look(sample, luminance);
            long start = scene.time(Math.max(0, sample - 1));
            long now = scene.time(sample);
            if (now - start != before) {
                Arrays.fill(seen, Float.NaN);
                before = now - start;
            }
            if (sample > 0) {
                step(luminance, start, now);
            }
        }
        return toStream(scene.width(), scene.height());
    }

    private void settle(float[] luminance) {
        for (int i = 0; i < filtered.length; i++) {
            filtered[i] = response(luminance[i]);
            jitter(i);
            if (config.rest() > 0) {
                double range = nextOn[i] + nextOff[i];
                difference[i] = (float) (config.rest() * (random.nextDouble() * range - nextOff[i]));
            }
        }
        Arrays.fill(seen, Float.NaN);
    }

    private float response(float luminance) {
        double u = config.background() + Math.max(0, luminance);
        return (float) (u < config.knee() ? u * Math.log(config.knee()) / config.knee() : Math.log(u));
    }

    /** Part of the way to its level that the filtered signal of a pixel goes in a step. */
    private float gain(float luminance, double microseconds) {
        if (config.bandwidth() == 0) {
            return 1;
        }
        double speed = (luminance + SPEED_OF_BLACK) / (WHITE + SPEED_OF_BLACK);
        return (float) -Math.expm1(-2 * Math.PI * config.bandwidth() * speed * microseconds / SECOND);
    }

    private void step(float[] luminance, double start, double end) {
        float leak = (float) (config.leak() * (end - start) / SECOND);
        drawNoise(luminance, end);
        for (int i = 0; i < luminance.length; i++) {
            if (luminance[i] != seen[i]) {
                seen[i] = luminance[i];
                level[i] = response(luminance[i]);
                gain[i] = gain(luminance[i], end - start);
            }
            float change = gain[i] * (level[i] - filtered[i]);
            filtered[i] += change;
            change += leak * on[i];
            if (noisy[i]) {
                followNoise(i, start, end, change);
            } else if (change != 0 || difference[i] >= nextOn[i] || difference[i] <= -nextOff[i]) {
                float sum = difference[i] + change;
                if (sum < nextOn[i] && sum > -nextOff[i] && readyAt[i] <= start) {
                    difference[i] = sum;
                } else {
                    follow(i, start, end, change / (end - start));
                }
            }
        }
        for (int i = 0; i < noises; i++) {
            noisy[noisePixels[i]] = false;
        }
        noises = 0;
    }

    /** Lets the difference of a pixel go along a line for a while, and sends what is due. */
    private void follow(int pixel, double start, double end, double slope) {
        double time = start;
        double value = difference[pixel];
        while (true) {
            if (readyAt[pixel] > time) {
                double ready = Math.min(end, readyAt[pixel]);
                value = config.rule() == EventSimulator.Refractory.LOST ? 0 : value + slope * (ready - time);
                time = ready;
            }
            double target = value + slope * (end - time);
            boolean rising = value >= nextOn[pixel] || target >= nextOn[pixel] && value > -nextOff[pixel];
            double threshold = rising ? nextOn[pixel] : -nextOff[pixel];
            boolean due = rising ? value >= threshold : value <= threshold;
            double crossing = due ? time : time + (threshold - value) / slope;
            boolean reached = due || (rising ? target >= threshold : target <= threshold);
            if (!reached || crossing >= end) {
                difference[pixel] = (float) target;
                return;
            }
            value = due ? value - threshold : 0;
            time = crossing;
            send(pixel, rising, time);
        }
    }

    private void followNoise(int pixel, double start, double end, float change) {
        double slope = change / (end - start);
        double time = start;
        for (int i = 0; i < noises; i++) {
            if (noisePixels[i] == pixel) {
                follow(pixel, time, noiseTimes[i], slope);
                time = noiseTimes[i];
                if (readyAt[pixel] <= time) {
                    difference[pixel] = 0;
                    send(pixel, random.nextBoolean(), time);
                }
            }
        }
        follow(pixel, time, end, slope);
    }

    /** Time until the next random event of any pixel if all were black. */
    private double noiseInterval() {
        return config.noise() == 0
                ? Double.POSITIVE_INFINITY
                : random.nextExponential() * SECOND / (config.noise() * on.length);
    }

    private void drawNoise(float[] luminance, double end) {
        while (nextNoise < end) {
            int pixel = random.nextInt(on.length);
            double rate = 1 - (1 - config.noiseOfWhite()) * Math.min(1, luminance[pixel] / WHITE);
            if (random.nextDouble() < rate) {
                if (noises == noiseTimes.length) {
                    noiseTimes = Arrays.copyOf(noiseTimes, 2 * noises);
                    noisePixels = Arrays.copyOf(noisePixels, 2 * noises);
                }
                noiseTimes[noises] = nextNoise;
                noisePixels[noises++] = pixel;
                noisy[pixel] = true;
            }
            nextNoise += noiseInterval();
        }
    }

    private void jitter(int pixel) {
        if (config.jitter() > 0) {
            nextOn[pixel] = (float) (on[pixel] * Math.exp(config.jitter() * random.nextGaussian()));
            nextOff[pixel] = (float) (off[pixel] * Math.exp(config.jitter() * random.nextGaussian()));
        }
    }

    /** Keeps an event as a number that sorts, unsigned, by time, row, column, polarity. */
    private void send(int pixel, boolean rising, double time) {
        if (count == sent.length) {
            sent = Arrays.copyOf(sent, 2 * count);
        }
        long place = (long) (pixel / width) << PLACE_BITS | pixel % width;
        sent[count++] = (((long) time << 2 * PLACE_BITS | place) << 1 | (rising ? 1 : 0)) ^ Long.MIN_VALUE;
        readyAt[pixel] = time + refractory[pixel];
        jitter(pixel);
    }

    private EventStream toStream(int width, int height) {
        Arrays.sort(sent, 0, count);
        EventColumns columns = new EventColumns(count);
        for (int i = 0; i < count; i++) {
            long event = sent[i] ^ Long.MIN_VALUE;
            columns.add(
                    (int) (event >>> 1) & PLACE_MASK,
                    (int) (event >>> 1 + PLACE_BITS) & PLACE_MASK,
                    (int) event & 1,
                    event >>> 1 + 2 * PLACE_BITS);
        }
        return columns.toStream(width, height);
    }
}
