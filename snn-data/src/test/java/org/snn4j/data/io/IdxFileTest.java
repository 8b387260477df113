package org.snn4j.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.image.Picture;

/** Two images of 1x2 pixels: 1 2 and 3 200. */
class IdxFileTest {
    private static final byte[] IMAGES = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, (byte) 200};
    private static final byte[] LABELS = {0, 0, 8, 1, 0, 0, 0, 2, 4, 9};

    @TempDir
    private Path folder;

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static void refuses(ThrowingCallable reading, long offset, String... parts) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        DataFormatException.class, e -> assertThat(e.offset()).isEqualTo(offset))
                .hasMessageContainingAll(parts);
    }

    @Test
    void headerAndValuesAreRead() throws IOException {
        IdxFile file = IdxFile.read(write("images", IMAGES), 3);

        assertThat(file.shape()).containsExactly(2, 1, 2);
        assertThat(file.item(1)).containsExactly(3, 200);
    }

    @Test
    void aGzippedFileHoldsTheSame() throws IOException {
        IdxFile plain = IdxFile.read(write("images", IMAGES), 3);
        IdxFile packed = IdxFile.read(write("images.gz", plain.gzipped()), 3);

        assertThat(packed.shape()).isEqualTo(plain.shape());
        assertThat(packed.values()).isEqualTo(plain.values());
        assertThat(packed.gzipped()).isEqualTo(plain.gzipped());
    }

    @Test
    void anotherMagicNumberIsRefused() throws IOException {
        Path labels = write("labels", LABELS);
        refuses(() -> IdxFile.read(labels, 3), 0, "labels", "magic number 2049", "expected 2051");
    }

    @Test
    void aTruncatedFileIsRefusedAtItsEnd() throws IOException {
        Path file = write("images", Arrays.copyOf(IMAGES, 19));
        refuses(() -> IdxFile.read(file, 3), 19, "3 values", "4 as the header says");
    }

    @Test
    void aTruncatedHeaderIsRefused() throws IOException {
        Path file = write("images", Arrays.copyOf(IMAGES, 9));
        refuses(() -> IdxFile.read(file, 3), 9, "the end of the file", "16 bytes");
        Path empty = write("empty", new byte[0]);
        refuses(() -> IdxFile.read(empty, 3), 0, "0 bytes");
    }

    @Test
    void bytesAfterTheValuesAreRefused() throws IOException {
        Path file = write("images", Arrays.copyOf(IMAGES, 21));
        refuses(() -> IdxFile.read(file, 3), 20, "5 values", "4 as the header says");
    }

    @Test
    void anEmptyOrHugeAxisIsRefusedWithItsOffset() throws IOException {
        byte[] none = IMAGES.clone();
        none[7] = 0;
        Path empty = write("none", none);
        refuses(() -> IdxFile.read(empty, 3), 4, "axis 0 of length 0");
        byte[] many = IMAGES.clone();
        many[8] = 0x7f;
        Path huge = write("many", many);
        refuses(() -> IdxFile.read(huge, 3), 8, "axis 1 of length");
    }

    @Test
    void aDamagedGzipStreamIsRefused() throws IOException {
        byte[] packed = new IdxFile(new int[] {2, 1, 2}, new byte[] {1, 2, 3, 4}).gzipped();
        Path file = write("images.gz", Arrays.copyOf(packed, packed.length - 6));
        assertThatThrownBy(() -> IdxFile.read(file, 3))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("damaged gzip");
    }

    @Test
    void imagesAndLabelsBelongTogether() throws IOException {
        MnistImages images = MnistImages.read(write("images", IMAGES), write("labels", LABELS), 10);

        assertThat(images.size()).isEqualTo(2);
        assertThat(images.label(1)).isEqualTo(9);
        assertThat(images.id(1)).isEqualTo("images#00002");
        assertThat(images.picture(1)).isEqualTo(new Picture(1, 2, 1, new byte[] {3, (byte) 200}));
        assertThat(images.classes()).hasSize(10).startsWith("0", "1");
    }

    @Test
    void anotherNumberOfLabelsIsRefused() throws IOException {
        Path images = write("images", IMAGES);
        Path labels = write("labels", new byte[] {0, 0, 8, 1, 0, 0, 0, 1, 4});
        refuses(() -> MnistImages.read(images, labels, 10), 4, "labels", "1 labels", "2, one for each image of images");
    }

    @Test
    void aLabelOutOfRangeIsRefusedWithItsOffset() throws IOException {
        Path images = write("images", IMAGES);
        Path labels = write("labels", LABELS);
        refuses(() -> MnistImages.read(images, labels, 9), 9, "label 9", "below 9");
    }
}
