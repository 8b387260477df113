package org.snn4j.eval.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every case with its verdict, and the counts. */
final class GoldenReport {
    private GoldenReport() {}

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    static String render(List<Verdict> verdicts) {
        StringBuilder text = new StringBuilder();
        verdicts.stream()
                .sorted(Comparator.comparing(v -> v.golden().toString()))
                .forEach(v -> text.append(v.line()).append('\n'));
        Map<String, List<Verdict>> kinds = verdicts.stream()
                .collect(Collectors.groupingBy(v -> v.golden().kind(), TreeMap::new, Collectors.toList()));
        text.append('\n');
        kinds.forEach((kind, list) -> text.append("%-12s %s%n".formatted(kind, counts(list))));
        return text.append("%-12s %s%n".formatted("all", counts(verdicts))).toString();
    }

    private static String counts(List<Verdict> verdicts) {
        Map<Verdict.Outcome, Integer> counts = new EnumMap<>(Verdict.Outcome.class);
        verdicts.forEach(v -> counts.merge(v.outcome(), 1, Integer::sum));
        return Arrays.stream(Verdict.Outcome.values())
                        .map(o -> o.label + " " + counts.getOrDefault(o, 0))
                        .collect(Collectors.joining("   "))
                + "   of " + verdicts.size();
    }
}
