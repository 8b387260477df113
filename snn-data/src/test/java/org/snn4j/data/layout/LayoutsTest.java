package org.snn4j.data.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ReadSettings.Order;
import org.snn4j.data.format.Sensor;
import org.snn4j.data.format.atis.AtisFormat.Overflow;
import org.snn4j.data.split.Candidate;
import org.snn4j.data.split.Digest;
import org.snn4j.data.twin.TwinFolder;
import org.snn4j.data.twin.TwinSet;

/** Layouts on small simulated folders, some of them damaged. */
class LayoutsTest {
    private static final Stills OWN = new Stills(Stills.OWN);
    private static final Stills NONE = new Stills(Stills.NONE);

    @TempDir
    private Path cache;

    private Path twin(TwinSet set) {
        return TwinFolder.in(cache, new TwinFolder.Content(set, 2, 1));
    }

    static Map<String, Layout> layouts() {
        return Map.of(
                "cifar10-dvs", new Cifar10DvsLayout(Cifar10DvsLayout.Address.UPRIGHT, Order.STRICT),
                "n-caltech101", new NCaltech101Layout(true, Overflow.MARKED, Order.STRICT),
                "cep-dvs", new CepDvsLayout(new Sensor(346, 260), Order.STRICT),
                "n-omniglot", new NOmniglotLayout(Order.STRICT),
                "dvs128-gesture", new Dvs128GestureLayout(Order.STRICT),
                "asl-dvs", new AslDvsLayout(Order.STRICT),
                "n-cars", new NCarsLayout(Order.STRICT));
    }

    static Stream<String> names() {
        return layouts().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void dataThatAreMissingSayWhatToGetFromWhereUnderWhichLicenceAndWhereToPutIt(String name) {
        Layout layout = layouts().get(name);
        String licence = DatasetCards.of(name).licence().text();
        for (Path folder : new Path[] {cache, cache.resolve("nowhere"), null}) {
            assertThatThrownBy(() -> layout.find(folder, OWN))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(DatasetCards.of(name).page())
                    .hasMessageContaining("size not known")
                    .hasMessageContaining("licence " + licence)
                    .hasMessageContaining(DatasetCards.of(name).layout().get(0));
        }
        assertThatThrownBy(() -> layout.find(null, OWN)).hasMessageContaining("--data DIR or SNN4J_DATA");
    }

    private static EventStream first(Holdings holdings) throws IOException {
        return holdings.decoder().decode(holdings.recordings().get(0).file(), new Digest());
    }

    @Test
    void recordingsOfCifarAreListedByClassAndNumberAndShowWhatNobodyKnows() throws IOException {
        Path folder = twin(TwinSet.CIFAR10_DVS);
        Holdings holdings = layouts().get("cifar10-dvs").find(folder, OWN);

        assertThat(holdings.generated()).isTrue();
        assertThat(holdings.recordings()).hasSize(20);
        assertThat(holdings.recordings().get(3))
                .isEqualTo(Recording.whole(
                        folder.resolve("cifar10-dvs/automobile/cifar10_automobile_1.aedat"),
                        "cifar10-dvs/automobile/cifar10_automobile_1.aedat",
                        1,
                        1));
        assertThat(first(holdings).width()).isEqualTo(128);
        Files.move(
                folder.resolve("cifar10-dvs/bird/cifar10_bird_1.aedat"), folder.resolve("cifar10-dvs/bird/bird.aedat"));
        assertThatThrownBy(() -> layouts().get("cifar10-dvs").find(folder, OWN))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("bird.aedat has no number in its name");
    }

    @Test
    void theDecoderGivesTheDigestOfTheFile() throws IOException {
        Holdings holdings = layouts().get("cifar10-dvs").find(twin(TwinSet.CIFAR10_DVS), NONE);
        Path file = holdings.recordings().get(5).file();
        Digest digest = new Digest();
        holdings.decoder().decode(file, digest);

        assertThat(digest.hex()).isEqualTo(Digest.of(Files.readAllBytes(file)));
        assertThat(holdings.images().size()).isZero();
    }

    @Test
    void theMatlabLayoutLiesOnItsSide() throws IOException {
        Path folder = twin(TwinSet.CIFAR10_DVS);
        EventStream upright = first(layouts().get("cifar10-dvs").find(folder, NONE));
        EventStream aside =
                first(new Cifar10DvsLayout(Cifar10DvsLayout.Address.MATLAB, Order.STRICT).find(folder, NONE));

        // upright: x = 127 - y', y = 127 - x'; MATLAB: x = 127 - x', y = y'
        assertThat(aside.x(0)).isEqualTo(upright.y(0));
        assertThat(aside.y(0)).isEqualTo(127 - upright.x(0));
    }

    @Test
    void recordingsOfCaltechShowTheImageOfTheirClassAndNumber() throws IOException {
        Holdings holdings = layouts().get("n-caltech101").find(twin(TwinSet.N_CALTECH101), OWN);

        assertThat(holdings.classes())
                .startsWith("BACKGROUND_Google", "Faces_easy")
                .hasSize(7);
        assertThat(holdings.recordings())
                .allSatisfy(recording -> assertThat(holdings.images().id(recording.picture()))
                        .endsWith(recording.path().replaceAll(".*Caltech101/(.*)\\.bin", "$1.jpg")));
    }

    @Test
    void theBackgroundClassCanBeLeftOut() throws IOException {
        Path folder = twin(TwinSet.N_CALTECH101);
        Holdings holdings = new NCaltech101Layout(false, Overflow.MARKED, Order.STRICT).find(folder, OWN);

        assertThat(holdings.classes()).doesNotContain("BACKGROUND_Google").hasSize(6);
        assertThat(holdings.images().size()).isEqualTo(12);
    }

    @Test
    void imagesThatAreNotTheSetsOwnAreNoTwins() throws IOException {
        Path folder = twin(TwinSet.N_CALTECH101);
        Holdings holdings = layouts().get("n-caltech101").find(folder, new Stills("caltech101/101_ObjectCategories"));

        assertThat(holdings.images().size()).isEqualTo(14);
        assertThat(holdings.recordings()).allMatch(recording -> recording.picture() == Recording.UNKNOWN);
    }

    @Test
    void gesturesAreRowsOfTheLabelFiles() throws IOException {
        Path folder = twin(TwinSet.DVS128_GESTURE);
        Holdings holdings = layouts().get("dvs128-gesture").find(folder, NONE);

        assertThat(holdings.classes()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
        assertThat(holdings.recordings()).hasSize(22);
        Recording recording = holdings.recordings().get(2);
        assertThat(recording.path()).endsWith("user01_simulated.aedat#2");
        assertThat(recording.part()).isEqualTo(Candidate.TRAIN);
        assertThat(recording.label()).isEqualTo(1);
        Span span = recording.span().orElseThrow();
        EventStream own = first(holdings).between(span.from(), span.to());
        assertThat(own.size()).isPositive();
        assertThat(own.firstTime()).isGreaterThanOrEqualTo(span.from());
        assertThat(own.lastTime()).isEqualTo(span.to() - 1);
        assertThat(holdings.recordings().stream().map(Recording::part).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("train", "test");
    }

    @Test
    void gestureTablesThatAreWrongAreNamedWithTheirByte() throws IOException {
        Path folder = twin(TwinSet.DVS128_GESTURE).resolve("dvs128-gesture/DvsGesture");
        Path labels = folder.resolve("user01_simulated_labels.csv");
        String text = Files.readString(labels);
        Layout layout = layouts().get("dvs128-gesture");
        Files.writeString(labels, text.replaceFirst("\n1,", "\none,"));
        assertThatThrownBy(() -> layout.find(folder, NONE))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("byte 34: found 'one' in column 1, expected a whole number");
        Files.writeString(labels, text.replaceFirst("\n1,", "\n12,"));
        assertThatThrownBy(() -> layout.find(folder, NONE)).hasMessageContaining("class 12");
        Files.writeString(labels, "class,start,end\n1,5,5\n");
        assertThatThrownBy(() -> layout.find(folder, NONE)).hasMessageContaining("from 5 to 5 us");
        Files.delete(labels);
        assertThatThrownBy(() -> layout.find(folder, NONE)).hasMessageContaining("lacks its labels");
        Files.writeString(folder.resolve("trials_to_test.txt"), "../../secret.aedat\n");
        assertThatThrownBy(() -> layout.find(folder, NONE)).hasMessageContaining("which is not there");
    }

    @Test
    void setsThatWereNotMadeFromImagesHaveNone() {
        assertThatThrownBy(() -> layouts().get("n-cars").find(twin(TwinSet.N_CARS), OWN))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("n-cars was not made from images; use 'none'");
    }

    @Test
    void carsComeWithTheirOwnSplit() throws IOException {
        Holdings holdings = layouts().get("n-cars").find(twin(TwinSet.N_CARS), NONE);

        assertThat(holdings.recordings().stream()
                        .collect(Collectors.groupingBy(Recording::part, Collectors.counting())))
                .isEqualTo(Map.of("train", 4L, "test", 2L));
        assertThat(first(holdings).width()).isEqualTo(120);
    }

    @Test
    void samplesOfOmniglotAreStretchesOfAFileAndShowTheirDrawing() throws IOException {
        Path folder = twin(TwinSet.N_OMNIGLOT);
        Holdings holdings = layouts().get("n-omniglot").find(folder, OWN);

        assertThat(holdings.classes()).hasSize(12).contains("Simulated_Alphabet_3/character04");
        Recording second = holdings.recordings().get(1);
        assertThat(second.path()).isEqualTo("n-omniglot/dvs_background/Simulated_Alphabet_1/character01/0001.aedat4#2");
        assertThat(second.span()).isNotEqualTo(Optional.empty());
        assertThat(holdings.images().id(second.picture()))
                .isEqualTo("omniglot/images_background/Simulated_Alphabet_1/character01/0001_02.png");
        Files.delete(second.file().resolveSibling("0001.csv"));
        assertThatThrownBy(() -> layouts().get("n-omniglot").find(folder, OWN))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("holds 0 files *.csv, must hold one");
    }

    @Test
    void recordingsOfCepGoByTheirNumberNotByTheirPlaceInAList() throws IOException {
        Path folder = twin(TwinSet.CEP_DVS);
        Holdings holdings = layouts().get("cep-dvs").find(folder, OWN);

        assertThat(holdings.recordings()).hasSize(40).allSatisfy(recording -> {
            assertThat(recording.label()).isEqualTo(recording.number() / 2);
            assertThat(holdings.images().id(recording.picture()))
                    .isEqualTo("cep-dvs/data/img/" + recording.number() + ".png");
        });
        Path table = folder.resolve("cep-dvs/pathFile.csv");
        List<String> rows = Files.readAllLines(table);
        Files.write(table, rows.subList(0, 40));
        assertThatThrownBy(() -> layouts().get("cep-dvs").find(folder, OWN))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("39.mat has no row");
        Files.writeString(table, "path\na b c d cats\n");
        assertThatThrownBy(() -> layouts().get("cep-dvs").find(folder, OWN))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("byte 5: found 'a b c d cats'");
    }

    @Test
    void rowsOfAslCountFromTheBottomInTheFiles() throws IOException {
        Holdings holdings = layouts().get("asl-dvs").find(twin(TwinSet.ASL_DVS), NONE);

        assertThat(holdings.classes()).hasSize(24).doesNotContain("j", "z");
        assertThat(first(holdings).height()).isEqualTo(180);
    }
}
