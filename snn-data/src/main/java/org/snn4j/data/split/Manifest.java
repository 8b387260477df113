package org.snn4j.data.split;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.io.AtomicFiles;
import org.snn4j.data.DataFormatException;

/**
 * Which sample belongs to which part, with the digest of its bytes; made once per run, checked for overlap when made.
 *
 * @param entries every sample of every part
 */
public record Manifest(List<Entry> entries) {
    /** Part of the still images. */
    public static final String IMAGES = "images";
    /** Part of the recordings held back for validation. */
    public static final String VALIDATION = "validation";

    private static final int SHOWN = 10;

    /**
     * One sample.
     *
     * @param part {@code train}, {@code validation}, {@code test}, {@code left-out} or {@code images}
     * @param path file relative to the data folder; an item inside a file follows {@code #}
     * @param sha256 SHA-256 of the sample's bytes, in hexadecimal digits
     * @param label class name
     * @param picture path of the still image that a recording shows, or the path itself for an image; empty if unknown
     */
    public record Entry(String part, String path, String sha256, String label, String picture) {}

    /**
     * A still image that training may see although a scored recording shows it.
     *
     * @param picture path of the image
     * @param recording path of the recording
     * @param part the recording's part
     */
    public record Leak(String picture, String recording, String part) {}

    public Manifest {
        entries = List.copyOf(entries);
        requireDisjoint(entries);
    }

    /** Number of samples per part and class, in order of first appearance and of class name. */
    public Map<String, Map<String, Integer>> counts() {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        for (Entry entry : entries) {
            counts.computeIfAbsent(entry.part(), part -> new TreeMap<>()).merge(entry.label(), 1, Integer::sum);
        }
        return counts;
    }

    /** SHA-256 over parts, paths, digests and labels in order: equal exactly if the data and their split are. */
    public String digest() {
        Digest digest = new Digest();
        for (Entry entry : entries) {
            String line = String.join("\t", entry.part(), entry.path(), entry.sha256(), entry.label()) + "\n";
            digest.add(line.getBytes(StandardCharsets.UTF_8));
        }
        return digest.hex();
    }

    /** Writes parts, counts, digest and entries as JSON, beside its place and then moved there. */
    public void write(Path file) throws IOException {
        AtomicFiles.write(file, out -> {
            ObjectWriter writer = new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("digest", digest());
            tree.put("counts", counts());
            tree.put("leaks", leaks());
            tree.put("unknown-pictures", unknownPictures());
            tree.put("entries", entries);
            writer.writeValue(out, tree);
        });
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws DataFormatException if it is no manifest, or its entries are not those that its digest was made of
     * @throws IOException if the file cannot be read
     */
    public static Manifest read(Path file) throws IOException {
        return ManifestFile.read(file);
    }

    /** Images among those that training may see that a recording of another part than {@code train} shows; in order of the recordings. */
    public List<Leak> leaks() {
        return leaks(IMAGES, part -> !part.equals(Candidate.TRAIN));
    }

    /** Number of recordings outside {@code train} of which is unknown what they show, so that a leak cannot be excluded; 0 if there are no images. */
    public int unknownPictures() {
        boolean images = entries.stream().anyMatch(entry -> entry.part().equals(IMAGES));
        return images
                ? (int) entries.stream()
                        .filter(entry -> !entry.part().equals(IMAGES)
                                && !entry.part().equals(Candidate.TRAIN)
                                && entry.picture().isEmpty())
                        .count()
                : 0;
    }

    private List<Leak> leaks(String picturePart, Predicate<String> recordingParts) {
        Set<String> pictures = entries.stream()
                .filter(entry -> entry.part().equals(picturePart))
                .map(Entry::picture)
                .filter(picture -> !picture.isEmpty())
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> !entry.part().equals(picturePart) && recordingParts.test(entry.part()))
                .filter(entry -> pictures.contains(entry.picture()))
                .map(entry -> new Leak(entry.picture(), entry.path(), entry.part()))
                .toList();
    }

    /**
     * Fails if a picture of one part is shown by a recording of one of the others.
     *
     * @throws ConfigurationException naming the pairs
     */
    public void requireNoTwins(String picturePart, Set<String> recordingParts) {
        refuse(leaks(picturePart, recordingParts::contains).stream()
                .map(leak -> "data: " + leak.picture() + " in part " + picturePart + " is shown by " + leak.recording()
                        + " in part " + leak.part())
                .toList());
    }

    private static void requireDisjoint(List<Entry> entries) {
        Map<String, Entry> byPath = new HashMap<>();
        Map<String, Entry> byDigest = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (Entry entry : entries) {
            clash(byPath.putIfAbsent(entry.path(), entry), entry, "path", problems);
            clash(byDigest.putIfAbsent(entry.sha256(), entry), entry, "bytes", problems);
        }
        refuse(problems);
    }

    private static void clash(Entry first, Entry second, String what, List<String> problems) {
        if (first != null && !first.part().equals(second.part())) {
            problems.add("data: same " + what + " in two parts: " + first.path() + " in " + first.part() + ", "
                    + second.path() + " in " + second.part());
        }
    }

    private static void refuse(List<String> problems) {
        if (problems.isEmpty()) {
            return;
        }
        List<String> shown = new ArrayList<>(problems.subList(0, Math.min(SHOWN, problems.size())));
        if (problems.size() > SHOWN) {
            shown.add("data: and " + (problems.size() - SHOWN) + " more");
        }
        throw new ConfigurationException(shown);
    }
}
