package org.snn4j.transfer.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.data.DataFormatException;

/**
 * Reads and writes the safetensors format: header length (8 bytes, little-endian), JSON header, raw little-endian values in row-major order.
 *
 * <p>Types F32 and F64. Reading trusts nothing: lengths, ranges and shapes are checked against the file before anything is allocated, and the ranges must
 * cover the data without gap or overlap. Names and offsets as in the published description of the format (huggingface/safetensors).
 */
final class Safetensors {
    private static final int LENGTH_BYTES = 8;
    /** The limit that the reference reader sets. */
    private static final long MAX_HEADER = 100_000_000;

    private static final int ALIGNMENT = 8;
    private static final Map<String, DataType> TYPES = Map.of("F32", DataType.FLOAT, "F64", DataType.DOUBLE);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Safetensors() {}

    /**
     * An array of a file.
     *
     * @param array its values
     * @param offset position of its first byte in the file
     */
    record Tensor(INDArray array, long offset) {}

    private record Range(String name, DataType type, long[] shape, long begin, long end) {}

    /** Writes arrays of type float or double, in the order of the map. */
    static void write(OutputStream out, Map<String, INDArray> tensors) throws IOException {
        byte[] header = header(tensors);
        out.write(littleEndian(LENGTH_BYTES).putLong(header.length).array());
        out.write(header);
        for (INDArray array : tensors.values()) {
            out.write(bytes(array));
        }
    }

    private static byte[] header(Map<String, INDArray> tensors) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        long offset = 0;
        for (Map.Entry<String, INDArray> entry : tensors.entrySet()) {
            INDArray array = entry.getValue();
            ObjectNode node = header.putObject(entry.getKey()).put("dtype", typeName(array.dataType()));
            Arrays.stream(array.shape()).forEach(node.putArray("shape")::add);
            node.putArray("data_offsets")
                    .add(offset)
                    .add(offset + array.length() * array.dataType().width());
            offset += array.length() * array.dataType().width();
        }
        byte[] text = JSON.writeValueAsBytes(header);
        byte[] padded = Arrays.copyOf(text, (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return padded;
    }

    private static String typeName(DataType type) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("type is " + type + ", must be FLOAT or DOUBLE"));
    }

    private static byte[] bytes(INDArray array) {
        INDArray packed = array.dup('c');
        ByteBuffer bytes =
                littleEndian(Math.toIntExact(array.length() * array.dataType().width()));
        if (array.dataType() == DataType.FLOAT) {
            bytes.asFloatBuffer().put(packed.data().asFloat());
        } else {
            bytes.asDoubleBuffer().put(packed.data().asDouble());
        }
        return bytes.array();
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All arrays of a file by name, in the order of the data. */
    static Map<String, Tensor> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size < LENGTH_BYTES) {
                throw new DataFormatException(file, 0, size + " bytes", "at least 8 bytes");
            }
            long length = read(file, channel, 0, LENGTH_BYTES).getLong();
            if (length < 2 || length > Math.min(MAX_HEADER, size - LENGTH_BYTES)) {
                throw new DataFormatException(
                        file, 0, "header length " + length, "2 to " + Math.min(MAX_HEADER, size - LENGTH_BYTES));
            }
            JsonNode header =
                    parse(file, read(file, channel, LENGTH_BYTES, length).array());
            long start = LENGTH_BYTES + length;
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (Range range : ranges(file, header, size - start)) {
                ByteBuffer values = read(file, channel, start + range.begin(), range.end() - range.begin());
                tensors.put(range.name(), new Tensor(array(range, values), start + range.begin()));
            }
            return tensors;
        }
    }

    private static JsonNode parse(Path file, byte[] text) throws IOException {
        try {
            JsonNode header = JSON.readTree(text);
            if (!header.isObject()) {
                throw new DataFormatException(
                        file, LENGTH_BYTES, "a header of type " + header.getNodeType(), "a JSON object");
            }
            return header;
        } catch (JsonProcessingException e) {
            long offset =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
            throw new DataFormatException(file, LENGTH_BYTES + offset, "a header that is not JSON", "a JSON object");
        }
    }

    private static List<Range> ranges(Path file, JsonNode header, long dataLength) {
        Iterable<Map.Entry<String, JsonNode>> fields = header::fields;
        List<Range> ranges = StreamSupport.stream(fields.spliterator(), false)
                .filter(entry -> !entry.getKey().equals("__metadata__"))
                .map(entry -> range(file, entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Range::begin).thenComparingLong(Range::end))
                .toList();
        long expected = 0;
        for (Range range : ranges) {
            if (range.begin() != expected) {
                throw headerProblem(
                        file, range.name(), "data from " + range.begin() + " on", "data from " + expected + " on");
            }
            expected = range.end();
        }
        if (expected != dataLength) {
            throw new DataFormatException(
                    file,
                    LENGTH_BYTES,
                    "arrays of " + expected + " bytes in all",
                    "the " + dataLength + " bytes behind the header");
        }
        return ranges;
    }

    private static Range range(Path file, String name, JsonNode node) {
        DataType type = TYPES.get(node.path("dtype").asText());
        if (type == null) {
            throw headerProblem(file, name, "type " + node.path("dtype"), "F32 or F64");
        }
        long[] shape = longs(file, name, node.path("shape"));
        long[] offsets = longs(file, name, node.path("data_offsets"));
        if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] - offsets[0] != bytes(shape, type)) {
            throw headerProblem(
                    file,
                    name,
                    "data_offsets " + node.path("data_offsets"),
                    "a range of as many bytes as " + type + Arrays.toString(shape) + " has");
        }
        return new Range(name, type, shape, offsets[0], offsets[1]);
    }

    /** Bytes of an array; -1 if they do not fit into one Java array. */
    private static long bytes(long[] shape, DataType type) {
        long bytes = type.width();
        for (long axis : shape) {
            if (axis != 0 && bytes > Integer.MAX_VALUE / axis) {
                return -1;
            }
            bytes *= axis;
        }
        return bytes;
    }

    private static long[] longs(Path file, String name, JsonNode node) {
        long[] values = StreamSupport.stream(node.spliterator(), false)
                .mapToLong(value -> value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : -1)
                .toArray();
        if (!node.isArray() || Arrays.stream(values).anyMatch(value -> value < 0)) {
            throw headerProblem(
                    file,
                    name,
                    node.isMissingNode() ? "no shape or data_offsets" : node.toString(),
                    "a list of integers, 0 or greater");
        }
        return values;
    }

    private static DataFormatException headerProblem(Path file, String name, String found, String expected) {
        return new DataFormatException(file, LENGTH_BYTES, "array '" + name + "' with " + found, expected);
    }

    private static ByteBuffer read(Path file, FileChannel channel, long position, long length) throws IOException {
        ByteBuffer buffer = littleEndian(Math.toIntExact(length));
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new DataFormatException(
                        file, position + buffer.position(), "the end of the file", buffer.remaining() + " more bytes");
            }
        }
        return buffer.flip();
    }

    private static INDArray array(Range range, ByteBuffer bytes) {
        int length = bytes.remaining() / range.type().width();
        if (range.type() == DataType.FLOAT) {
            float[] values = new float[length];
            bytes.asFloatBuffer().get(values);
            return Nd4j.createFromArray(values).reshape('c', range.shape());
        }
        double[] values = new double[length];
        bytes.asDoubleBuffer().get(values);
        return Nd4j.createFromArray(values).reshape('c', range.shape());
    }
}
