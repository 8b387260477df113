package org.snn4j.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.RecordedData;
import org.snn4j.data.image.Picture;

class Cifar10FileTest {
    private static final int RECORD = 3073;

    @TempDir
    private Path folder;

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("batch.bin"), bytes);
    }

    @Test
    void planesBecomePixels() throws IOException {
        byte[] bytes = new byte[2 * RECORD];
        bytes[RECORD] = 8;
        bytes[RECORD + 1 + 33] = 10;
        bytes[RECORD + 1 + 1024 + 33] = 20;
        bytes[RECORD + 1 + 2048 + 33] = (byte) 250;
        Cifar10File file = Cifar10File.read(write(bytes));

        Picture picture = file.picture(1);
        assertThat(file.size()).isEqualTo(2);
        assertThat(file.classes().get(file.label(1))).isEqualTo("ship");
        assertThat(file.id(1)).isEqualTo("batch.bin#00002");
        assertThat(new int[] {picture.value(1, 1, 0), picture.value(1, 1, 1), picture.value(1, 1, 2)})
                .containsExactly(10, 20, 250);
        assertThat(picture.value(0, 0, 0)).isZero();
    }

    @Test
    void aPartOfARecordIsRefused() throws IOException {
        Path file = write(new byte[RECORD + 100]);
        assertThatThrownBy(() -> Cifar10File.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("byte 3073")
                .hasMessageContaining("100 bytes at the end");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path file = write(new byte[0]);
        assertThatThrownBy(() -> Cifar10File.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("at least one");
    }

    @Test
    void aLabelAboveNineIsRefusedWithItsOffset() throws IOException {
        byte[] bytes = new byte[2 * RECORD];
        bytes[RECORD] = 10;
        Path file = write(bytes);
        assertThatThrownBy(() -> Cifar10File.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("byte 3073")
                .hasMessageContaining("label 10");
    }

    @Test
    @Tag("data")
    void theFirstFourThousandRecordsHaveThePublishedClassSizes() throws IOException {
        Cifar10File file = Cifar10File.read(RecordedData.folder().resolve("cifar-10/data_batch_1.first4000.bin"));

        int[] counts = new int[10];
        IntStream.range(0, file.size()).forEach(i -> counts[file.label(i)]++);
        assertThat(counts).containsExactly(396, 366, 420, 384, 422, 393, 414, 385, 407, 413);
        assertThat(Arrays.stream(counts).sum()).isEqualTo(4000);
    }
}
