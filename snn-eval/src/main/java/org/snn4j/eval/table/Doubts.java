package org.snn4j.eval.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snn4j.eval.run.Provenance;

/** What keeps the runs of one table from being comparable or repeatable, as far as their provenance tells: other programs, other data. */
final class Doubts {
    private static final int SHORT = 12;

    private Doubts() {}

    /** One line per doubt, each beginning with {@code WARNING}; none if there is nothing to say. */
    static List<String> lines(List<RunEntry> runs) {
        List<RunEntry> counted = runs.stream().filter(RunEntry::counts).toList();
        List<String> lines = new ArrayList<>();
        if (counted.stream().map(run -> software(run).revision()).distinct().count() > 1) {
            lines.add("WARNING: the runs were made by different revisions of the program");
        }
        List<RunEntry> modified = counted.stream()
                .filter(run -> software(run).state().equals("modified"))
                .toList();
        if (!modified.isEmpty()) {
            lines.add("WARNING: made by a modified checkout, which the revision does not tell: " + names(modified));
        }
        bySource(counted, lines);
        byDigest(counted, lines);
        return lines;
    }

    /** The revision of a run for people. */
    static String revision(Provenance provenance) {
        String state = provenance.software().state();
        return "revision " + shorten(provenance.software().revision()) + (state.equals("modified") ? ", modified" : "");
    }

    private static void bySource(List<RunEntry> runs, List<String> lines) {
        Map<String, Set<String>> sources = new LinkedHashMap<>();
        runs.stream()
                .map(run -> run.provenance().orElseThrow().data())
                .filter(data -> !data.source().isEmpty())
                .forEach(data -> sources.computeIfAbsent(data.name(), name -> new LinkedHashSet<>())
                        .add(data.source()));
        sources.forEach((name, found) -> {
            if (found.size() > 1) {
                lines.add("WARNING: the runs read different data folders of " + name + ": " + String.join("; ", found));
            }
        });
    }

    /** Runs of one seed that drew equally many samples from the same data set under the same protocol must have drawn the same. */
    private static void byDigest(List<RunEntry> runs, List<String> lines) {
        Map<List<Object>, Map<String, List<RunEntry>>> draws = new LinkedHashMap<>();
        for (RunEntry run : runs) {
            Provenance p = run.provenance().orElseThrow();
            draws.computeIfAbsent(
                            List.of(p.data().name(), p.data().counts(), p.protocol(), p.seed()),
                            draw -> new LinkedHashMap<>())
                    .computeIfAbsent(p.data().digest(), digest -> new ArrayList<>())
                    .add(run);
        }
        for (Map<String, List<RunEntry>> byDigest : draws.values()) {
            if (byDigest.size() > 1) {
                lines.add(byDigest.entrySet().stream()
                        .map(entry -> shorten(entry.getKey()) + " (" + names(entry.getValue()) + ")")
                        .collect(Collectors.joining(
                                ", ", "WARNING: different data for the same share and seed, by digest: ", "")));
            }
        }
    }

    private static Provenance.Software software(RunEntry run) {
        return run.provenance().orElseThrow().software();
    }

    private static String names(List<RunEntry> runs) {
        Map<String, List<String>> seeds = runs.stream()
                .collect(Collectors.groupingBy(
                        run -> run.key().variant(),
                        LinkedHashMap::new,
                        Collectors.mapping(run -> String.valueOf(run.key().seed()), Collectors.toList())));
        return seeds.entrySet().stream()
                .map(entry -> entry.getKey() + " seed " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String shorten(String digest) {
        return digest.substring(0, Math.min(SHORT, digest.length()));
    }
}
