package org.snn4j.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.image.Picture;

class ImageFolderTest {
    @TempDir
    private Path folder;

    private void write(String name, int type, int... rgb) throws IOException {
        BufferedImage image = new BufferedImage(rgb.length, 1, type);
        for (int x = 0; x < rgb.length; x++) {
            if (type == BufferedImage.TYPE_BYTE_GRAY) {
                image.getRaster().setSample(x, 0, 0, rgb[x]);
            } else {
                image.setRGB(x, 0, rgb[x]);
            }
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        assertThat(ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile()))
                .isTrue();
    }

    @Test
    void foldersAreClassesAndFilesAreSorted() throws IOException {
        write("cat/b.png", BufferedImage.TYPE_INT_RGB, 0x0a141e);
        write("cat/a.png", BufferedImage.TYPE_BYTE_GRAY, 7, 200);
        write("Dog/z.jpg", BufferedImage.TYPE_INT_RGB, 0xffffff);
        Files.writeString(folder.resolve("cat/notes.txt"), "no image");
        ImageFolder images = ImageFolder.open(folder);

        assertThat(images.classes()).containsExactly("Dog", "cat");
        assertThat(images.size()).isEqualTo(3);
        assertThat(images.id(1)).isEqualTo("cat/a.png");
        assertThat(images.label(1)).isEqualTo(1);
        assertThat(images.picture(1)).isEqualTo(new Picture(1, 2, 1, new byte[] {7, (byte) 200}));
        assertThat(images.picture(2)).isEqualTo(new Picture(1, 1, 3, new byte[] {10, 20, 30}));
        assertThat(images.picture(0).channels()).isEqualTo(3);
    }

    @Test
    void transparencyIsLeftOut() throws IOException {
        write("a/a.png", BufferedImage.TYPE_INT_ARGB, 0x800a141e);

        assertThat(ImageFolder.open(folder).picture(0)).isEqualTo(new Picture(1, 1, 3, new byte[] {10, 20, 30}));
    }

    @Test
    void aFileThatIsNoImageIsRefusedWhenItIsRead() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/a.png"), "text");
        ImageFolder images = ImageFolder.open(folder);

        assertThatThrownBy(() -> images.picture(0))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("a.png")
                .hasMessageContaining("no known image format");
    }

    @Test
    void aTruncatedImageIsRefused() throws IOException {
        write("a/a.png", BufferedImage.TYPE_INT_RGB, 1, 2, 3);
        Path file = folder.resolve("a/a.png");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40));

        assertThatThrownBy(() -> ImageFolder.open(folder).picture(0))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("cannot be decoded");
    }

    @Test
    void foldersWithoutClassesOrImagesAreRefused() throws IOException {
        assertThatThrownBy(() -> ImageFolder.open(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no class folders");
        assertThatThrownBy(() -> ImageFolder.open(folder.resolve("none")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no class folders");
        Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> ImageFolder.open(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no PNG or JPEG image");
    }
}
