package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snn4j.core.config.Catalogue;
import org.snn4j.core.config.ExperimentReader;
import org.snn4j.eval.experiment.Experiment;
import org.snn4j.eval.table.Expectation;

/** Compares the values that experiment files expect with the list of them, {@value #LIST}: tab-separated, a line each. */
final class PublishedNumbers {
    static final String LIST = "published.tsv";
    static final String HEAD = "file\trow\tcolumn\tvalue\tevidence\tsource";

    private PublishedNumbers() {}

    /** What differs between the experiment files of a folder and its list; empty if nothing does. */
    static List<String> problems(Path experiments, Catalogue catalogue) throws IOException {
        List<String> problems = new ArrayList<>();
        Map<String, String> listed = listed(experiments.resolve(LIST), problems);
        Map<String, String> expected = expected(experiments, catalogue);
        expected.forEach((place, number) -> {
            String known = listed.get(place);
            if (known == null) {
                problems.add(place + " expects " + number + ", which " + LIST
                        + " does not list; read it in its source, then add: "
                        + (place + "\t" + number).replace("\t", " <tab> "));
            } else if (!known.equals(number)) {
                problems.add(
                        place.replace("\t", ", ") + ": the experiment expects " + number.replace("\t", ", ") + ", but "
                                + LIST + " says " + known.replace("\t", ", ")
                                + "; a number of somebody else is changed in both, after reading its source");
            }
        });
        listed.keySet().stream()
                .filter(place -> !expected.containsKey(place))
                .forEach(place ->
                        problems.add(place.replace("\t", ", ") + ": " + LIST + " lists it, no experiment expects it"));
        return problems;
    }

    private static Map<String, String> listed(Path file, List<String> problems) throws IOException {
        Map<String, String> listed = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        if (!lines.get(0).equals(HEAD)) {
            problems.add(LIST + " begins with '" + lines.get(0) + "', must begin with '" + HEAD + "'");
        }
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            if (fields.length != 6) {
                problems.add(LIST + " has a line of " + fields.length + " fields, must be 6: " + line);
            } else if (listed.put(
                            String.join("\t", fields[0], fields[1], fields[2]),
                            String.join("\t", fields[3], fields[4], fields[5]))
                    != null) {
                problems.add(LIST + " lists it twice: " + line);
            }
        }
        return listed;
    }

    private static Map<String, String> expected(Path experiments, Catalogue catalogue) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(experiments)) {
            files = found.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        Map<String, String> expected = new LinkedHashMap<>();
        for (Path file : files) {
            String name = experiments.relativize(file).toString().replace('\\', '/');
            for (Expectation e : Experiment.of(new ExperimentReader(catalogue).read(file, List.of()))
                    .tablePlan()
                    .expected()) {
                String value = e.value().map(String::valueOf).orElse(Expectation.UNKNOWN);
                expected.put(
                        String.join("\t", name, e.row(), e.column()),
                        String.join("\t", value, e.evidence().tag(), e.source()));
            }
        }
        return expected;
    }
}
