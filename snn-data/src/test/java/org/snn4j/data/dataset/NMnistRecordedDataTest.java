package org.snn4j.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snn4j.data.RecordedData;

/** On the recorded N-MNIST and MNIST files of {@code SNN4J_DATA}: 801 training and 80 test recordings. */
@Tag("data")
class NMnistRecordedDataTest {
    private Path folder;

    @BeforeEach
    void findData() {
        folder = RecordedData.folder();
    }

    @Test
    void aTenthOfTheRecordingsWithFiveThousandImagesIsClean() {
        NMnist dataset = new NMnist(new NMnist.Config(0.1, 0, 5000, 2000, 1));

        PairedData data = dataset.open(DataContexts.clean(folder, 1));

        assertThat(data.train().size()).isEqualTo(80);
        assertThat(data.scored().get("test").size()).isEqualTo(80);
        assertThat(data.scored().get("left-out").size()).isEqualTo(721);
        assertThat(data.images().size()).isEqualTo(5000);
        data.manifest().requireNoTwins("images", Set.of("left-out"));
        Map<String, Integer> counts = data.manifest().counts().get("test");
        assertThat(counts).containsEntry("7", 12).containsEntry("8", 2);
    }

    @Test
    void everyRecordingPairsWithTheImageItShows() {
        PairedData data = new NMnist(NMnist.Config.DEFAULTS).open(DataContexts.of(folder, Protocol.PAPER, 1));

        assertThat(data.train().size()).isEqualTo(801);
        assertThat(data.images().size()).isEqualTo(60000);
        for (int i = 0; i < data.twin().length; i++) {
            assertThat(data.images().label(data.twin()[i]))
                    .isEqualTo(data.train().label(i));
        }
    }
}
