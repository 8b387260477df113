package org.snn4j.eval.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snn4j.core.io.AtomicFiles;
import org.snn4j.data.split.Manifest;
import org.snn4j.eval.metric.ConfusionMatrix;

/**
 * The files of one run. Reading needs nothing; whoever writes holds the folder's {@link RunLock}.
 *
 * @param folder where they are, or will be
 */
public record RunDirectory(Path folder) {
    private static final String CONFIG = "config.yaml";
    private static final String PROVENANCE = "provenance.json";
    private static final String MANIFEST = "manifest.json";
    private static final String EPOCHS = "epochs.csv";
    private static final String RESULT = "result.json";
    private static final String MODEL = "model.safetensors";
    /** Everything a run writes, and what a killed one may leave beside it. */
    private static final List<String> OWN = List.of(
            CONFIG,
            PROVENANCE,
            MANIFEST,
            EPOCHS,
            RESULT,
            MODEL,
            "model.json",
            "last.safetensors",
            "last.json",
            "confusion*.csv",
            ".*.part");

    /** How far it has come. */
    public RunState state() throws IOException {
        if (Files.exists(folder.resolve(RESULT))) {
            return result().interrupted() ? RunState.INTERRUPTED : RunState.FINISHED;
        }
        return Files.exists(folder.resolve(CONFIG)) ? RunState.UNFINISHED : RunState.ABSENT;
    }

    /** The effective configuration as text. */
    public String config() throws IOException {
        return Files.readString(folder.resolve(CONFIG));
    }

    /** Where the effective configuration is. */
    public Path configFile() {
        return folder.resolve(CONFIG);
    }

    /** Identity of the configuration that the folder's run was made with, as its result or its provenance says; empty if it has neither. */
    public Optional<String> identity() throws IOException {
        if (Files.exists(folder.resolve(RESULT))) {
            return Optional.of(result().identity());
        }
        return Files.exists(folder.resolve(PROVENANCE))
                ? Optional.of(provenance().identity())
                : Optional.empty();
    }

    /** The circumstances; fails if the file is missing or damaged, naming it. */
    public Provenance provenance() throws IOException {
        return JsonFile.read(folder.resolve(PROVENANCE), Provenance.class, RunDirectory::upgrade);
    }

    /** Version 1 did not say what computed, version 2 not where frames lay. */
    private static void upgrade(ObjectNode provenance) {
        int format = provenance.path("format").asInt();
        if (format == 1) {
            provenance.putPOJO("computing", Computing.UNKNOWN);
        }
        if ((format == 1 || format == 2) && provenance.get("data") instanceof ObjectNode data) {
            data.put("frames", "");
            provenance.put("format", Provenance.FORMAT);
        }
    }

    /** The result; fails if the file is missing or damaged, naming it. */
    public RunResult result() throws IOException {
        return JsonFile.read(folder.resolve(RESULT), RunResult.class);
    }

    /** Where the weights are. */
    public Path model() {
        return folder.resolve(MODEL);
    }

    /** Where the progress by epoch is. */
    public Path epochs() {
        return folder.resolve(EPOCHS);
    }

    /** Writes the effective configuration. */
    public void writeConfig(String yaml) throws IOException {
        AtomicFiles.write(folder.resolve(CONFIG), yaml);
    }

    /** Writes the circumstances. */
    public void writeProvenance(Provenance provenance) throws IOException {
        JsonFile.write(folder.resolve(PROVENANCE), provenance);
    }

    /** Writes which sample was in which part, with its digest, its label and the counts by class. */
    public void writeManifest(Manifest manifest) throws IOException {
        manifest.write(manifest());
    }

    /** Where {@link #writeManifest} writes. */
    public Path manifest() {
        return folder.resolve(MANIFEST);
    }

    /** Writes the confusion matrix of a scored part; {@code confusion.csv} is that of the test part. */
    public void writeConfusion(String part, ConfusionMatrix matrix) throws IOException {
        String name = part.equals("test") ? "confusion.csv" : "confusion-" + part + ".csv";
        AtomicFiles.write(folder.resolve(name), matrix.toCsv());
    }

    /** Writes the result: the last file of a run. */
    public void writeResult(RunResult result) throws IOException {
        JsonFile.write(folder.resolve(RESULT), result);
    }

    /** Removes what an earlier attempt left, its result first, so that no half-removed run looks finished. Other files stay. */
    public void clear() throws IOException {
        Files.deleteIfExists(folder.resolve(RESULT));
        List<Path> files = new ArrayList<>();
        for (String pattern : OWN) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
                found.forEach(files::add);
            }
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
