package org.snn4j.data.simulate;

import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;

/**
 * An event sensor: turns what its pixels see over time into events.
 *
 * <ul>
 *   <li>Response. A luminance v in [0, 255] gives L(u) with u = background + v: L = ln u above {@code knee}, and the line u ln(knee)/knee below it.
 *   <li>Bandwidth. s follows L as a low-pass filter of first order, ds/dt = (L - s) 2 pi f with f = bandwidth (v + 20)/275: dark pixels are slow. Within a
 *       step L is that of the step's end; the solution of the equation at the end of the step is exact, in between s is taken as a line.
 *   <li>Events. d is the change of s since the last event of the pixel. The pixel sends an ON event when d reaches its ON threshold, an OFF event when
 *       it falls to minus its OFF threshold, at the time of the crossing in microseconds, rounded down; then d starts from 0.
 *   <li>Mismatch. The thresholds of a pixel are those of the sensor times exp(mismatch g), g normal, drawn once for ON and once for OFF; after each event
 *       they deviate anew by exp(jitter g).
 *   <li>Refractory time. A pixel that sent an event sends none for this time, times exp(refractoryMismatch g), g normal and drawn once per pixel.
 *       What changes meanwhile is lost or kept as {@link Refractory} says.
 *   <li>Leak. d rises by leak ON thresholds per second: a pixel that sees no change sends that many ON events per second.
 *   <li>Shot noise. Each pixel sends random events, ON or OFF alike, at the rate noise (1 - (1 - noiseOfWhite) v/255); such an event also sets d to 0.
 * </ul>
 *
 * <p>Where this differs from the published code of the sources: the background is ours; v2e has normal instead of log-normal thresholds, steps in time instead of
 * crossing times, scales the noise with the thresholds, and jitters the leak; ESIM (event_simulator.cpp) takes the logarithm of the whole range, draws thresholds anew at
 * each image and pixel instead of once per pixel, and has no bandwidth, leak or noise.
 *
 * <p>Thresholds and refractory times belong to the sensor, not to the recording. Immutable; may be used by several threads.
 */
@Reference(
        title =
                "Rebecq, Gehrig, Scaramuzza, ESIM: an Open Event Camera Simulator (2018); Hu, Liu, Delbruck, v2e: From Video Frames to"
                        + " Realistic DVS Events (2021)",
        link = "10.1109/CVPRW53098.2021.00144",
        equation =
                "lin_log, low_pass_filter, subtract_leak_current, generate_shot_noise of v2e; crossing times of ESIM",
        reconstruction = true)
public final class EventSimulator {
    /** What happens to a change of luminance during the refractory time. */
    public enum Refractory {
        /** It is lost: the pixel is held at d = 0. */
        LOST,
        /** It counts: d goes on, and an event may be due as soon as the pixel is ready. */
        KEPT
    }

    /**
     * @param on mean ON threshold, a difference of natural logarithms, &gt; 0
     * @param off mean OFF threshold, &gt; 0
     * @param mismatch standard deviation of ln(threshold) over the pixels
     * @param jitter standard deviation of ln(threshold) over the events of a pixel
     * @param background luminance of black, on the scale on which white is 255 brighter, &gt; 0
     * @param knee luminance below which the response is linear, 0 (never) or at least e; then {@code background} may be 0 as well
     * @param bandwidth cut-off of the low-pass filter at white, Hz; 0 for none
     * @param refractory mean refractory time, microseconds
     * @param refractoryMismatch standard deviation of its logarithm over the pixels
     * @param rule what happens to changes during the refractory time
     * @param leak ON events of a still pixel per second
     * @param noise shot noise of a black pixel, events per second
     * @param noiseOfWhite shot noise of a white pixel relative to a black one, in [0, 1]
     * @param rest how much pixels differ at the beginning: d is drawn uniformly from this part of the range between its thresholds, in [0, 1]
     */
    public record Config(
            double on,
            double off,
            double mismatch,
            double jitter,
            double background,
            double knee,
            double bandwidth,
            double refractory,
            double refractoryMismatch,
            Refractory rule,
            double leak,
            double noise,
            double noiseOfWhite,
            double rest) {
        public static final Config DEFAULTS =
                new Config(0.2, 0.2, 0.15, 0, 0, 20, 300, 1000, 0, Refractory.LOST, 0.1, 1, 0.25, 0);

        public Config {
            Check.greaterThan(on, 0, "on");
            Check.greaterThan(off, 0, "off");
            Check.atLeast(mismatch, 0, "mismatch");
            Check.atLeast(jitter, 0, "jitter");
            Check.atLeast(background, 0, "background");
            Check.atLeast(knee, 0, "knee");
            if (knee == 0) {
                Check.greaterThan(background, 0, "background without a knee");
            } else {
                Check.atLeast(knee, Math.E, "knee");
            }
            Check.atLeast(bandwidth, 0, "bandwidth");
            Check.atLeast(refractory, 0, "refractory");
            Check.atLeast(refractoryMismatch, 0, "refractory-mismatch");
            Check.notNull(rule, "rule");
            Check.atLeast(leak, 0, "leak");
            Check.atLeast(noise, 0, "noise");
            Check.inRange(noiseOfWhite, 0, 1, "noise-of-white");
            Check.inRange(rest, 0, 1, "rest");
        }

        /** Equal pixels with pure thresholds: no mismatch, jitter, limit of bandwidth, refractory time, leak or noise. */
        public static Config ideal(double on, double off, double background) {
            return new Config(on, off, 0, 0, background, 0, 0, 0, 0, Refractory.KEPT, 0, 0, 0, 0);
        }
    }

    private final Config config;
    private final int width;
    private final int height;
    private final float[] on;
    private final float[] off;
    private final float[] refractory;

    /**
     * @param width columns
     * @param height rows
     * @param random draws the differences between the pixels
     */
    public EventSimulator(Config config, int width, int height, RandomGenerator random) {
        this.config = config;
        this.width = Check.atLeast(width, 1, "width");
        this.height = Check.atLeast(height, 1, "height");
        on = pixels(config.on(), config.mismatch(), random);
        off = pixels(config.off(), config.mismatch(), random);
        refractory = pixels(config.refractory(), config.refractoryMismatch(), random);
    }

    private float[] pixels(double mean, double deviation, RandomGenerator random) {
        float[] values = new float[Math.multiplyExact(width, height)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean * Math.exp(deviation * random.nextGaussian()));
        }
        return values;
    }

    /** Columns. */
    public int width() {
        return width;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /**
     * The events of a scene as large as the sensor, from time 0; the pixels have seen the first sample long enough to have settled.
     *
     * @param random draws jitter, noise and the initial state
     * @return events by time, then row, column and polarity
     */
    public EventStream simulate(Scene scene, RandomGenerator random) {
        if (scene.width() != width || scene.height() != height) {
            throw new IllegalArgumentException("scene is " + scene.width() + "x" + scene.height() + ", must be " + width
                    + "x" + height + " as the sensor is");
        }
        return new PixelArray(config, width, on, off, refractory, random).record(scene);
    }
}
