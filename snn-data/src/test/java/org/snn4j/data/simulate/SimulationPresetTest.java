package org.snn4j.data.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.core.Seeds;
import org.snn4j.data.RecordedData;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.atis.AtisFormat;
import org.snn4j.data.image.Picture;
import org.snn4j.data.io.MnistImages;
import org.snn4j.data.statistics.Comparison;
import org.snn4j.data.statistics.EventStatistics;
import org.snn4j.data.statistics.Quantity;
import org.snn4j.data.statistics.TwinCorrelation;

class SimulationPresetTest {
    private static final SimulationPreset PRESET = SimulationPreset.N_MNIST_CALIBRATED;

    @Test
    void presetsAreFoundByTheirNames() {
        for (SimulationPreset preset : SimulationPreset.all()) {
            assertThat(SimulationPreset.named(preset.name())).isSameAs(preset);
            assertThat(preset.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        }
        assertThatThrownBy(() -> SimulationPreset.named("n-mnist"))
                .hasMessage("there is no preset 'n-mnist'; known: n-mnist-calibrated");
    }

    @Test
    void theSameSeedsGiveTheSameRecordings() {
        Picture digit = new DigitPainter(DigitPainter.Settings.DEFAULTS).paint(5, new Seeds(1).stream("picture"));

        EventStream one = PRESET.recorder(new Seeds(1)).record(digit, new Seeds(2).stream("a"));
        assertThat(PRESET.recorder(new Seeds(1)).record(digit, new Seeds(2).stream("a")))
                .isEqualTo(one);
        assertThat(PRESET.recorder(new Seeds(2)).record(digit, new Seeds(2).stream("a")))
                .isNotEqualTo(one);
    }

    @Test
    void aLargerSensorSeesTheSameMotion() {
        Picture picture = new Picture(60, 80, 3, new byte[60 * 80 * 3]);
        EventStream black =
                PRESET.recorder(View.whole(120, 90, picture), new Seeds(1)).record(picture, new Seeds(2).stream("a"));

        assertThat(black.width()).isEqualTo(120);
        assertThat(black.height()).isEqualTo(90);
    }

    /** The search saw every tenth training recording from the first on, see SimulatorCalibration of the benchmarks. */
    @Test
    void unseenTrainingRecordingsAreNearerToTheirTwinsThanToTheTestRecordings() throws IOException {
        Recorded test = Recorded.part("Test", "t10k");
        Recorded training = Recorded.part("Train", "train").every(10, 5);

        EventStatistics real = statistics(training.recordings());
        Comparison twins = Comparison.of(real, statistics(training.twins()));
        Comparison other = Comparison.of(real, statistics(test.recordings()));

        assertThat(twins.distance()).isLessThan(other.distance());
        assertThat(twins.row(Quantity.EVENTS).distance())
                .isLessThan(other.row(Quantity.EVENTS).distance());
    }

    @ParameterizedTest
    @CsvSource({"Test,t10k,1,0", "Train,train,10,5"})
    void aTwinIsNearerToARecordingThanOtherRecordingsOfTheDigitAre(String part, String images, int step, int first)
            throws IOException {
        Recorded recorded = Recorded.part(part, images).every(step, first);
        TwinCorrelation correlation = new TwinCorrelation(TwinCorrelation.Config.DEFAULTS);

        List<Integer> pairs = IntStream.range(1, recorded.size())
                .filter(i -> recorded.labels().get(i).equals(recorded.labels().get(i - 1)))
                .boxed()
                .toList();
        List<EventStream> real = pairs.stream().map(recorded.recordings()::get).toList();
        List<EventStream> neighbours =
                pairs.stream().map(i -> recorded.recordings().get(i - 1)).toList();
        List<EventStream> all = recorded.twins();
        List<EventStream> twins = pairs.stream().map(all::get).toList();

        assertThat(correlation.mean(real, twins)).isGreaterThan(correlation.mean(real, neighbours));
    }

    @Test
    void testRecordingsAreNearerToTheirTwinsThanToRecordingsOfTheUncalibratedSensors() throws IOException {
        Recorded test = Recorded.part("Test", "t10k");
        EventStatistics real = statistics(test.recordings());
        Seeds seeds = new Seeds(1);
        PictureRecorder uncalibrated = new PictureRecorder(
                new EventSimulator(EventSimulator.Config.DEFAULTS, 34, 34, seeds.stream("sensor")),
                new Saccades(Saccades.Config.DEFAULTS),
                View.of(34, 34, 1));
        SaccadeSensor embedded = new SaccadeSensor(SaccadeSensor.Settings.DEFAULTS, seeds.stream("sensor"));

        double calibrated = Comparison.of(real, statistics(test.twins())).distance();

        assertThat(calibrated)
                .isLessThan(Comparison.of(real, statistics(test.recordedBy(uncalibrated)))
                        .distance())
                .isLessThan(Comparison.of(
                                real,
                                statistics(IntStream.range(0, test.size())
                                        .mapToObj(i ->
                                                embedded.record(test.pictures().get(i), seeds.stream("recording " + i)))
                                        .toList()))
                        .distance());
    }

    private static EventStatistics statistics(List<EventStream> recordings) {
        return EventStatistics.of(recordings, 315_000, 63);
    }

    /** Recordings of N-MNIST and what they show, in the order of digit and index. */
    private record Recorded(List<EventStream> recordings, List<Picture> pictures, List<Integer> labels) {
        static Recorded part(String part, String images) throws IOException {
            Path data = RecordedData.folder();
            MnistImages shown = MnistImages.read(
                    data.resolve("mnist/" + images + "-images-idx3-ubyte.gz"),
                    data.resolve("mnist/" + images + "-labels-idx1-ubyte.gz"),
                    10);
            Recorded recorded = new Recorded(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            List<Path> files;
            try (Stream<Path> all = Files.walk(data.resolve("n-mnist/" + part))) {
                files = all.filter(file -> file.toString().endsWith(".bin"))
                        .sorted()
                        .toList();
            }
            for (Path file : files) {
                int index = Integer.parseInt(file.getFileName().toString().substring(0, 5)) - 1;
                recorded.recordings.add(new AtisFormat()
                        .read(file, Files.readAllBytes(file), ReadSettings.DEFAULTS.withSensor(34, 34)));
                recorded.pictures.add(shown.picture(index));
                recorded.labels.add(shown.label(index));
            }
            return recorded;
        }

        int size() {
            return recordings.size();
        }

        Recorded every(int step, int first) {
            return new Recorded(
                    every(recordings, step, first), every(pictures, step, first), every(labels, step, first));
        }

        private static <T> List<T> every(List<T> all, int step, int first) {
            return IntStream.range(0, all.size())
                    .filter(i -> i % step == first)
                    .mapToObj(all::get)
                    .toList();
        }

        List<EventStream> twins() {
            return recordedBy(PRESET.recorder(new Seeds(1)));
        }

        List<EventStream> recordedBy(PictureRecorder recorder) {
            return recorder.recordAll(size(), pictures::get, new Seeds(1));
        }
    }
}
