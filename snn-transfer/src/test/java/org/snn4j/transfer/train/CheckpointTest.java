package org.snn4j.transfer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.data.DataFormatException;

class CheckpointTest {
    private static final Checkpoint.Origin ORIGIN =
            new Checkpoint.Origin("0123abcd", -7, new Checkpoint.Position("fine-tune", 3, 12));

    @TempDir
    Path folder;

    private Path file;
    private Map<String, INDArray> state;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("last.safetensors");
        state = new LinkedHashMap<>();
        state.put("conv1.weight", Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}}));
        state.put("conv1.bias", Nd4j.createFromArray(5f, 6f));
        Map<String, INDArray> tensors = new LinkedHashMap<>(state);
        tensors.put("objectives.eta", Nd4j.createFromArray(1f));
        Checkpoint.write(file, tensors, ORIGIN);
    }

    @Test
    void savedAndLoadedEqualsBefore() throws IOException {
        Checkpoint checkpoint = Checkpoint.read(file);
        assertThat(checkpoint.origin()).isEqualTo(ORIGIN);
        assertThat(checkpoint.tensors()).containsKey("objectives.eta");
        Map<String, INDArray> blank = new LinkedHashMap<>();
        state.forEach((name, array) -> blank.put(name, array.mul(0)));
        checkpoint.restore(blank);
        assertThat(blank).isEqualTo(state);
    }

    @Test
    void leavesTwoFilesAndNothingElse() {
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("last.safetensors", "last.json");
    }

    @Test
    void changedByteIsNoticed() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Checkpoint.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageStartingWith(file + ", byte 0: found SHA-256 ")
                .hasMessageEndingWith("as last.json says");
    }

    @Test
    void damagedSidecarIsRefusedWithItsOffset() throws IOException {
        Path sidecar = folder.resolve("last.json");
        Files.writeString(sidecar, "{\"format\": \"snn4j-checkpoint-1\", oops");
        assertThatThrownBy(() -> Checkpoint.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageStartingWith(sidecar + ", byte 3");
        Files.writeString(
                sidecar,
                "{\"format\": \"other\", \"tensors-sha256\": \"\", \"origin\": {\"identity\": \"\", \"seed\": 0, "
                        + "\"position\": {\"phase\": \"p\", \"epoch\": 0, \"batch\": 0}}}");
        assertThatThrownBy(() -> Checkpoint.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("format 'other'");
        Files.writeString(sidecar, "{\"format\": \"snn4j-checkpoint-1\"}");
        assertThatThrownBy(() -> Checkpoint.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("tensors-sha256");
    }

    @Test
    void networkWithOtherNamesIsRefusedAndUnchanged() throws IOException {
        state.remove("conv1.bias");
        state.put("conv2.bias", Nd4j.createFromArray(0f, 0f));
        state.get("conv1.weight").muli(0);
        Checkpoint checkpoint = Checkpoint.read(file);
        assertThatThrownBy(() -> checkpoint.restore(state))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("[conv1.bias]")
                .hasMessageContaining("[conv2.bias]");
        assertThat(state.get("conv1.weight").sumNumber().doubleValue()).isZero();
    }

    @Test
    void networkWithAnotherShapeOrTypeIsRefusedWithTheOffsetOfTheArray() throws IOException {
        Checkpoint checkpoint = Checkpoint.read(file);
        long biasOffset = Files.size(file) - 3 * Float.BYTES;
        for (INDArray other : new INDArray[] {Nd4j.createFromArray(1f, 2f, 3f), Nd4j.createFromArray(1.0, 2.0)}) {
            state.put("conv1.bias", other);
            assertThatThrownBy(() -> checkpoint.restore(state))
                    .isInstanceOf(DataFormatException.class)
                    .hasMessageStartingWith(file + ", byte " + biasOffset + ": found array 'conv1.bias' as FLOAT[2]");
        }
    }
}
