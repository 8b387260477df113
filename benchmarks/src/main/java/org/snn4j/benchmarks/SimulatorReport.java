package org.snn4j.benchmarks;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.snn4j.core.Seeds;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.image.Picture;
import org.snn4j.data.io.MnistImages;
import org.snn4j.data.simulate.EventSimulator;
import org.snn4j.data.simulate.PictureRecorder;
import org.snn4j.data.simulate.SaccadeSensor;
import org.snn4j.data.simulate.Saccades;
import org.snn4j.data.simulate.SimulationPreset;
import org.snn4j.data.simulate.View;
import org.snn4j.data.statistics.Comparison;
import org.snn4j.data.statistics.EventStatistics;
import org.snn4j.data.statistics.TwinCorrelation;

/**
 * Compares simulated recordings with those of N-MNIST: {@code SimulatorReport DATA} prints the page docs/results/simulator-calibration.md.
 *
 * <p>Everything is compared on recordings that {@link SimulatorCalibration} did not see, and the same for every run and number of threads.
 */
final class SimulatorReport {
    private static final String COMMAND = "benchmarks/simulator.sh report DATA";
    private static final long SEED = 2;
    private static final int FURTHER = 2000;
    private static final int BIN = 5;

    private final MnistImages images;
    private final CalibrationPairs training;
    private final CalibrationPairs test;
    private final CalibrationPairs heldOut;
    private final EventStatistics real;
    private final TwinCorrelation correlation = new TwinCorrelation(TwinCorrelation.Config.DEFAULTS);
    private final SimulationPreset preset = SimulationPreset.N_MNIST_CALIBRATED;
    private final StringBuilder page = new StringBuilder();

    private SimulatorReport(Path data) throws IOException {
        images = CalibrationPairs.images(data, "train");
        training = CalibrationPairs.read(data, "Train", images);
        test = CalibrationPairs.read(data, "Test", CalibrationPairs.images(data, "t10k"));
        heldOut = training.select(SimulatorCalibration.heldOut(training.size()));
        real = SimulatorCalibration.statistics(heldOut.recordings());
    }

    private void line(String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private PictureRecorder calibrated() {
        return preset.recorder(new Seeds(SEED));
    }

    private static PictureRecorder uncalibrated() {
        EventSimulator sensor = new EventSimulator(
                EventSimulator.Config.DEFAULTS,
                CalibrationPairs.SIDE,
                CalibrationPairs.SIDE,
                new Seeds(SEED).stream("sensor"));
        return new PictureRecorder(
                sensor,
                new Saccades(Saccades.Config.DEFAULTS),
                View.of(CalibrationPairs.SIDE, CalibrationPairs.SIDE, 1));
    }

    /** Recordings of the sensor of the embedded data. */
    private static List<EventStream> embedded(CalibrationPairs pairs) {
        Seeds seeds = new Seeds(SEED);
        SaccadeSensor sensor = new SaccadeSensor(SaccadeSensor.Settings.DEFAULTS, seeds.stream("sensor"));
        return IntStream.range(0, pairs.size())
                .parallel()
                .mapToObj(i -> sensor.record(pairs.pictures().get(i), seeds.stream("recording " + i)))
                .toList();
    }

    private String build() {
        line("<!-- Generated; do not edit. Command: %s -->", COMMAND);
        line("");
        line("# The simulator beside N-MNIST");
        line("");
        line(
                "Made by `%s`; `DATA` is the folder of the data sets. Real: recordings of N-MNIST. Simulated: the MNIST",
                COMMAND);
        line(
                "pictures they show, recorded by the preset `%s`. Its numbers were found by `benchmarks/simulator.sh",
                preset.name());
        line(
                "calibrate DATA` on %d of the %d training recordings (every %dth); statistics are of the %d others.",
                training.size() - heldOut.size(), training.size(), SimulatorCalibration.EVERY, heldOut.size());
        List<EventStream> twins = heldOut.twins(calibrated(), new Seeds(SEED));
        statistics(twins);
        distances(twins);
        profile(SimulatorCalibration.statistics(twins));
        classifier();
        settings();
        return page.toString();
    }

    private void statistics(List<EventStream> twins) {
        line("");
        line("## Statistics, %d real and %d simulated recordings of the same pictures", heldOut.size(), twins.size());
        line("");
        line(
                "Wasserstein: distance of the distributions in standard deviations of the real one; KS: largest difference of the cumulative distributions.");
        line("");
        page.append(Comparison.of(real, SimulatorCalibration.statistics(twins)).markdown("real", "simulated"));
    }

    private void distances(List<EventStream> twins) {
        line("");
        line("## Distance and correlation");
        line("");
        line(
                "Distance: mean of the Wasserstein column. Correlation: Pearson's coefficient between smoothed counts of 20 ms, polarity, row and column of two");
        line("recordings, mean over the pairs.");
        line("");
        line("| compared | distance | correlation |");
        line("| --- | ---: | ---: |");
        compared("real and simulated, `" + preset.name() + "`", heldOut, twins);
        compared(
                "real and simulated, the %d recordings of the search".formatted(training.size() - heldOut.size()),
                training.select(SimulatorCalibration.searched(training.size())));
        compared("real and simulated, the %d test recordings".formatted(test.size()), test);
        compared(
                "real and simulated, defaults of `EventSimulator` and `Saccades`",
                heldOut,
                heldOut.twins(uncalibrated(), new Seeds(SEED)));
        compared("real and simulated, `SaccadeSensor` of the embedded data", heldOut, embedded(heldOut));
        opposites();
        List<EventStream> again = heldOut.twins(calibrated(), new Seeds(SEED + 1));
        line(
                "| simulated and simulated again with other random numbers | %.3f | %.3f |",
                Comparison.of(SimulatorCalibration.statistics(twins), SimulatorCalibration.statistics(again))
                        .distance(),
                correlation.mean(twins, again));
        line(
                "| %d real recordings of the training part and the %d real test recordings (other pictures) | %.3f | |",
                heldOut.size(),
                test.size(),
                Comparison.of(real, SimulatorCalibration.statistics(test.recordings()))
                        .distance());
        List<EventStream> even = every(heldOut.recordings(), 0);
        List<EventStream> odd = every(heldOut.recordings(), 1);
        line(
                "| one half of the real recordings and the other (other pictures, mostly of the same digit) | %.3f | %.3f |",
                Comparison.of(SimulatorCalibration.statistics(even), SimulatorCalibration.statistics(odd))
                        .distance(),
                correlation.mean(even.subList(0, odd.size()), odd));
    }

    /** The same settings, not fitted anew, with bright digits on black. */
    private void opposites() {
        View view = preset.view();
        View bright = new View(view.width(), view.height(), view.scale(), view.blur(), 0, false, view.step());
        List<EventStream> twins = heldOut.twins(preset.recorder(bright, new Seeds(SEED)), new Seeds(SEED));
        compared("real and simulated, the preset with bright digits on black, not fitted anew", heldOut, twins);
        compared(
                "the same, with ON and OFF exchanged",
                heldOut,
                twins.stream().map(SimulatorReport::exchanged).toList());
    }

    private static EventStream exchanged(EventStream events) {
        int size = events.size();
        return EventStream.of(
                events.width(),
                events.height(),
                IntStream.range(0, size).map(events::x).toArray(),
                IntStream.range(0, size).map(events::y).toArray(),
                IntStream.range(0, size).map(i -> 1 - events.polarity(i)).toArray(),
                IntStream.range(0, size).mapToLong(events::time).toArray());
    }

    private static List<EventStream> every(List<EventStream> recordings, int parity) {
        return IntStream.range(0, recordings.size())
                .filter(i -> i % 2 == parity)
                .mapToObj(recordings::get)
                .toList();
    }

    private void compared(String name, CalibrationPairs pairs) {
        compared(name, pairs, pairs.twins(calibrated(), new Seeds(SEED)));
    }

    private void compared(String name, CalibrationPairs pairs, List<EventStream> twins) {
        Comparison comparison = Comparison.of(
                SimulatorCalibration.statistics(pairs.recordings()), SimulatorCalibration.statistics(twins));
        line("| %s | %.3f | %.3f |", name, comparison.distance(), correlation.mean(pairs.recordings(), twins));
    }

    private void profile(EventStatistics simulated) {
        line("");
        line("## Rate over time, events per pixel and second");
        line("");
        line("| ms | real | simulated |");
        line("| ---: | ---: | ---: |");
        double[] one = real.profile();
        double[] other = simulated.profile();
        for (int i = 0; i + 1 < one.length; i += 2) {
            line(
                    "| %d-%d | %.1f | %.1f |",
                    BIN * i, BIN * (i + 2), (one[i] + one[i + 1]) / 2, (other[i] + other[i + 1]) / 2);
        }
    }

    private void classifier() {
        LinearProbe realTraining = LinearProbe.of(training.recordings(), training.labelArray());
        LinearProbe realTest = LinearProbe.of(test.recordings(), test.labelArray());
        Seeds seeds = new Seeds(SEED);
        LinearProbe simulated = LinearProbe.of(training.twins(calibrated(), seeds), training.labelArray());
        LinearProbe defaults = LinearProbe.of(training.twins(uncalibrated(), seeds), training.labelArray());
        LinearProbe older = LinearProbe.of(embedded(training), training.labelArray());
        LinearProbe further = further();
        line("");
        line("## What a classifier trained on simulated events scores on real ones");
        line("");
        line(
                "Ridge regression on the logarithms of smoothed event counts. The penalty is chosen by %d folds of the set that is trained on; real recordings that",
                LinearProbe.FOLDS);
        line(
                "are scored take no part in it. Folds: trained on four fifths of the pictures, scored on the real recordings of the last fifth. One of the %d test",
                test.size());
        line("recordings is %.2f points.", 100.0 / test.size());
        line("");
        line(
                "| trained on | penalty | %d real test recordings [%%] | %d real training recordings, by folds [%%] |",
                test.size(), training.size());
        line("| --- | ---: | ---: | ---: |");
        folds("%d real".formatted(training.size()), realTraining, realTest, realTraining);
        folds("%d simulated, `%s`".formatted(training.size(), preset.name()), simulated, realTest, realTraining);
        folds("%d simulated, defaults".formatted(training.size()), defaults, realTest, realTraining);
        folds("%d simulated, `SaccadeSensor`".formatted(training.size()), older, realTest, realTraining);
        double penalty = further.penalty();
        double[] scores = further.accuracies(penalty, realTest, realTraining);
        line(
                "| %d simulated of further pictures | %.0f | %.2f | %.2f (no folds: other pictures) |",
                further.labels().length, penalty, 100 * scores[0], 100 * scores[1]);
        line(
                "| %d real and the %d simulated | %.0f | %.2f | |",
                training.size(),
                further.labels().length,
                penalty,
                100 * realTraining.and(further).accuracy(realTest, penalty));
        penalties(realTraining, simulated, further);
    }

    /** Scores on the real training recordings for every penalty; none is chosen. */
    private void penalties(LinearProbe realTraining, LinearProbe simulated, LinearProbe further) {
        line("");
        line("For every penalty, scored on the %d real training recordings [%%]:", training.size());
        line("");
        StringBuilder head = new StringBuilder("| trained on |");
        for (double penalty : LinearProbe.penalties()) {
            head.append(String.format(Locale.ROOT, " %.0f |", penalty));
        }
        line("%s", head);
        line("| --- |%s", " ---: |".repeat(LinearProbe.penalties().length));
        row(training.size() + " real, by folds", realTraining.scoresByFolds(realTraining));
        row(training.size() + " simulated, by folds", simulated.scoresByFolds(realTraining));
        row(further.labels().length + " simulated of further pictures", further.scores(realTraining));
    }

    private void row(String name, double[] scores) {
        StringBuilder cells = new StringBuilder();
        for (double score : scores) {
            cells.append(String.format(Locale.ROOT, " %.2f |", 100 * score));
        }
        line("| %s |%s", name, cells);
    }

    private void folds(String name, LinearProbe trained, LinearProbe realTest, LinearProbe realTraining) {
        double penalty = trained.penalty();
        line(
                "| %s | %.0f | %.2f | %.2f |",
                name,
                penalty,
                100 * trained.accuracy(realTest, penalty),
                100 * trained.accuracyByFolds(realTraining, penalty));
    }

    /** Simulated recordings of MNIST training pictures of which no recording is here. */
    private LinearProbe further() {
        Set<Integer> known = new HashSet<>(training.indices());
        List<Picture> pictures = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; pictures.size() < FURTHER; i++) {
            if (!known.contains(i + 1)) {
                pictures.add(images.picture(i));
                labels.add(images.label(i));
            }
        }
        List<EventStream> recordings =
                calibrated().recordAll(pictures.size(), pictures::get, new Seeds(SEED).child("further"));
        return LinearProbe.of(
                recordings, labels.stream().mapToInt(Integer::intValue).toArray());
    }

    private void settings() {
        line("");
        line("## The preset");
        line("");
        line(
                "Found by: %s. Units and meaning: see `EventSimulator.Config`, `Saccades.Config` and `View`.",
                preset.origin());
        line("");
        line("| setting | value |");
        line("| --- | --- |");
        settings("sensor", preset.sensor());
        settings("view", preset.view());
        settings("motion", preset.motion());
    }

    private void settings(String part, Record values) {
        for (RecordComponent component : values.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(values);
                line("| %s.%s | %s |", part, component.getName(), value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
    }

    /** Prints the page. */
    public static void main(String[] arguments) throws IOException {
        System.out.print(new SimulatorReport(Path.of(arguments[0])).build());
    }
}
