package org.snn4j.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Seeds;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.pair.CepPartners;

class SplitRulesTest {
    @TempDir
    private Path folder;

    /** Classes of these sizes, each numbered from 0; paths are label/number. */
    private SplitTask classes(int... sizes) {
        List<Candidate> recordings = new ArrayList<>();
        for (int label = 0; label < sizes.length; label++) {
            for (int number = 0; number < sizes[label]; number++) {
                recordings.add(new Candidate(label, number, "", label + "/" + number));
            }
        }
        return new SplitTask("toy", names(sizes.length), recordings, folder);
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "class-" + i).toList();
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    @Test
    void firstNineHundredOfEachThousandTrain() {
        Partition parts = new FirstOfClass(FirstOfClass.Config.DEFAULTS).split(classes(1000, 1000));

        assertThat(parts.train()).hasSize(1800).startsWith(0).endsWith(1899);
        assertThat(parts.test())
                .isEqualTo(IntStream.concat(IntStream.range(900, 1000), IntStream.range(1900, 2000))
                        .toArray());
    }

    @Test
    void aClassTooSmallForTheFirstOfEachIsNamed() {
        assertThatThrownBy(() -> new FirstOfClass(new FirstOfClass.Config(10, 0)).split(classes(11, 10)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("class 'class-1' of toy has 10 recordings, must have more than the 10");
    }

    @Test
    void spikingJellyRoundsUpAndHeRoundsHalvesToEven() {
        // 0.9 * 45 = 40.5: up 41, to even 40; 0.9 * 35 = 31.5: up 32, to even 32
        SplitTask task = classes(45, 35);
        assertThat(new SpikingJellySplit(SpikingJellySplit.Config.DEFAULTS)
                        .split(task)
                        .train())
                .hasSize(41 + 32);
        assertThat(new He2024Rule(He2024Rule.Config.DEFAULTS).split(task).train())
                .hasSize(40 + 32);
    }

    @Test
    void ruleAndPublishedSplitAreTheSame() {
        int[] sizes = {45, 35, 55, 467, 200};
        SplitTask task = classes(sizes);
        He2024Split published = new He2024Split(sizes, 0.9);
        Partition he = new He2024Rule(He2024Rule.Config.DEFAULTS).split(task);
        assertThat(he.train()).isEqualTo(published.train());
        assertThat(he.test()).isEqualTo(published.test());
        LeadingSplit leading = LeadingSplit.roundedUp(task.labels(), sizes.length, 0.9);
        Partition jelly = new SpikingJellySplit(SpikingJellySplit.Config.DEFAULTS).split(task);
        assertThat(jelly.train()).isEqualTo(leading.train());
        assertThat(jelly.test()).isEqualTo(leading.test());
        CepPartners cep = CepPartners.of(3, 500, 0.5);
        assertThat(new He2024CepRule(He2024CepRule.Config.DEFAULTS)
                        .split(classes(500, 500, 500))
                        .train())
                .isEqualTo(cep.train());
    }

    @Test
    void halfOfEachClassOfCepTrainsTheNextFifthIsTestedOnAndTheRestIsNotUsed() {
        Partition parts = new He2024CepRule(He2024CepRule.Config.DEFAULTS).split(classes(10, 10));

        assertThat(parts.train()).containsExactly(0, 1, 2, 3, 4, 10, 11, 12, 13, 14);
        assertThat(parts.test()).containsExactly(5, 6, 15, 16);
    }

    @Test
    void tebnTestsOnTheFirstHundredNumbersAndTetTrainsOnTheFirstSevenHundred() {
        SplitTask task = classes(1000);
        Partition tebn = new TebnSplit(TebnSplit.Config.DEFAULTS).split(task);
        assertThat(tebn.test()).isEqualTo(range(0, 100));
        assertThat(tebn.train()).isEqualTo(range(100, 1000));
        Partition tet = new TetSplit(TetSplit.Config.DEFAULTS).split(task);
        assertThat(tet.train()).isEqualTo(range(0, 700));
        assertThat(tet.test()).isEqualTo(range(700, 1000));
    }

    @Test
    void splitsByNumberNeedNumbersAndTwoParts() {
        SplitTask task = new SplitTask("toy", names(1), List.of(new Candidate(0, -1, "", "a.bin")), folder);
        assertThatThrownBy(() -> new TetSplit(TetSplit.Config.DEFAULTS).split(task))
                .hasMessageContaining("a.bin of toy bears no number");
        assertThatThrownBy(() -> new TetSplit(TetSplit.Config.DEFAULTS).split(classes(20)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("20 would train and 0 be tested on");
    }

    @Test
    void fifteenOfTwentyDrawingsTrain() {
        Partition parts = new NOmniglotSplit(NOmniglotSplit.Config.DEFAULTS).split(classes(20, 20));

        assertThat(parts.test()).containsExactly(15, 16, 17, 18, 19, 35, 36, 37, 38, 39);
        assertThat(parts.train()).hasSize(30);
    }

    @Test
    void ownSplitIsThatOfThePublisherAndRefusedWhereThereIsNone() {
        SplitTask task = new SplitTask(
                "toy",
                names(1),
                List.of(
                        new Candidate(0, 1, Candidate.TRAIN, "a"),
                        new Candidate(0, 1, Candidate.TEST, "b"),
                        new Candidate(0, 2, Candidate.TRAIN, "c")),
                folder);
        Partition parts = new OwnSplit(OwnSplit.Config.DEFAULTS).split(task);
        assertThat(parts.train()).containsExactly(0, 2);
        assertThat(parts.test()).containsExactly(1);
        assertThatThrownBy(() -> new OwnSplit(OwnSplit.Config.DEFAULTS).split(classes(4)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("toy comes without a split of its own");
    }

    @Test
    void foldsTestEveryRecordingOnceAndDifferByOneAtMost() {
        SplitTask task = classes(11, 7, 20);
        int[] tested = new int[38];
        List<Integer> sizes = new ArrayList<>();
        for (int fold = 0; fold < 5; fold++) {
            Partition parts =
                    new StratifiedFolds(new StratifiedFolds.Config(5, fold, 3, StratifiedFolds.Over.ALL)).split(task);
            assertThat(parts.train()).hasSize(38 - parts.test().length);
            sizes.add(parts.test().length);
            for (int label = 0; label < 3; label++) {
                int wanted = label;
                long members = Arrays.stream(parts.test())
                        .filter(i -> task.recordings().get(i).label() == wanted)
                        .count();
                int size = task.ofClass(label).length;
                assertThat(members).isBetween((long) (size / 5), (size + 4) / 5L);
            }
            Arrays.stream(parts.test()).forEach(i -> tested[i]++);
        }
        assertThat(tested).containsOnly(1);
        assertThat(sizes).allMatch(size -> size == 7 || size == 8);
    }

    @Test
    void foldsLeaveThePublishersTestPartAlone() {
        List<Candidate> recordings = new ArrayList<>(classes(10).recordings());
        recordings.replaceAll(recording -> new Candidate(0, recording.number(), Candidate.TRAIN, recording.path()));
        recordings.add(new Candidate(0, 99, Candidate.TEST, "test"));
        SplitTask task = new SplitTask("toy", names(1), recordings, folder);

        Partition parts = new StratifiedFolds(StratifiedFolds.Config.DEFAULTS).split(task);

        assertThat(parts.train()).hasSize(8);
        assertThat(parts.test()).hasSize(2).doesNotContain(10);
    }

    @Test
    void moreFoldsThanRecordingsOfAClassAreRefused() {
        assertThatThrownBy(() -> new StratifiedFolds(StratifiedFolds.Config.DEFAULTS).split(classes(9, 4)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("split.k: class 'class-1' of toy has 4 recordings, must have at least 5");
    }

    @Test
    void aRandomSplitKeepsTheProportionsAndDependsOnItsOwnSeedOnly() {
        SplitTask task = classes(100, 50);
        Partition parts = new RandomSplit(new RandomSplit.Config(0.8, 1)).split(task);

        assertThat(parts.train()).hasSize(120);
        assertThat(Arrays.stream(parts.train()).filter(i -> i < 100)).hasSize(80);
        assertThat(new RandomSplit(new RandomSplit.Config(0.8, 1)).split(task)).isEqualTo(parts);
        assertThat(new RandomSplit(new RandomSplit.Config(0.8, 2)).split(task)).isNotEqualTo(parts);
    }

    @Test
    void nestedSharesLieInsideEachOtherWhateverTheSizesOfTheClasses() {
        int[] labels = classes(45, 35, 55, 467, 2, 200).labels();
        int[] before = {};
        for (int total = 0; total <= labels.length; total++) {
            int[] drawn = BalancedDraw.nested(labels, total, 0, new Seeds(1).stream("share"));
            assertThat(drawn).hasSize(total);
            assertThat(Arrays.stream(before).allMatch(i -> Arrays.binarySearch(drawn, i) >= 0))
                    .as("share of " + total)
                    .isTrue();
            before = drawn;
        }
    }

    @Test
    void nestedQuotasFollowTheSizes() {
        // odd divisors, largest first: 20/1, 10/1, 20/3, 20/5, 10/3, 20/7
        assertThat(BalancedDraw.nestedQuotas(new int[] {20, 10}, 6, 0)).containsExactly(4, 2);
        assertThat(BalancedDraw.nestedQuotas(new int[] {100, 1}, 2, 1)).containsExactly(2, 1);
    }

    private Manifest manifest(SplitTask task, String sha) {
        return new Manifest(List.of(
                new Manifest.Entry("train", "0/3", sha + "a", "class-0", ""),
                new Manifest.Entry("validation", "1/0", sha + "b", "class-1", ""),
                new Manifest.Entry("test", "0/1", sha + "c", "class-0", ""),
                new Manifest.Entry("left-out", "0/2", sha + "d", "class-0", ""),
                new Manifest.Entry("images", "img#1", sha + "e", "class-0", "img#1")));
    }

    @Test
    void aManifestIsReadAndWritten() throws IOException {
        SplitTask task = classes(4, 4);
        Manifest written = manifest(task, "0");
        written.write(folder.resolve("manifest.json"));

        assertThat(Manifest.read(folder.resolve("manifest.json"))).isEqualTo(written);
        Partition parts = new ManifestSplit(ManifestSplit.Config.DEFAULTS).split(task);
        assertThat(parts.train()).containsExactly(3, 4);
        assertThat(parts.test()).containsExactly(1);
    }

    @Test
    void recordingsWithOtherBytesThanInTheManifestAreNamed() throws IOException {
        SplitTask task = classes(4, 4);
        manifest(task, "0").write(folder.resolve("manifest.json"));
        ManifestSplit split = new ManifestSplit(ManifestSplit.Config.DEFAULTS);

        assertThat(split.contradictions(manifest(task, "0"), task)).isEmpty();
        assertThat(split.contradictions(manifest(task, "1"), task))
                .hasSize(4)
                .contains("split.file: 0/3 has SHA-256 1a, in manifest.json it has 0a");
    }

    @Test
    void recordingsOfAManifestThatAreNotThereAreNamed() throws IOException {
        manifest(null, "0").write(folder.resolve("manifest.json"));

        assertThatThrownBy(() -> new ManifestSplit(ManifestSplit.Config.DEFAULTS).split(classes(3, 4)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("split.file: 0/3 of manifest.json is no recording of toy");
    }

    @Test
    void aChangedManifestIsRefused() throws IOException {
        Path file = folder.resolve("manifest.json");
        manifest(null, "0").write(file);
        Files.writeString(file, Files.readString(file).replace("\"0c\"", "\"0f\""));

        assertThatThrownBy(() -> Manifest.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("the digest that it states");
    }

    @Test
    void whatIsNoManifestIsRefused() throws IOException {
        Path file = folder.resolve("manifest.json");
        for (String text : List.of("", "{", "[]", "{}", "{\"digest\": \"0\", \"entries\": [{}]}", "\u0000\u0001")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> Manifest.read(file)).as(text).isInstanceOf(DataFormatException.class);
        }
    }

    @Test
    void leaksAreFoundAndUnknownPicturesCounted() {
        Manifest manifest = new Manifest(List.of(
                new Manifest.Entry("train", "a", "1", "0", "img#1"),
                new Manifest.Entry("test", "b", "2", "0", "img#2"),
                new Manifest.Entry("validation", "c", "3", "0", "img#3"),
                new Manifest.Entry("test", "d", "4", "0", ""),
                new Manifest.Entry("images", "img#1", "5", "0", "img#1"),
                new Manifest.Entry("images", "img#2", "6", "0", "img#2")));

        assertThat(manifest.leaks()).containsExactly(new Manifest.Leak("img#2", "b", "test"));
        assertThat(manifest.unknownPictures()).isEqualTo(1);
    }
}
