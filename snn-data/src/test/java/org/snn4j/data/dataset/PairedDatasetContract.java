package org.snn4j.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.data.FrameSource;
import org.snn4j.data.split.Manifest;

/** What every {@link PairedDataset} must hold. */
public interface PairedDatasetContract {
    /** The data set under test. */
    PairedDataset dataset();

    /** A context in which it opens; the same one for the same protocol and seed. */
    DatasetContext context(Protocol protocol, long seed);

    /** The data of seed 1; may be opened once for all tests. */
    default PairedData opened(Protocol protocol) {
        return dataset().open(context(protocol, 1));
    }

    private static Set<String> ids(FrameSource source) {
        return IntStream.range(0, source.size()).mapToObj(source::id).collect(Collectors.toSet());
    }

    @Test
    default void theOutlineTellsNameSensorClassesAndParts() {
        DataOutline outline = dataset().outline().orElseThrow();
        DatasetContext context = context(Protocol.CLEAN, 1);
        PairedData data = opened(Protocol.CLEAN);
        assertThat(outline.name()).isEqualTo(data.name());
        assertThat(outline.classes()).isEqualTo(data.classes().size());
        assertThat(outline.parts())
                .containsExactlyInAnyOrderElementsOf(data.scored().keySet());
        assertThat(data.train().shape())
                .isEqualTo(context.events().shape(outline.sensorWidth(), outline.sensorHeight()));
        assertThat(dataset().simulated()).isEqualTo(data.simulated());
    }

    @Test
    default void partsAreDisjointAndEveryClassIsInEachOfThem() {
        PairedData data = opened(Protocol.CLEAN);
        Set<String> seen = new HashSet<>(ids(data.train()));
        assertThat(seen).hasSize(data.train().size());
        for (Map.Entry<String, FrameSource> part : data.scored().entrySet()) {
            assertThat(ids(part.getValue())).doesNotContainAnyElementsOf(seen);
            seen.addAll(ids(part.getValue()));
        }
        for (FrameSource source : List.of(data.train(), data.scored().get(PairedData.TEST))) {
            assertThat(IntStream.range(0, source.size()).map(source::label).distinct())
                    .hasSize(data.classes().size());
        }
    }

    @Test
    default void cleanShowsNoPictureOfAScoredRecordingAndTwinsAreOfTheSameClass() {
        PairedData data = opened(Protocol.CLEAN);
        assertThat(data.manifest().leaks()).isEmpty();
        int[] twin = data.twin();
        for (int i = 0; i < twin.length; i++) {
            if (twin[i] >= 0) {
                assertThat(data.images().label(twin[i])).isEqualTo(data.train().label(i));
            }
        }
        assertThat(data.images().classes()).isEqualTo(data.classes());
    }

    @Test
    default void paperShowsAtLeastTheImagesThatCleanShows() {
        PairedData clean = opened(Protocol.CLEAN);
        PairedData paper = opened(Protocol.PAPER);
        assertThat(ids(paper.images())).containsAll(ids(clean.images()));
        assertThat(paper.manifest().leaks())
                .hasSize(paper.images().size() - clean.images().size());
    }

    @Test
    default void theSameContextGivesTheSameDataAndTheManifestNamesEverySample() {
        PairedData data = opened(Protocol.CLEAN);
        PairedData again = dataset().open(context(Protocol.CLEAN, 1));
        assertThat(again.manifest()).isEqualTo(data.manifest());
        float[] first = new float[data.train().shape().length()];
        float[] second = first.clone();
        for (int i = 0; i < data.train().size(); i++) {
            data.train().read(i, first, 0);
            again.train().read(i, second, 0);
            assertThat(second).isEqualTo(first);
        }
        int scored = data.scored().values().stream().mapToInt(FrameSource::size).sum();
        assertThat(data.manifest().entries())
                .hasSize(data.train().size() + scored + data.images().size())
                .allSatisfy(entry -> assertThat(entry.sha256()).matches("[0-9a-f]{64}"))
                .extracting(Manifest.Entry::path)
                .doesNotHaveDuplicates();
    }

    @Test
    default void everyRecordingHasEvents() {
        PairedData data = opened(Protocol.CLEAN);
        float[] frames = new float[data.train().shape().length()];
        for (int i = 0; i < data.train().size(); i++) {
            data.train().read(i, frames, 0);
            double sum = 0;
            for (float value : frames) {
                sum += value;
            }
            assertThat(sum).as(data.train().id(i)).isPositive();
        }
    }
}
