package org.snn4j.transfer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.data.DataFormatException;

class SafetensorsTest {
    private static final String HEADER = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("x.safetensors");
    }

    private static byte[] bytes(long headerLength, String header, int dataBytes) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(headerLength)
                .put(text)
                .array();
    }

    private void write(String header, int dataBytes) throws IOException {
        Files.write(file, bytes(header.length(), header, dataBytes));
    }

    /** 62 characters of header are padded to 64; then 1.0f and 2.0f, little-endian. */
    @Test
    void writesTheFormatByteByByte() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Safetensors.write(out, Map.of("a", Nd4j.createFromArray(1f, 2f)));
        String header = HEADER + " ".repeat((8 - HEADER.length() % 8) % 8);
        byte[] expected = bytes(header.length(), header, 8);
        ByteBuffer.wrap(expected)
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(8 + header.length())
                .putFloat(1f)
                .putFloat(2f);
        assertThat(out.toByteArray()).isEqualTo(expected);
    }

    @Test
    void readsBackWhatItWroteInBothTypesAndAnyShape() throws IOException {
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        arrays.put("matrix", Nd4j.createFromArray(new double[][] {{1, 2, 3}, {4, 5, 6}}));
        arrays.put(
                "transposed",
                Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}}).transpose());
        arrays.put("one", Nd4j.createFromArray(Math.PI));
        try (var out = Files.newOutputStream(file)) {
            Safetensors.write(out, arrays);
        }
        Map<String, Safetensors.Tensor> read = Safetensors.read(file);
        assertThat(read.keySet()).containsExactlyElementsOf(arrays.keySet());
        arrays.forEach(
                (name, array) -> assertThat(read.get(name).array()).as(name).isEqualTo(array));
        assertThat(read.get("transposed").offset() - read.get("matrix").offset())
                .isEqualTo(6 * 8);
    }

    @Test
    void metadataOfOtherWritersAreSkipped() throws IOException {
        write("{\"__metadata__\":{\"format\":\"pt\"}," + HEADER.substring(1), 8);
        assertThat(Safetensors.read(file)).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}                    | not JSON
            [1,2]                                                                    | header of type ARRAY
            {"a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}                   | type "I64", expected F32 or F64
            {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}                   | data_offsets [0,8]
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}                   | data_offsets [8,0]
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,9]}}                 | data_offsets [0,8,9]
            {"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}                  | a list of integers
            {"a":{"dtype":"F32","shape":[2147483647,2147483647],"data_offsets":[0,8]}} | data_offsets [0,8]
            {"a":{"dtype":"F32","data_offsets":[0,8]}}                               | no shape
            {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}                   | data from 4 on, expected data from 0 on
            {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}                   | arrays of 4 bytes in all, expected the 8 bytes
            {"a":{"dtype":"F64","shape":[2],"data_offsets":[0,16]}}                  | arrays of 16 bytes in all, expected the 8 bytes
            """)
    void damagedHeaderIsRefusedWithFileAndOffset(String header, String complaint) throws IOException {
        write(header, 8);
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageStartingWith(file + ", byte ")
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource({"-1", "0", "63", "9223372036854775807"})
    void headerLengthBeyondTheFileIsRefused(long length) throws IOException {
        Files.write(file, bytes(length, HEADER, 0));
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessage(file + ", byte 0: found header length " + length + ", expected 2 to " + HEADER.length());
    }

    @Test
    void fileShorterThanItsLengthFieldIsRefused() throws IOException {
        Files.write(file, new byte[5]);
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("5 bytes");
    }

    @Test
    void typesThatTheFormatLacksHereAreRefusedOnWriting() {
        INDArray integers = Nd4j.createFromArray(1, 2);
        assertThatThrownBy(() -> Safetensors.write(new ByteArrayOutputStream(), Map.of("a", integers)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("type is INT, must be FLOAT or DOUBLE");
    }
}
