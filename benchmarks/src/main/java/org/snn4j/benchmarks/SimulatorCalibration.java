package org.snn4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.snn4j.core.Seeds;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.simulate.SimulationPreset;
import org.snn4j.data.statistics.Comparison;
import org.snn4j.data.statistics.EventStatistics;
import org.snn4j.data.statistics.TwinCorrelation;

/**
 * Fits the simulator to N-MNIST: {@code SimulatorCalibration DATA}, with the folders {@code n-mnist} and {@code mnist} in {@code DATA}. Prints the settings that
 * {@link SimulationPreset#N_MNIST_CALIBRATED} holds; the same for every run and number of threads.
 *
 * <p>Minimised is the mean distance of the statistics plus twice what the correlation of twins lacks of 1. Every tenth training recording is used, from the first on.
 * The search starts from what an earlier search over half of these found.
 */
final class SimulatorCalibration {
    /** Each how many-th training recording the search sees. */
    static final int EVERY = 10;

    static final long DURATION = 315_000;

    private static final int BINS = 63;
    private static final long SEED = 1;
    private static final double CORRELATION_WEIGHT = 2;
    private static final int GENERATIONS = 35;
    private static final double SIZE = 0.035;

    private final CalibrationSpace space = new CalibrationSpace();
    private final TwinCorrelation correlation = new TwinCorrelation(TwinCorrelation.Config.DEFAULTS);
    private final CalibrationPairs pairs;
    private final EventStatistics real;

    private SimulatorCalibration(CalibrationPairs pairs) {
        this.pairs = pairs;
        real = statistics(pairs.recordings());
    }

    static EventStatistics statistics(List<EventStream> recordings) {
        return EventStatistics.of(recordings, DURATION, BINS);
    }

    /** Ranks of the recordings that are searched on, out of so many. */
    static int[] searched(int recordings) {
        return IntStream.range(0, recordings).filter(i -> i % EVERY == 0).toArray();
    }

    /** Ranks of the others. */
    static int[] heldOut(int recordings) {
        return IntStream.range(0, recordings).filter(i -> i % EVERY != 0).toArray();
    }

    private double value(double[] point) {
        SimulationPreset preset = space.preset(point, "candidate", "search");
        List<EventStream> twins = pairs.twins(preset.recorder(new Seeds(SEED)), new Seeds(SEED));
        return Comparison.of(real, statistics(twins)).distance()
                + CORRELATION_WEIGHT * (1 - correlation.mean(pairs.recordings(), twins));
    }

    private SimulationPreset search() {
        SeparableEvolution evolution =
                new SeparableEvolution(this::value, space.start(), SIZE, new Seeds(SEED).stream("search"));
        System.out.printf(Locale.ROOT, "%d pairs, start %.4f%n", pairs.size(), evolution.bestValue());
        for (int generation = 1; generation <= GENERATIONS; generation++) {
            evolution.step();
            System.out.printf(
                    Locale.ROOT,
                    "generation %d: best %.4f, step %.4f%n",
                    generation,
                    evolution.bestValue(),
                    evolution.size());
        }
        return space.preset(evolution.best(), "n-mnist-calibrated", "SimulatorCalibration");
    }

    /** Prints the course of the search and its result. */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        CalibrationPairs training = CalibrationPairs.read(data, "Train", CalibrationPairs.images(data, "train"));
        SimulationPreset found = new SimulatorCalibration(training.select(searched(training.size()))).search();
        System.out.println(found.sensor());
        System.out.println(found.motion());
        System.out.println(found.view());
    }
}
