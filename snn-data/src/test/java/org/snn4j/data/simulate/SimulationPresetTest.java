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
                .hasMessage("preset is 'n-mnist', must be one of n-mnist-calibrated");
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

    @Test
    void calibratedRecordingsAreLikeThoseOfNMnist() throws IOException {
        Path data = RecordedData.folder();
        MnistImages images = MnistImages.read(
                data.resolve("mnist/t10k-images-idx3-ubyte.gz"), data.resolve("mnist/t10k-labels-idx1-ubyte.gz"), 10);
        List<EventStream> real = new ArrayList<>();
        List<Picture> pictures = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(data.resolve("n-mnist/Test"))) {
            files = all.filter(file -> file.toString().endsWith(".bin"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            real.add(new AtisFormat().read(file, Files.readAllBytes(file), ReadSettings.DEFAULTS.withSensor(34, 34)));
            int index = Integer.parseInt(file.getFileName().toString().substring(0, 5));
            pictures.add(images.picture(index - 1));
        }
        List<EventStream> twins = PRESET.recorder(new Seeds(1)).recordAll(pictures.size(), pictures::get, new Seeds(1));

        // No test recording took part in the calibration.
        Comparison comparison =
                Comparison.of(EventStatistics.of(real, 315_000, 63), EventStatistics.of(twins, 315_000, 63));
        assertThat(comparison.distance()).isLessThan(0.6);
        assertThat(comparison.row(Quantity.EVENTS).distance()).isLessThan(0.3);
        TwinCorrelation correlation = new TwinCorrelation(TwinCorrelation.Config.DEFAULTS);
        double twin = correlation.mean(real, twins);
        assertThat(twin).isGreaterThan(0.75);
        List<EventStream> strangers = IntStream.range(0, twins.size())
                .mapToObj(i -> twins.get((i + twins.size() / 2) % twins.size()))
                .toList();
        assertThat(correlation.mean(real, strangers)).isLessThan(twin - 0.3);
    }
}
