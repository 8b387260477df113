package org.snn4j.data.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.io.ImageFiles;

class ImageSetsTest {
    private static final int RECORD = 1 + 3 * 32 * 32;

    @TempDir
    private Path data;

    private static byte[] png(int rgb) throws IOException {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, rgb);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private void file(String name, byte[] bytes) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void zip(String name, String... entries) throws IOException {
        Files.createDirectories(data.resolve(name).getParent());
        try (OutputStream out = Files.newOutputStream(data.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i++) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(png(i + 1));
            }
        }
    }

    @Test
    void fiveBatchesOfCifarAreReadInOrder() throws IOException {
        for (int batch = 1; batch <= 5; batch++) {
            byte[] record = new byte[RECORD];
            record[0] = (byte) batch;
            file("cifar-10/data_batch_" + batch + ".bin", record);
        }
        file("cifar-10/test_batch.bin", new byte[RECORD]);

        LabelledImages images = ImageSets.cifar10(data);

        assertThat(images.size()).isEqualTo(5);
        assertThat(images.label(4)).isEqualTo(5);
        assertThat(images.id(4)).isEqualTo("data_batch_5.bin#00001");
        assertThat(images.picture(4).channels()).isEqualTo(3);
    }

    @Test
    void picturesOfAnArchiveStandForBatchesThatAreNotWhole() throws IOException {
        file("cifar-10/data_batch_1.first4000.bin", new byte[RECORD]);
        zip(
                "cifar-10/jpeg-train.zip",
                "train/ship/0001.png",
                "train/bird/0007.png",
                "train/bird/notes.txt",
                "train/x/1.png");
        zip("cifar-10/jpeg-test.zip", "test/ship/0001.png");

        LabelledImages images = ImageSets.cifar10(data);

        assertThat(images.size()).isEqualTo(2);
        assertThat(images.id(0)).isEqualTo("cifar-10/jpeg-train.zip#train/bird/0007.png");
        assertThat(images.label(0)).isEqualTo(2);
        assertThat(images.picture(1).value(0, 0, 2)).isEqualTo(1);
    }

    @Test
    void pickledBatchesAreRefusedAndTheReasonIsGiven() throws IOException {
        file("cifar-10-batches-py/data_batch_1", new byte[] {(byte) 0x80, 2});

        assertThatThrownBy(() -> ImageSets.cifar10(data))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("loading it could run code")
                .hasMessageContaining("cifar-10-binary.tar.gz");
    }

    @Test
    void missingImagesSayWhatToGetAndHowToDoWithout() {
        assertThatThrownBy(() -> ImageSets.caltech101(data, List.of("anchor")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("caltech-101.zip")
                .hasMessageContaining("data.caltech.edu")
                .hasMessageContaining("licence not verified")
                .hasMessageContaining("data.stills: none");
    }

    @Test
    void caltechTakesTheClassesAskedForOnly() throws IOException {
        zip(
                "caltech101/101_ObjectCategories-some.zip",
                "101_ObjectCategories/anchor/image_0002.jpg",
                "101_ObjectCategories/Faces/image_0001.jpg",
                "101_ObjectCategories/anchor/image_0001.jpg");

        LabelledImages images = ImageSets.caltech101(data, List.of("Leopards", "anchor"));

        assertThat(images.size()).isEqualTo(2);
        assertThat(images.id(0)).endsWith("anchor/image_0001.jpg");
        assertThat(images.label(0)).isEqualTo(1);
    }

    @Test
    void omniglotIsNamedByAlphabetAndCharacter() throws IOException {
        file("omniglot/images_background/Greek/character02/0012_03.png", png(1));
        file("omniglot/images_evaluation/Oriya/character01/1000_01.png", png(2));

        LabelledImages images = ImageSets.omniglot(data, List.of("Greek/character02", "Oriya/character01"));

        assertThat(images.size()).isEqualTo(2);
        assertThat(images.label(1)).isEqualTo(1);
        assertThat(images.id(0)).isEqualTo("omniglot/images_background/Greek/character02/0012_03.png");
    }

    @Test
    void aFolderOfImagesNeedsTheFoldersOfTheClasses() throws IOException {
        file("mine/cat/1.png", png(1));
        file("mine/dog/1.png", png(1));

        assertThat(ImageSets.folder(data, "mine", List.of("cat", "dog")).size()).isEqualTo(2);
        assertThatThrownBy(() -> ImageSets.folder(data, "mine", List.of("cat")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("dog is no class");
        assertThatThrownBy(() -> ImageSets.folder(data, "yours", List.of("cat")))
                .hasMessageContaining("there is no folder");
    }

    @Test
    void damagedImagesAndArchivesAreNamed() throws IOException {
        file("mine/cat/1.png", new byte[] {1, 2, 3});
        LabelledImages images = ImageSets.folder(data, "mine", List.of("cat"));
        assertThatThrownBy(() -> images.picture(0))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("1.png, byte 0");
        file("caltech101/101_ObjectCategories.zip", new byte[] {1, 2, 3});
        assertThatThrownBy(() -> ImageSets.caltech101(data, List.of("a")))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("101_ObjectCategories.zip");
    }

    @Test
    void anImageThatClaimsToBeHugeIsRefusedBeforeItIsMade() throws IOException {
        byte[] bytes = png(1);
        // width and height of a PNG stand at bytes 16 to 23, followed at 29 by the check of the chunk
        bytes[17] = 0x40;
        bytes[21] = 0x40;
        CRC32 check = new CRC32();
        check.update(bytes, 12, 17);
        ByteBuffer.wrap(bytes).putInt(29, (int) check.getValue());
        file("mine/cat/1.png", bytes);
        LabelledImages images = ImageFiles.of(data, List.of(data.resolve("mine")), List.of("cat"), path -> 0);

        assertThatThrownBy(() -> images.picture(0))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("4194306x4194306");
    }
}
