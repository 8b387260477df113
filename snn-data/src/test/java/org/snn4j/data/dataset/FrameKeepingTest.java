package org.snn4j.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.FrameSource;
import org.snn4j.data.cache.CacheEntry;
import org.snn4j.data.cache.CachedFrames;
import org.snn4j.data.cache.FrameCache;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.layout.Stills;
import org.snn4j.data.simulate.DigitPainter;
import org.snn4j.data.simulate.SaccadeSensor;
import org.snn4j.data.simulate.SimulatedFolder;

/** A data set whose frames are kept in files is the same as one in memory. */
class FrameKeepingTest {
    @TempDir
    private Path folder;

    private Path data;
    private FrameCache cache;

    @BeforeEach
    void makeData() {
        SimulatedFolder.Content content = new SimulatedFolder.Content(
                20, 10, 30, 1, DigitPainter.Settings.DEFAULTS, SaccadeSensor.Settings.DEFAULTS);
        data = SimulatedFolder.in(folder, content);
        cache = new FrameCache(folder.resolve("cache"));
    }

    private FrameKeeping keeping(FrameKeeping.Policy policy) {
        return new FrameKeeping(policy, Optional.of(cache), "counts, 4", "", "value", "");
    }

    private PairedData open(FrameKeeping keeping) {
        DatasetContext context = DataContexts.clean(data, 1).keeping(keeping);
        return new NMnist(new NMnist.Config(1, 0.5, 0, 0, 1)).open(context);
    }

    private static void assertSame(FrameSource a, FrameSource b) {
        assertThat(a.size()).isEqualTo(b.size());
        assertThat(a.shape()).isEqualTo(b.shape());
        assertThat(a.classes()).isEqualTo(b.classes());
        float[] left = new float[a.shape().length()];
        float[] right = new float[left.length];
        for (int i = 0; i < a.size(); i++) {
            a.read(i, left, 0);
            b.read(i, right, 0);
            assertThat(left).isEqualTo(right);
            assertThat(a.label(i)).isEqualTo(b.label(i));
            assertThat(a.id(i)).isEqualTo(b.id(i));
        }
    }

    @Test
    void dataInFilesAreTheDataInMemory() {
        PairedData memory = open(FrameKeeping.IN_MEMORY);
        PairedData made = open(keeping(FrameKeeping.Policy.ALWAYS));
        PairedData found = open(keeping(FrameKeeping.Policy.ALWAYS));

        for (PairedData files : List.of(made, found)) {
            assertThat(files.train()).isInstanceOf(CachedFrames.class);
            assertSame(memory.train(), files.train());
            assertSame(memory.images(), files.images());
            assertThat(files.scored().keySet()).isEqualTo(memory.scored().keySet());
            memory.scored()
                    .forEach((part, frames) -> assertSame(frames, files.scored().get(part)));
            assertThat(files.manifest()).isEqualTo(memory.manifest());
            assertThat(files.twin()).isEqualTo(memory.twin());
        }
        assertThat(cache.entries())
                .extracting(entry -> entry.content().orElseThrow().name())
                .containsExactlyInAnyOrder("n-mnist train", "n-mnist validation", "n-mnist test", "n-mnist images");
    }

    /** Of N-Omniglot, whose files hold several recordings each. */
    @Test
    void partsOfFilesAreTheSameInFilesAndInMemory() {
        NOmniglot twin = new NOmniglot(new NOmniglot.Config(
                1, 0, 0, 2000, 1, Stills.NONE, ReadSettings.Order.STRICT, true, new TwinSize(17, 1)));
        DatasetContext context = DataContexts.clean(null, 1);

        PairedData memory = twin.open(context);
        PairedData files = twin.open(context.keeping(keeping(FrameKeeping.Policy.ALWAYS)));

        assertSame(memory.train(), files.train());
        assertSame(memory.scored().get(PairedData.TEST), files.scored().get(PairedData.TEST));
        assertThat(files.manifest()).isEqualTo(memory.manifest());
        assertThat(cache.entries()).as("there are no images to keep").hasSize(2);
    }

    @Test
    void filesAreUsedOnlyWhereTheyAreWantedOrMemoryIsShort() {
        MemoryBudget small = new MemoryBudget(() -> 1000);
        MemoryBudget large = new MemoryBudget(() -> 1 << 30);

        assertThat(inFiles(FrameKeeping.Policy.ALWAYS, large)).isTrue();
        assertThat(inFiles(FrameKeeping.Policy.WHEN_NEEDED, large)).isFalse();
        assertThat(inFiles(FrameKeeping.Policy.WHEN_NEEDED, small)).isTrue();
        assertThat(inFiles(FrameKeeping.Policy.NEVER, large)).isFalse();
        assertThatThrownBy(() -> inFiles(FrameKeeping.Policy.NEVER, small))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("frames need 900 bytes", "lower data.share", "cache: when-needed");
    }

    private boolean inFiles(FrameKeeping.Policy policy, MemoryBudget budget) {
        return FrameShelf.choose("set", keeping(policy), budget, 900, "frames").inFiles();
    }

    @Test
    void aChangedRecordingIsPreparedAnew() throws IOException {
        open(keeping(FrameKeeping.Policy.ALWAYS));
        Path changed = data.resolve("n-mnist/Test/3/00004.bin");
        byte[] bytes = Files.readAllBytes(changed);
        bytes[0] = (byte) (bytes[0] == 0 ? 1 : 0);
        Files.write(changed, bytes);
        PairedData again = open(keeping(FrameKeeping.Policy.ALWAYS));

        assertSame(
                open(FrameKeeping.IN_MEMORY).scored().get(PairedData.TEST),
                again.scored().get(PairedData.TEST));
        assertThat(cache.entries()).hasSize(5);
    }

    @Test
    void nothingIsKeptOfAPartWithARecordingThatCannotBeRead() throws IOException {
        Files.write(data.resolve("n-mnist/Test/3/00004.bin"), new byte[7]);

        assertThatThrownBy(() -> open(keeping(FrameKeeping.Policy.ALWAYS)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("00004.bin");
        assertThat(cache.entries().stream().filter(entry -> entry.state() == CacheEntry.State.WHOLE))
                .extracting(entry -> entry.content().orElseThrow().name())
                .doesNotContain("n-mnist test");
    }

    @Test
    void withoutACacheThereIsNothingToKeepFramesIn() {
        assertThatThrownBy(() -> new FrameKeeping(FrameKeeping.Policy.ALWAYS, Optional.empty(), "a", "", "b", ""))
                .hasMessageContaining("must be NEVER without a cache");
    }
}
