package org.snn4j.data.simulate;

import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.core.Seeds;
import org.snn4j.core.Suggestion;
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
                    0.2241,
                    0.2391,
                    0.1345,
                    0.03286,
                    34.73,
                    0,
                    403.3,
                    822,
                    0.1658,
                    Refractory.LOST,
                    0.5028,
                    1.149,
                    0.25,
                    0.5571),
            new Saccades.Config(
                    List.of(
                            new Saccades.Leg(2645, 85_170, 0, 5.006),
                            new Saccades.Leg(107_100, 76_530, 0, -5.887),
                            new Saccades.Leg(37_520, 41_640, 2.734, 0),
                            new Saccades.Leg(61_030, 47_140, 0.1088, 0),
                            new Saccades.Leg(124_100, 21_700, 1.317, 0),
                            new Saccades.Leg(150_100, 33_390, 1.375, 0),
                            new Saccades.Leg(190_700, 39_720, 0.438, 0),
                            new Saccades.Leg(227_300, 52_500, -5.238, 0),
                            new Saccades.Leg(255_400, 48_570, -0.5014, 0)),
                    315_000,
                    Ease.COSINE,
                    -2.995,
                    -0.9474,
                    0.1609,
                    4186),
            new View(N_MNIST_SIDE, N_MNIST_SIDE, 1.008, 0.5255, 255, true, View.STEP),
            "seeded search on 81 of the 801 training recordings of N-MNIST and the MNIST pictures they show");

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
                .orElseThrow(() -> new IllegalArgumentException("there is no preset '" + name + "'"
                        + Suggestion.known(
                                name, ALL.stream().map(SimulationPreset::name).toList())));
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
