package org.snn4j.transfer.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.io.AtomicFiles;
import org.snn4j.core.network.Network;
import org.snn4j.data.DataFormatException;

/**
 * A network on disk: {@code name.safetensors} with parameters, batch statistics and the parameters of the objectives ({@code objectives.<name>}), and
 * beside it {@code name.json} that says where they come from and holds the digest of the first.
 *
 * <p>Each file is written beside its place, forced to disk and moved there, the tensors first: whatever interrupts the writing, reading either succeeds or says
 * that the two do not belong together.
 */
public final class Checkpoint {
    /** Ending of the tensor file. */
    public static final String EXTENSION = ".safetensors";

    private static final String FORMAT = "snn4j-checkpoint-1";
    private static final String OBJECTIVES = "objectives.";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /**
     * How far training had come.
     *
     * @param phase name of the phase
     * @param epoch 0-based epoch of the phase
     * @param batch batches of that epoch that were trained on
     */
    public record Position(
            @JsonProperty("phase") String phase, @JsonProperty("epoch") int epoch, @JsonProperty("batch") int batch) {}

    /**
     * Where the tensors come from.
     *
     * @param identity identity of the run's configuration
     * @param seed root seed of the run
     * @param position how far training had come
     */
    public record Origin(
            @JsonProperty("identity") String identity,
            @JsonProperty("seed") long seed,
            @JsonProperty("position") Position position) {
        public Origin {
            Check.notNull(identity, "identity");
            Check.notNull(position, "position");
        }
    }

    private record Sidecar(
            @JsonProperty("format") String format,
            @JsonProperty("tensors-sha256") String sha256,
            @JsonProperty("origin") Origin origin) {}

    private final Path file;
    private final Origin origin;
    private final Map<String, Safetensors.Tensor> tensors;

    private Checkpoint(Path file, Origin origin, Map<String, Safetensors.Tensor> tensors) {
        this.file = file;
        this.origin = origin;
        this.tensors = tensors;
    }

    /** Writes {@code file}, which must end in {@value #EXTENSION}, and the JSON file beside it. */
    public static void write(Path file, Map<String, INDArray> tensors, Origin origin) throws IOException {
        Path sidecar = sidecar(file);
        AtomicFiles.write(file, out -> Safetensors.write(out, tensors));
        AtomicFiles.write(sidecar, JSON.writeValueAsString(new Sidecar(FORMAT, sha256(file), origin)) + "\n");
    }

    /**
     * Reads both files.
     *
     * @throws DataFormatException if one of them is damaged, or they do not belong together
     */
    public static Checkpoint read(Path file) throws IOException {
        Path beside = sidecar(file);
        Sidecar sidecar = readSidecar(beside);
        if (!FORMAT.equals(sidecar.format())) {
            throw new DataFormatException(beside, 0, "format '" + sidecar.format() + "'", "'" + FORMAT + "'");
        }
        String digest = sha256(file);
        if (!digest.equals(sidecar.sha256())) {
            throw new DataFormatException(
                    file, 0, "SHA-256 " + digest, sidecar.sha256() + " as " + beside.getFileName() + " says");
        }
        return new Checkpoint(file, sidecar.origin(), Safetensors.read(file));
    }

    private static Sidecar readSidecar(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readAllBytes(file), Sidecar.class);
        } catch (JsonProcessingException e) {
            long offset =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
            throw new DataFormatException(
                    file, offset, e.getOriginalMessage(), "a JSON object with format, tensors-sha256 and origin");
        }
    }

    private static Path sidecar(Path file) {
        String name = file.getFileName().toString();
        if (!name.endsWith(EXTENSION)) {
            throw new IllegalArgumentException("checkpoint file is " + name + ", must end in " + EXTENSION);
        }
        return file.resolveSibling(name.substring(0, name.length() - EXTENSION.length()) + ".json");
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256, which every JDK must have", e);
        }
    }

    /** Where the tensors come from. */
    public Origin origin() {
        return origin;
    }

    /** The arrays by name. */
    public Map<String, INDArray> tensors() {
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> arrays.put(name, tensor.array()));
        return arrays;
    }

    /**
     * Puts a network into this state; the parameters of objectives are left aside.
     *
     * @throws DataFormatException if names, shapes or types differ; the network is then unchanged
     */
    public void restore(Network network) {
        restore(network.state());
    }

    void restore(Map<String, INDArray> state) {
        Set<String> names = new TreeSet<>(tensors.keySet());
        names.removeIf(name -> name.startsWith(OBJECTIVES));
        if (!names.equals(state.keySet())) {
            Set<String> missing = new TreeSet<>(state.keySet());
            missing.removeAll(names);
            names.removeAll(state.keySet());
            throw new DataFormatException(
                    file,
                    0,
                    "arrays that the network lacks: " + names + ", and none for " + missing,
                    "exactly the arrays of the network");
        }
        state.forEach(this::requireSame);
        state.forEach((name, array) -> array.assign(tensors.get(name).array()));
    }

    private void requireSame(String name, INDArray array) {
        Safetensors.Tensor tensor = tensors.get(name);
        if (!Arrays.equals(tensor.array().shape(), array.shape())
                || tensor.array().dataType() != array.dataType()) {
            throw new DataFormatException(
                    file,
                    tensor.offset(),
                    "array '" + name + "' as " + describe(tensor.array()),
                    describe(array) + " as in the network");
        }
    }

    private static String describe(INDArray array) {
        return array.dataType() + Arrays.toString(array.shape());
    }
}
