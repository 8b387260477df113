package org.snn4j.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DatasetCardsTest {
    @Test
    void everySetHasACard() {
        assertThat(DatasetCards.all())
                .extracting(DatasetCard::name)
                .containsExactly(
                        "n-mnist",
                        "cifar10-dvs",
                        "n-caltech101",
                        "cep-dvs",
                        "n-omniglot",
                        "dvs128-gesture",
                        "asl-dvs",
                        "n-cars",
                        "mnist",
                        "cifar-10",
                        "caltech101",
                        "omniglot");
    }

    @Test
    void onlyLicencesThatWereReadAreNamed() {
        for (DatasetCard card : DatasetCards.all()) {
            String text = card.licence().text();
            if (card.licence().evidence().isVerified()) {
                assertThat(text).startsWith(card.licence().name()).contains("http");
            } else {
                assertThat(text).startsWith("not verified: see ").doesNotContain("CC BY", "MIT");
            }
            assertThat(card.toGet()).contains(text);
            assertThat(card.lines()).contains("licence: " + text);
        }
        assertThat(DatasetCards.of("n-mnist").licence().text()).startsWith("CC BY-SA 4.0");
        assertThat(DatasetCards.of("cifar10-dvs").licence().text()).startsWith("not verified");
    }

    @Test
    void whatToGetSaysFromWhereHowLargeAndWhereToPutIt() {
        assertThat(DatasetCards.of("cifar-10").toGet())
                .contains("cifar-10-binary.tar.gz", "https://www.cs.toronto.edu", "162 MB", "data_batch_1.bin");
        assertThat(DatasetCards.of("cifar10-dvs").toGet())
                .contains("airplane.zip", "truck.zip", "size not known", "cifar10-dvs/<class>");
    }

    @Test
    void addressesAreEncryptedAndChecksumsWellFormed() {
        assertThat(DatasetCards.all()).flatExtracting(DatasetCard::files).allSatisfy(file -> {
            assertThat(file.url().orElse("https://")).startsWith("https://");
            assertThat(file.md5().orElse("0".repeat(32))).matches("[0-9a-f]{32}");
        });
        assertThatThrownBy(
                        () -> new DatasetFile("a", Optional.of("http://a"), Optional.empty(), OptionalLong.empty(), ""))
                .hasMessageContaining("must begin with https://");
        assertThatThrownBy(() -> new DatasetFile("a", Optional.empty(), Optional.of("12"), OptionalLong.empty(), ""))
                .hasMessageContaining("32 hexadecimal digits");
    }

    @Test
    void cifar10DvsIsTenArchives() {
        List<DatasetFile> files = DatasetCards.of("cifar10-dvs").files();
        assertThat(files).hasSize(10);
        assertThat(files.get(0).md5()).contains("0afd5c4bf9ae06af762a77b180354fdd");
        assertThat(files.get(9).url()).contains("https://ndownloader.figshare.com/files/7712839");
    }

    @Test
    void unknownNamesAreRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> DatasetCards.of("n-mnis")).hasMessageContaining("n-mnist");
    }
}
