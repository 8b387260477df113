package org.snn4j.data.split;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Reference;

/**
 * A split that was written to a file ({@link Manifest#write}), for instance by an earlier run: recordings of its parts {@code train} and {@code validation}
 * may be trained on, those of {@code test} are tested on, all others are not used.
 *
 * <p>The digest of every recording that was read must be the one in the file.
 */
@Reference(title = "None: a file")
public final class ManifestSplit implements SplitRule {
    private static final int SHOWN = 10;

    /** @param file the manifest; a relative path starts at the data folder */
    public record Config(String file) {
        public static final Config DEFAULTS = new Config("manifest.json");

        public Config {
            if (file.isBlank()) {
                throw new IllegalArgumentException("file is empty, must name a manifest");
            }
        }
    }

    private final Config config;

    @Inject
    public ManifestSplit(Config config) {
        this.config = config;
    }

    private Manifest manifest(SplitTask task) {
        Path file =
                task.folder() == null ? Path.of(config.file()) : task.folder().resolve(config.file());
        try {
            return Manifest.read(file);
        } catch (IOException e) {
            throw new ConfigurationException("split.file: cannot read " + file + " (" + e.getMessage() + ")");
        }
    }

    @Override
    public Partition split(SplitTask task) {
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < task.recordings().size(); i++) {
            known.put(task.recordings().get(i).path(), i);
        }
        List<Integer> train = new ArrayList<>();
        List<Integer> test = new ArrayList<>();
        Set<String> missing = new HashSet<>();
        for (Manifest.Entry entry : manifest(task).entries()) {
            boolean tested = entry.part().equals(Candidate.TEST);
            if (!tested
                    && !entry.part().equals(Candidate.TRAIN)
                    && !entry.part().equals(Manifest.VALIDATION)) {
                continue;
            }
            Integer index = known.get(entry.path());
            if (index == null) {
                missing.add(entry.path());
            } else {
                (tested ? test : train).add(index);
            }
        }
        refuse(missing.stream()
                .sorted()
                .map(path -> "split.file: " + path + " of " + config.file() + " is no recording of " + task.set())
                .toList());
        return new Partition(
                train.stream().mapToInt(Integer::intValue).toArray(),
                test.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public List<String> contradictions(Manifest read, SplitTask task) {
        Map<String, String> expected = manifest(task).entries().stream()
                .collect(Collectors.toMap(Manifest.Entry::path, Manifest.Entry::sha256, (a, b) -> a));
        return read.entries().stream()
                .filter(entry -> !entry.part().equals(Manifest.IMAGES))
                .filter(entry -> !entry.sha256().equals(expected.getOrDefault(entry.path(), entry.sha256())))
                .map(entry -> "split.file: " + entry.path() + " has SHA-256 " + entry.sha256() + ", in " + config.file()
                        + " it has " + expected.get(entry.path()))
                .toList();
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            List<String> shown = new ArrayList<>(problems.subList(0, Math.min(SHOWN, problems.size())));
            if (problems.size() > SHOWN) {
                shown.add("split.file: and " + (problems.size() - SHOWN) + " more");
            }
            throw new ConfigurationException(shown);
        }
    }
}
