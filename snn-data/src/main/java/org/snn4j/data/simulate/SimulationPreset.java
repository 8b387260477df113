package org.snn4j.data.simulate;

import java.util.List;
import java.util.stream.Collectors;
import org.snn4j.core.Check;
import org.snn4j.core.Seeds;
import org.snn4j.data.simulate.EventSimulator.Refractory;

/**
 * A sensor, a motion and a view that belong together, under a name.
 *
 * @param name kebab-case
 * @param sensor what the pixels are like
 * @param motion how pictures move
 * @param view how the sensor sees them
 * @param origin how the numbers were found
 */
public record SimulationPreset(
        String name, EventSimulator.Config sensor, Saccades.Config motion, View view, String origin) {
    /** Rows and columns of the recordings of N-MNIST. */
    private static final int N_MNIST_SIDE = 34;

    /**
     * MNIST digits as N-MNIST shows them: fitted to recordings by {@code SimulatorCalibration} of the benchmarks; how well it fits is in
     * docs/results/simulator-calibration.md.
     *
     * <p>The digits are dark on bright. Bright digits on black, moving as the recordings do, send the opposite polarities; with the polarities exchanged the fit
     * remains worse (both are in the report). Whether the screen showed negatives is not known.
     */
    public static final SimulationPreset N_MNIST_CALIBRATED = new SimulationPreset(
            "n-mnist-calibrated",
            new EventSimulator.Config(
                    0.2274,
                    0.2513,
                    0.206,
                    0.0914,
                    33.7,
                    0,
                    376,
                    829,
                    0.168,
                    Refractory.LOST,
                    0.275,
                    0.637,
                    0.25,
                    0.455),
            new Saccades.Config(
                    List.of(
                            new Saccades.Leg(2_209, 85_920, 0, 5.185),
                            new Saccades.Leg(110_100, 80_560, 0, -6.02),
                            new Saccades.Leg(40_640, 51_580, 3.089, 0),
                            new Saccades.Leg(62_800, 42_840, 0.032, 0),
                            new Saccades.Leg(120_300, 25_580, 1.767, 0),
                            new Saccades.Leg(146_000, 34_470, 1.634, 0),
                            new Saccades.Leg(192_900, 38_900, 0.526, 0),
                            new Saccades.Leg(224_600, 53_370, -6.609, 0)),
                    315_000,
                    Ease.COSINE,
                    -3.337,
                    -1.252,
                    0.178,
                    3_602),
            new View(N_MNIST_SIDE, N_MNIST_SIDE, 1.017, 0.551, 255, true, View.STEP),
            "first seeded search, on 40 of the training recordings of N-MNIST and the MNIST pictures they show");

    private static final List<SimulationPreset> ALL = List.of(N_MNIST_CALIBRATED);

    public SimulationPreset {
        Check.notBlank(name, "name");
        Check.notNull(sensor, "sensor");
        Check.notNull(motion, "motion");
        Check.notNull(view, "view");
        Check.notBlank(origin, "origin");
    }

    /** Every preset. */
    public static List<SimulationPreset> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException naming the known ones if there is none of that name */
    public static SimulationPreset named(String name) {
        return ALL.stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("preset is '" + name + "', must be one of "
                        + ALL.stream().map(SimulationPreset::name).collect(Collectors.joining(", "))));
    }

    /** A recorder whose sensor's pixels are drawn from the stream {@code sensor}. */
    public PictureRecorder recorder(Seeds seeds) {
        return recorder(view, seeds);
    }

    /** The same sensor and motion with another view: a larger sensor, pictures of another size. */
    public PictureRecorder recorder(View other, Seeds seeds) {
        EventSimulator simulator = new EventSimulator(sensor, other.width(), other.height(), seeds.stream("sensor"));
        return new PictureRecorder(simulator, new Saccades(motion), other);
    }
}
