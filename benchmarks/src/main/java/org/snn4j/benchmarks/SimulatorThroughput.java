package org.snn4j.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.snn4j.core.Seeds;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.image.Picture;
import org.snn4j.data.simulate.DigitPainter;
import org.snn4j.data.simulate.SimulationPreset;

/** How many recordings of three saccades, 34x34 pixels, the simulator makes per second with all processors: {@code SimulatorThroughput [ROUNDS]}. */
final class SimulatorThroughput {
    private static final int PICTURES = 500;
    private static final int ROUNDS = 8;
    private static final double SECOND = 1e9;

    private SimulatorThroughput() {}

    /** Prints a line per round, and the median of the second half of the rounds. */
    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
        DigitPainter painter = new DigitPainter(DigitPainter.Settings.DEFAULTS);
        List<Picture> pictures = IntStream.range(0, PICTURES)
                .mapToObj(i -> painter.paint(i % DigitPainter.CLASSES, new Seeds(1).stream("picture " + i)))
                .toList();
        double[] rates = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            List<EventStream> recordings = SimulationPreset.N_MNIST_CALIBRATED
                    .recorder(new Seeds(1))
                    .recordAll(pictures.size(), pictures::get, new Seeds(round));
            rates[round] = PICTURES * SECOND / (System.nanoTime() - start);
            double events =
                    recordings.stream().mapToInt(EventStream::size).average().orElseThrow();
            System.out.printf(
                    Locale.ROOT, "round %d: %.1f recordings/s, %.0f events each%n", round, rates[round], events);
        }
        double median = IntStream.range(rounds / 2, rounds)
                .mapToDouble(i -> rates[i])
                .sorted()
                .skip((rounds - rounds / 2) / 2)
                .findFirst()
                .orElseThrow();
        System.out.printf(Locale.ROOT, "simulator %.1f recordings/s%n", median);
    }
}
