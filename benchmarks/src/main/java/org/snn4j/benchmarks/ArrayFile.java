package org.snn4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Named arrays for both sides of a comparison: NAME.bin holds their values, little endian and row-major, NAME.json the shape, the offset in bytes and the
 * type ("f4" or "f8") of each.
 */
final class ArrayFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PIECE = 1 << 20;

    private ArrayFile() {}

    /** Writes both files. */
    static void write(Path folder, String name, Map<String, INDArray> arrays) throws IOException {
        Files.createDirectories(folder);
        Map<String, Object> index = new LinkedHashMap<>();
        try (FileChannel channel = FileChannel.open(
                folder.resolve(name + ".bin"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            for (Map.Entry<String, INDArray> array : arrays.entrySet()) {
                boolean wide = array.getValue().dataType() == DataType.DOUBLE;
                index.put(
                        array.getKey(),
                        Map.of(
                                "shape", array.getValue().shape(),
                                "offset", channel.position(),
                                "type", wide ? "f8" : "f4"));
                append(channel, array.getValue().dup('c'), wide);
            }
        }
        Files.writeString(folder.resolve(name + ".json"), JSON.writeValueAsString(index));
    }

    private static void append(FileChannel channel, INDArray array, boolean wide) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(PIECE * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long start = 0; start < array.length(); start += PIECE) {
            bytes.clear();
            for (long i = start; i < Math.min(array.length(), start + PIECE); i++) {
                if (wide) {
                    bytes.putDouble(array.data().getDouble(i));
                } else {
                    bytes.putFloat(array.data().getFloat(i));
                }
            }
            bytes.flip();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** Reads arrays of single precision. */
    static Map<String, INDArray> read(Path folder, String name) throws IOException {
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        JsonNode index = JSON.readTree(folder.resolve(name + ".json").toFile());
        try (FileChannel channel = FileChannel.open(folder.resolve(name + ".bin"))) {
            for (Map.Entry<String, JsonNode> entry : index.properties()) {
                long[] shape = JSON.convertValue(entry.getValue().get("shape"), long[].class);
                long offset = entry.getValue().get("offset").longValue();
                arrays.put(entry.getKey(), read(channel, offset, shape));
            }
        }
        return arrays;
    }

    private static INDArray read(FileChannel channel, long offset, long... shape) throws IOException {
        int length = 1;
        for (long size : shape) {
            length = Math.toIntExact(length * size);
        }
        ByteBuffer bytes = ByteBuffer.allocate(length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new IOException("the file ends inside an array of shape " + Arrays.toString(shape));
            }
        }
        float[] values = new float[length];
        bytes.flip().asFloatBuffer().get(values);
        return Nd4j.createFromArray(values).reshape(shape);
    }
}
