package org.snn4j.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.FrameShape;
import org.snn4j.data.FrameSource;
import org.snn4j.data.encode.BinaryByNumber;
import org.snn4j.data.encode.VChannel;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.atis.AtisFormat;
import org.snn4j.data.image.Picture;
import org.snn4j.data.io.IdxFile;
import org.snn4j.data.simulate.DigitPainter;
import org.snn4j.data.simulate.SaccadeSensor;
import org.snn4j.data.simulate.SimulatedFolder;
import org.snn4j.data.split.Manifest;
import org.snn4j.data.split.ManifestSplit;
import org.snn4j.data.split.SplitRule;
import org.snn4j.data.split.StratifiedFolds;

/** On a simulated folder: 60 training recordings, 6 of each digit; 20 test recordings; 80 images, the first 60 of which are shown. */
class NMnistTest {
    private static final SaccadeSensor.Settings QUICK =
            new SaccadeSensor.Settings(0.8, 0.2, 1000, 0, 0.2, 3, 0, 20_000);
    private static final SimulatedFolder.Content SMALL =
            new SimulatedFolder.Content(60, 20, 80, 1, DigitPainter.Settings.DEFAULTS, QUICK);

    @TempDir
    private static Path made;

    private static Path original;

    @TempDir
    private Path folder;

    @BeforeAll
    static void generate() {
        original = SimulatedFolder.in(made, SMALL);
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private PairedData open(NMnist.Config config) {
        return new NMnist(config).open(DataContexts.clean(folder, 1));
    }

    private static NMnist.Config config(double share, double validation, int images) {
        return new NMnist.Config(share, validation, images, 2000, 1);
    }

    private static Set<String> ids(FrameSource source) {
        return IntStream.range(0, source.size()).mapToObj(source::id).collect(Collectors.toSet());
    }

    private static float[] sample(FrameSource source, int index) {
        float[] values = new float[source.shape().length()];
        source.read(index, values, 0);
        return values;
    }

    @Test
    void withoutShareEveryRecordingIsTrainedOnAndNoneIsLeftOut() {
        PairedData data = open(NMnist.Config.DEFAULTS);

        assertThat(data.train().size()).isEqualTo(60);
        assertThat(data.scored()).containsOnlyKeys("test");
        assertThat(data.scored().get("test").size()).isEqualTo(20);
        assertThat(data.images().size()).isEqualTo(80);
        assertThat(data.classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void folderOfSimulatedRecordingsIsCalledSimulatedWhereverItWasMovedAndOthersAreNot() throws IOException {
        assertThat(open(NMnist.Config.DEFAULTS).simulated()).isTrue();
        PairedData inside = new NMnist(NMnist.Config.DEFAULTS).open(DataContexts.clean(folder.resolve("n-mnist"), 1));
        assertThat(inside.simulated()).isTrue();
        Files.writeString(folder.resolve("README.txt"), "My recordings.");
        assertThat(open(NMnist.Config.DEFAULTS).simulated()).isFalse();
        Files.delete(folder.resolve("README.txt"));
        assertThat(open(NMnist.Config.DEFAULTS).simulated()).isFalse();
    }

    @Test
    void fingerprintFollowsNamesAndSizesOfTheFilesThatAreRead() throws IOException {
        NMnist dataset = new NMnist(NMnist.Config.DEFAULTS);
        String before = dataset.fingerprint(folder).orElseThrow();
        assertThat(before).startsWith("n-mnist: 82 files, ");
        assertThat(dataset.fingerprint(folder.resolve("n-mnist"))).hasValue(before);
        Files.writeString(folder.resolve("notes.txt"), "not read");
        assertThat(dataset.fingerprint(folder)).hasValue(before);
        Files.delete(folder.resolve("n-mnist/Train/0/00001.bin"));
        assertThat(dataset.fingerprint(folder).orElseThrow())
                .startsWith("n-mnist: 81 files, ")
                .isNotEqualTo(before);
    }

    @Test
    void partsOfAShareAreDisjointAndCoverTheTrainingRecordings() {
        PairedData data = open(config(0.5, 0.34, 0));

        assertThat(data.scored().keySet()).containsExactly("validation", "test", "left-out");
        Set<String> all = new HashSet<>(ids(data.train()));
        all.addAll(ids(data.scored().get("validation")));
        all.addAll(ids(data.scored().get("left-out")));
        assertThat(all).hasSize(60);
        assertThat(data.train().size()).isEqualTo(20);
        assertThat(data.scored().get("validation").size()).isEqualTo(10);
        assertThat(data.scored().get("left-out").size()).isEqualTo(30);
    }

    @Test
    void aShareKeepsTheProportionsOfTheClasses() {
        PairedData data = open(config(0.5, 0, 0));

        assertThat(data.manifest().counts().get("train").values()).containsOnly(3);
        assertThat(data.manifest().counts().get("left-out").values()).containsOnly(3);
    }

    @Test
    void aShareOrImagesThatAreFewerThanTheClassesAreRefused() {
        assertThatThrownBy(() -> open(config(0.01, 0, 0)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("data.share: asks for 1 samples, must ask for at least 1 of each of the 10 classes");
        assertThatThrownBy(() -> open(config(0.5, 0, 3)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("data.images: asks for 3 samples, must ask for at least 1 of each of the 10 classes");
    }

    @Test
    void cleanHidesTheImagesThatScoredRecordingsShow() {
        PairedData data = open(config(0.5, 0.34, 0));

        Set<String> seen = ids(data.images());
        data.manifest().entries().stream()
                .filter(entry ->
                        entry.part().equals("validation") || entry.part().equals("left-out"))
                .forEach(entry -> assertThat(seen).doesNotContain(entry.picture()));
        assertThat(data.images().size()).isEqualTo(80 - 10 - 30);
    }

    @Test
    void paperShowsEveryTrainingImage() {
        PairedData data = new NMnist(config(0.5, 0, 0)).open(DataContexts.of(folder, Protocol.PAPER, 1));

        assertThat(data.images().size()).isEqualTo(80);
    }

    @Test
    void recordingsThatAreNotScoredHideNoImage() {
        PairedData data = open(new NMnist.Config(0.5, 0, 0, 0, 1));

        assertThat(data.scored()).doesNotContainKey("left-out");
        assertThat(data.images().size()).isEqualTo(80);
    }

    @Test
    void theTwinOfARecordingIsTheImageItShows() {
        PairedData data = open(NMnist.Config.DEFAULTS);

        int[] twin = data.twin();
        for (int i = 0; i < twin.length; i++) {
            String number = data.train().id(i).replaceAll(".*/(\\d+)\\.bin", "$1");
            assertThat(data.images().id(twin[i])).endsWith("#" + number);
            assertThat(data.images().label(twin[i])).isEqualTo(data.train().label(i));
        }
    }

    @Test
    void aRecordingWhoseImageWasNotDrawnHasNoTwin() {
        PairedData data = open(config(1, 0, 20));

        long twins = Arrays.stream(data.twin()).filter(twin -> twin >= 0).count();
        long shown = IntStream.range(0, 20)
                .filter(i -> Integer.parseInt(data.images()
                                .id(i)
                                .substring(data.images().id(i).length() - 5))
                        <= 60)
                .count();
        assertThat(twins).isEqualTo(shown).isLessThan(60);
        assertThat(data.manifest().counts().get("images").values()).containsOnly(2);
    }

    @Test
    void framesAreThoseOfTheEncoders() throws IOException {
        PairedData data = open(NMnist.Config.DEFAULTS);

        DatasetContext context = DataContexts.clean(folder, 1);
        float[] expected = new float[DataContexts.STEPS * 2 * 34 * 34];
        context.events()
                .encode(
                        RecordingFormats.read(
                                new AtisFormat(),
                                folder.resolve(data.train().id(7)),
                                ReadSettings.DEFAULTS.withSensor(34, 34)),
                        expected,
                        0);
        assertThat(sample(data.train(), 7)).isEqualTo(expected);
        assertThat(data.train().shape()).isEqualTo(new FrameShape(DataContexts.STEPS, 2, 34, 34));

        IdxFile images = IdxFile.read(folder.resolve("mnist/train-images-idx3-ubyte.gz"), 3);
        float[] frame = new VChannel(VChannel.Config.DEFAULTS).frame(new Picture(28, 28, 1, images.item(3)), 34, 34);
        float[] shown = sample(data.images(), 3);
        for (int t = 0; t < DataContexts.STEPS; t++) {
            assertThat(Arrays.copyOfRange(shown, t * frame.length, (t + 1) * frame.length))
                    .isEqualTo(frame);
        }
    }

    @Test
    void theSameSeedGivesTheSameDataBitForBitAndAnotherSeedAnotherShare() {
        NMnist dataset = new NMnist(config(0.4, 0.5, 30));
        PairedData first = dataset.open(DataContexts.clean(folder, 1));
        PairedData again = dataset.open(DataContexts.clean(folder, 1));
        PairedData other = dataset.open(DataContexts.clean(folder, 2));

        assertThat(again.manifest()).isEqualTo(first.manifest());
        assertThat(again.manifest().digest()).isEqualTo(first.manifest().digest());
        assertThat(again.twin()).isEqualTo(first.twin());
        for (int i = 0; i < first.train().size(); i++) {
            assertThat(sample(again.train(), i)).isEqualTo(sample(first.train(), i));
        }
        for (int i = 0; i < first.images().size(); i++) {
            assertThat(sample(again.images(), i)).isEqualTo(sample(first.images(), i));
        }
        assertThat(ids(other.train())).isNotEqualTo(ids(first.train()));
    }

    @Test
    void aSmallerShareLiesInsideALargerOne() {
        assertThat(ids(open(config(0.5, 0, 0)).train()))
                .containsAll(ids(open(config(0.2, 0, 0)).train()));
    }

    private DatasetContext folds(Protocol protocol) {
        DatasetContext context = DataContexts.of(folder, protocol, 1);
        SplitRule folds = new StratifiedFolds(new StratifiedFolds.Config(3, 1, 1, StratifiedFolds.Over.TRAINING));
        return new DatasetContext(
                folder, context.events(), context.images(), protocol, Optional.of(folds), context.seeds());
    }

    @Test
    void anImageThatATestRecordingOfAFoldShowsIsHiddenUnderCleanAndListedUnderPaper() {
        PairedData clean = new NMnist(NMnist.Config.DEFAULTS).open(folds(Protocol.CLEAN));
        PairedData paper = new NMnist(NMnist.Config.DEFAULTS).open(folds(Protocol.PAPER));

        assertThat(clean.train().size()).isEqualTo(40);
        assertThat(clean.scored().get("test").size()).isEqualTo(20);
        assertThat(clean.images().size()).isEqualTo(60);
        assertThat(clean.manifest().leaks()).isEmpty();
        assertThat(paper.images().size()).isEqualTo(80);
        assertThat(paper.manifest().leaks()).hasSize(20).allMatch(leak -> leak.part()
                .equals("test"));
    }

    @Test
    void aSplitThatWasWrittenIsReadBackAndItsBytesAreChecked() throws IOException {
        PairedData first = new NMnist(NMnist.Config.DEFAULTS).open(folds(Protocol.CLEAN));
        first.manifest().write(folder.resolve("fold.json"));
        DatasetContext context = DataContexts.clean(folder, 7);
        DatasetContext again = new DatasetContext(
                folder,
                context.events(),
                context.images(),
                Protocol.CLEAN,
                Optional.of(new ManifestSplit(new ManifestSplit.Config("fold.json"))),
                context.seeds());

        PairedData second = new NMnist(NMnist.Config.DEFAULTS).open(again);
        assertThat(second.manifest()).isEqualTo(first.manifest());
        Path changed = folder.resolve(second.train().id(0));
        byte[] bytes = Files.readAllBytes(changed);
        Files.write(changed, Arrays.copyOf(bytes, bytes.length - 5));
        assertThatThrownBy(() -> new NMnist(NMnist.Config.DEFAULTS).open(again))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("split.file: " + second.train().id(0) + " has SHA-256");
    }

    @Test
    void aFolderGivenDirectlyIsRead() {
        PairedData data = new NMnist(NMnist.Config.DEFAULTS).open(DataContexts.clean(folder.resolve("n-mnist"), 1));

        assertThat(data.train().size()).isEqualTo(60);
        assertThat(data.train().id(0)).isEqualTo("Train/0/00001.bin");
    }

    @Test
    void missingDataSayWhatToGet() {
        assertThatThrownBy(() -> new NMnist(NMnist.Config.DEFAULTS).open(DataContexts.clean(null, 1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--data")
                .hasMessageContaining("SNN4J_DATA")
                .hasMessageContaining("garrickorchard.com")
                .hasMessageContaining("CC BY-SA 4.0");
        assertThatThrownBy(
                        () -> new NMnist(NMnist.Config.DEFAULTS).open(DataContexts.clean(folder.resolve("nowhere"), 1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nowhere is no folder");
        assertThatThrownBy(() ->
                        new NMnist(NMnist.Config.DEFAULTS).open(DataContexts.clean(folder.resolve("n-mnist/Train"), 1)))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.problems())
                        .hasSize(2));
    }

    @Test
    void aClassOnOneSideOnlyIsRefused() throws IOException {
        deleteAll(folder.resolve("n-mnist/Train/3"));

        assertThatThrownBy(() -> open(NMnist.Config.DEFAULTS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("data: Train: no sample of class 3, which every part must have");
    }

    @Test
    void fewerRecordingsThanClassesAreRefused() throws IOException {
        for (int digit = 0; digit < 9; digit++) {
            deleteAll(folder.resolve("n-mnist/Test/" + digit));
        }

        assertThatThrownBy(() -> open(NMnist.Config.DEFAULTS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("data: Test: 2 samples for 10 classes");
    }

    @Test
    void validationThatTakesTheLastRecordingOfAClassIsRefused() {
        assertThatThrownBy(() -> open(config(1 / 6.0, 0.99, 0)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("data.validation leaves 0 recordings of class 0");
    }

    @Test
    void aMinimumThatAClassCannotMeetIsRefused() {
        assertThatThrownBy(() -> open(new NMnist.Config(0.5, 0, 0, 2000, 7)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("class 0 has 6 samples, must have at least 7");
    }

    @Test
    void moreImagesThanThereAreIsRefused() {
        assertThatThrownBy(() -> open(config(0.5, 0, 51)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("data.images is 51, must be at most 50");
    }

    @Test
    void allUnreadableRecordingsAreListed() throws IOException {
        Path truncated = folder.resolve("n-mnist/Train/0/00001.bin");
        Files.write(truncated, Arrays.copyOf(Files.readAllBytes(truncated), 7));
        Files.write(folder.resolve("n-mnist/Train/1/00002.bin"), new byte[0]);
        Files.write(folder.resolve("n-mnist/Test/2/00003.bin"), new byte[] {34, 0, 0, 0, 1});

        assertThatThrownBy(() -> open(NMnist.Config.DEFAULTS))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.problems())
                        .hasSize(3)
                        .anyMatch(problem -> problem.contains("00001.bin, byte 5"))
                        .anyMatch(problem -> problem.contains("00002.bin"))
                        .anyMatch(problem -> problem.contains("Test/2/00003.bin, byte 0")));
    }

    @Test
    void aRecordingThatTheEncoderRefusesIsListed() throws IOException {
        Files.write(folder.resolve("n-mnist/Train/4/00005.bin"), new byte[] {1, 2, 0, 0, 1});
        DatasetContext context = DataContexts.clean(folder, 1);
        DatasetContext binary = new DatasetContext(
                folder,
                new BinaryByNumber(BinaryByNumber.Config.DEFAULTS),
                context.images(),
                Protocol.CLEAN,
                Optional.empty(),
                context.seeds());

        assertThatThrownBy(() -> new NMnist(NMnist.Config.DEFAULTS).open(binary))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems()).singleElement().asString().contains("00005.bin"));
    }

    @Test
    void aRecordingCopiedToTheTestPartIsAnOverlap() throws IOException {
        Files.copy(folder.resolve("n-mnist/Train/0/00011.bin"), folder.resolve("n-mnist/Test/0/00031.bin"));

        assertThatThrownBy(() -> open(NMnist.Config.DEFAULTS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("same bytes in two parts")
                .hasMessageContaining("n-mnist/Train/0/00011.bin in train")
                .hasMessageContaining("n-mnist/Test/0/00031.bin in test");
    }

    @Test
    void aRecordingInTheFolderOfAnotherDigitIsRefused() throws IOException {
        Files.move(folder.resolve("n-mnist/Train/0/00001.bin"), folder.resolve("n-mnist/Train/8/00001.bin"));

        assertThatThrownBy(() -> open(NMnist.Config.DEFAULTS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("data: n-mnist/Train/8/00001.bin shows image 1, which is labelled 0");
    }

    @Test
    void foreignNamesAreRefused() throws IOException {
        Files.move(folder.resolve("n-mnist/Train/0/00001.bin"), folder.resolve("n-mnist/Train/0/first.bin"));
        Files.createDirectories(folder.resolve("n-mnist/Train/ten"));

        assertThatThrownBy(() -> open(NMnist.Config.DEFAULTS))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.problems())
                        .hasSize(2)
                        .anyMatch(problem -> problem.contains("first.bin is not named by the number of its picture"))
                        .anyMatch(problem -> problem.contains("class folder") && problem.contains("ten is unknown")));
    }

    @Test
    void aDamagedImageFileIsRefused() throws IOException {
        Path labels = folder.resolve("mnist/train-labels-idx1-ubyte.gz");
        Files.write(labels, new IdxFile(new int[] {79}, new byte[79]).gzipped());

        assertThatThrownBy(() -> open(NMnist.Config.DEFAULTS))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("79 labels")
                .hasMessageContaining("80, one for each image");
    }

    @Test
    void theManifestIsWrittenWhole() throws IOException {
        PairedData data = open(config(0.5, 0, 20));
        Path file = folder.resolve("out/manifest.json");
        data.manifest().write(file);

        String json = Files.readString(file);
        assertThat(json).contains(data.manifest().digest(), "n-mnist/Train/0/", "\"sha256\"", "\"left-out\"");
        assertThat(data.manifest().entries()).hasSize(30 + 20 + 30 + 20).allSatisfy(entry -> assertThat(entry.sha256())
                .hasSize(64));
        assertThat(data.manifest().entries())
                .extracting(Manifest.Entry::part)
                .containsOnly("train", "test", "left-out", "images");
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        for (NMnistCase wrong : List.of(
                new NMnistCase(0, 0, 0, 0, 1, "share is 0.0"),
                new NMnistCase(1.1, 0, 0, 0, 1, "share is 1.1"),
                new NMnistCase(1, 1, 0, 0, 1, "validation is 1.0"),
                new NMnistCase(1, 0, -1, 0, 1, "images is -1"),
                new NMnistCase(1, 0, 0, -1, 1, "left-out is -1"),
                new NMnistCase(1, 0, 0, 0, 0, "minimum is 0"))) {
            assertThatThrownBy(wrong::config)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong.message());
        }
    }

    private record NMnistCase(double share, double validation, int images, int leftOut, int minimum, String message) {
        NMnist.Config config() {
            return new NMnist.Config(share, validation, images, leftOut, minimum);
        }
    }

    private static void deleteAll(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
