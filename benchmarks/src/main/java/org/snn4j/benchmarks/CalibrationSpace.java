package org.snn4j.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.snn4j.data.simulate.Ease;
import org.snn4j.data.simulate.EventSimulator;
import org.snn4j.data.simulate.EventSimulator.Refractory;
import org.snn4j.data.simulate.Saccades;
import org.snn4j.data.simulate.SimulationPreset;
import org.snn4j.data.simulate.View;

/**
 * The settings of sensor, motion and view that are fitted to N-MNIST, as points with coordinates of about [0, 1].
 *
 * <p>The axes of the pan-tilt head move by themselves: two moves up and down, five to the right, two back to the left. The search starts from what
 * an earlier one with a single move to the left found on every second of the same pairs; that one started from what the rate of events and the place of the
 * picture in the recordings show, 5 ms by 5 ms.
 */
final class CalibrationSpace {
    private static final int DURATION = 315_000;
    private static final double NOISE_OF_WHITE = 0.25;
    private static final int WHITE = 255;

    /** One axis; {@code logarithmic} if equal steps are equal ratios. */
    private record Axis(String name, double low, double high, boolean logarithmic, double start) {
        double value(double coordinate) {
            double wave = Math.abs(coordinate) % 2;
            double part = wave > 1 ? 2 - wave : wave;
            return logarithmic ? low * Math.pow(high / low, part) : low + part * (high - low);
        }

        double coordinate(double value) {
            return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        }
    }

    private static final List<Axis> SENSOR = List.of(
            new Axis("on", 0.05, 1.5, true, 0.2274),
            new Axis("off/on", 0.5, 2, true, 1.105),
            new Axis("mismatch", 0, 0.6, false, 0.206),
            new Axis("jitter", 0, 0.5, false, 0.0914),
            new Axis("background", 1, 200, true, 33.7),
            new Axis("bandwidth", 10, 3000, true, 376),
            new Axis("refractory", 200, 6000, true, 829),
            new Axis("refractory-mismatch", 0, 0.5, false, 0.168),
            new Axis("rule", 0, 2, false, 0.5),
            new Axis("leak", 0, 3, false, 0.275),
            new Axis("noise", 0, 10, false, 0.637),
            new Axis("rest", 0, 1, false, 0.455));

    private static final List<Axis> VIEW = List.of(
            new Axis("scale", 0.7, 1.4, false, 1.017),
            new Axis("blur", 0, 1.5, false, 0.551),
            new Axis("x", -7, 1, false, -3.337),
            new Axis("y", -7, 1, false, -1.252),
            new Axis("wander", 0, 1.5, false, 0.178),
            new Axis("delay", 0, 15_000, false, 3600),
            new Axis("ease", 0, 3, false, 1.6));

    private static final List<Axis> MOVES = List.of(
            new Axis("down start", 0, 20_000, false, 2200),
            new Axis("down duration", 50_000, 110_000, false, 85_900),
            new Axis("down", 3, 9, false, 5.185),
            new Axis("up start", 100_000, 140_000, false, 110_100),
            new Axis("up duration", 50_000, 110_000, false, 80_600),
            new Axis("up/down", 0.5, 1.5, false, 1.161),
            new Axis("right 1 start", 0, 60_000, false, 40_600),
            new Axis("right 1 duration", 20_000, 80_000, false, 51_600),
            new Axis("right 1", 0.5, 5, false, 3.089),
            new Axis("right 2 start", 60_000, 110_000, false, 62_800),
            new Axis("right 2 duration", 10_000, 60_000, false, 42_800),
            new Axis("right 2", 0, 3, false, 0.032),
            new Axis("right 3 start", 100_000, 140_000, false, 120_300),
            new Axis("right 3 duration", 20_000, 80_000, false, 25_600),
            new Axis("right 3", 0.3, 4, false, 1.767),
            new Axis("right 4 start", 135_000, 170_000, false, 146_000),
            new Axis("right 4 duration", 20_000, 80_000, false, 34_500),
            new Axis("right 4", 0, 3, false, 1.634),
            new Axis("right 5 start", 180_000, 205_000, false, 192_900),
            new Axis("right 5 duration", 10_000, 50_000, false, 38_900),
            new Axis("right 5", 0, 2, false, 0.526),
            new Axis("left 1 start", 205_000, 240_000, false, 224_600),
            new Axis("left 1 duration", 20_000, 90_000, false, 53_400),
            new Axis("left 2 start", 235_000, 275_000, false, 255_000),
            new Axis("left 2 duration", 15_000, 60_000, false, 45_000),
            new Axis("left/right", 0.5, 1.2, false, 0.938),
            new Axis("left 2 share", 0, 0.6, false, 0.1));

    private static final int RIGHT_MOVES = 5;
    private static final int RIGHT_AT = 6;
    private static final int LEFT_AT = RIGHT_AT + 3 * RIGHT_MOVES;

    private final List<Axis> axes = new ArrayList<>(SENSOR);

    CalibrationSpace() {
        axes.addAll(VIEW);
        axes.addAll(MOVES);
    }

    /** Coordinates of the values from which the search starts. */
    double[] start() {
        return axes.stream().mapToDouble(axis -> axis.coordinate(axis.start())).toArray();
    }

    /** The settings at a point; coordinates outside [0, 1] are reflected. */
    SimulationPreset preset(double[] point, String name, String origin) {
        double[] values = new double[point.length];
        Arrays.setAll(values, i -> rounded(axes.get(i).value(point[i])));
        int view = SENSOR.size();
        int moves = view + VIEW.size();
        return new SimulationPreset(
                name,
                sensor(values),
                motion(Arrays.copyOfRange(values, view, moves), Arrays.copyOfRange(values, moves, values.length)),
                new View(
                        CalibrationPairs.SIDE,
                        CalibrationPairs.SIDE,
                        values[view],
                        values[view + 1],
                        WHITE,
                        true,
                        View.STEP),
                origin);
    }

    /** Four digits, so that what is printed is what is used. */
    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3e", value));
    }

    private static EventSimulator.Config sensor(double[] values) {
        return new EventSimulator.Config(
                values[0],
                rounded(values[0] * values[1]),
                values[2],
                values[3],
                values[4],
                0,
                values[5],
                values[6],
                values[7],
                Refractory.values()[Math.min(1, (int) values[8])],
                values[9],
                values[10],
                NOISE_OF_WHITE,
                values[11]);
    }

    private static Saccades.Config motion(double[] place, double[] moves) {
        List<Saccades.Leg> legs = new ArrayList<>();
        legs.add(leg(moves[0], moves[1], 0, moves[2]));
        legs.add(leg(moves[3], moves[4], 0, -moves[2] * moves[5]));
        double right = 0;
        for (int i = RIGHT_AT; i < LEFT_AT; i += 3) {
            legs.add(leg(moves[i], moves[i + 1], moves[i + 2], 0));
            right += moves[i + 2];
        }
        double left = right * moves[LEFT_AT + 4];
        double second = moves[LEFT_AT + 5];
        legs.add(leg(moves[LEFT_AT], moves[LEFT_AT + 1], -left * (1 - second), 0));
        legs.add(leg(moves[LEFT_AT + 2], moves[LEFT_AT + 3], -left * second, 0));
        int end = legs.stream()
                .mapToInt(leg -> leg.start() + leg.duration())
                .max()
                .orElseThrow();
        int delay = (int) place[5];
        return new Saccades.Config(
                legs,
                Math.max(DURATION, end + delay),
                Ease.values()[Math.min(2, (int) place[6])],
                place[2],
                place[3],
                place[4],
                delay);
    }

    private static Saccades.Leg leg(double start, double duration, double x, double y) {
        return new Saccades.Leg((int) start, (int) duration, rounded(x), rounded(y));
    }
}
