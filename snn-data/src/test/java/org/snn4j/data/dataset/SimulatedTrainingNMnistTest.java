package org.snn4j.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.FrameSource;
import org.snn4j.data.simulate.DigitPainter;
import org.snn4j.data.simulate.SaccadeSensor;
import org.snn4j.data.simulate.SimulatedFolder;
import org.snn4j.data.split.Manifest;

class SimulatedTrainingNMnistTest {
    private static final NMnist.Config HALF = new NMnist.Config(0.5, 0.2, 60, 2000, 1);

    @TempDir
    private static Path parent;

    private static DatasetContext context;
    private static PairedData real;

    /** A generated folder stands for the recorded one. */
    @BeforeAll
    static void open() {
        SimulatedFolder.Content content = new SimulatedFolder.Content(
                100, 20, 200, 5, DigitPainter.Settings.DEFAULTS, SaccadeSensor.Settings.DEFAULTS);
        context = DataContexts.clean(SimulatedFolder.in(parent, content), 3);
        real = new NMnist(HALF).open(context);
    }

    private static PairedData simulated(boolean allImages) {
        return new SimulatedTrainingNMnist(new SimulatedTrainingNMnist.Config(
                        HALF.share(), HALF.validation(), HALF.images(), HALF.leftOut(), HALF.minimum(), allImages))
                .open(context);
    }

    private static List<Integer> labels(FrameSource source) {
        return IntStream.range(0, source.size()).map(source::label).boxed().toList();
    }

    private static float[] sample(FrameSource source, int index) {
        float[] values = new float[source.shape().length()];
        source.read(index, values, 0);
        return values;
    }

    private static List<Manifest.Entry> part(PairedData data, String part) {
        return data.manifest().entries().stream()
                .filter(entry -> entry.part().equals(part))
                .toList();
    }

    @Test
    void itTrainsOnSimulatedRecordingsOfThePicturesOfTheShare() {
        PairedData data = simulated(false);

        assertThat(data.simulated()).isTrue();
        assertThat(data.name()).isEqualTo("simulated-training-n-mnist");
        assertThat(labels(data.train())).isEqualTo(labels(real.train()));
        assertThat(part(data, "train"))
                .extracting(Manifest.Entry::picture)
                .isEqualTo(part(real, "train").stream()
                        .map(Manifest.Entry::picture)
                        .toList());
        assertThat(data.twin()).isEqualTo(real.twin());
        for (int i = 0; i < data.train().size(); i++) {
            assertThat(sample(data.train(), i)).isNotEqualTo(sample(real.train(), i));
        }
    }

    @Test
    void whatIsScoredAreTheSameRecordingsAsWithoutSimulation() {
        PairedData data = simulated(false);

        assertThat(data.scored().keySet()).isEqualTo(real.scored().keySet());
        for (String part : data.scored().keySet()) {
            assertThat(part(data, part)).isEqualTo(part(real, part));
            assertThat(sample(data.scored().get(part), 0))
                    .isEqualTo(sample(real.scored().get(part), 0));
        }
    }

    @Test
    void everyStillImageCanBeRecordedAndNoneThatAScoredRecordingShows() {
        PairedData data = simulated(true);

        assertThat(data.train().size()).isEqualTo(60);
        assertThat(labels(data.train())).isEqualTo(labels(data.images()));
        assertThat(data.twin())
                .isEqualTo(IntStream.range(0, data.images().size()).toArray());
        List<String> hidden = real.manifest().entries().stream()
                .filter(entry -> List.of("validation", "left-out").contains(entry.part()))
                .map(Manifest.Entry::picture)
                .toList();
        assertThat(part(data, "train"))
                .extracting(Manifest.Entry::picture)
                .hasSize(60)
                .doesNotContainAnyElementsOf(hidden);
    }

    @Test
    void theSameSeedGivesTheSameRecordings() {
        assertThat(simulated(false).manifest().digest())
                .isEqualTo(simulated(false).manifest().digest())
                .isNotEqualTo(real.manifest().digest());
    }
}
