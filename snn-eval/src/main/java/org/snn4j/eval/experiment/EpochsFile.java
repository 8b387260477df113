package org.snn4j.eval.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snn4j.core.io.AtomicFiles;
import org.snn4j.transfer.train.EpochRecord;
import org.snn4j.transfer.train.TrainListener;

/** Writes {@code epochs.csv} anew after each epoch. What a phase has not (another phase's objective) is an empty field. */
final class EpochsFile implements TrainListener {
    private final Path file;
    private final List<Map<String, String>> lines = new ArrayList<>();
    private final Set<String> heads = new LinkedHashSet<>();

    EpochsFile(Path file) {
        this.file = file;
    }

    @Override
    public void epochDone(EpochRecord epoch) {
        Map<String, String> line = fields(epoch);
        lines.add(line);
        heads.addAll(line.keySet());
        try {
            AtomicFiles.write(file, text());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> fields(EpochRecord epoch) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("phase", epoch.phase());
        line.put("epoch [from 1]", String.valueOf(epoch.epoch() + 1));
        line.put("learning rate", String.valueOf(epoch.learningRate()));
        line.put("loss", String.valueOf(epoch.loss()));
        line.put("images seen", String.valueOf(epoch.exposure().distinctImages()));
        line.put("image presentations", String.valueOf(epoch.exposure().imagePresentations()));
        line.put("recordings seen", String.valueOf(epoch.exposure().distinctRecordings()));
        line.put("recording presentations", String.valueOf(epoch.exposure().recordingPresentations()));
        line.put("time [s]", String.valueOf(epoch.seconds()));
        epoch.accuracy().forEach((part, share) -> line.put("accuracy " + part + " [%]", String.valueOf(100 * share)));
        epoch.objectives().forEach((name, value) -> line.put("objective " + name, String.valueOf(value)));
        epoch.spikeRates()
                .forEach((layer, byStream) -> byStream.forEach((stream, rate) ->
                        line.put("spike rate " + layer + " " + stream.label() + " [%]", String.valueOf(100 * rate))));
        return line;
    }

    private String text() {
        StringBuilder text = new StringBuilder(join(List.copyOf(heads)));
        lines.forEach(line -> text.append(
                join(heads.stream().map(head -> line.getOrDefault(head, "")).toList())));
        return text.toString();
    }

    private static String join(List<String> fields) {
        return fields.stream().map(EpochsFile::quote).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quote(String field) {
        return field.contains(",") || field.contains("\"") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
