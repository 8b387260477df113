package org.snn4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/** Which methods of SNN4J run how often, by the samples of the JDK's Flight Recorder. Native code is not sampled. */
final class MethodSamples {
    private static final String EVENT = "jdk.ExecutionSample";
    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final String OURS = "org.snn4j.core";
    /** Single loads and stores count for the loop that they are part of. */
    private static final Pattern PART_OF_LOOP = Pattern.compile("VectorMemory\\..*|.*\\.(load|store)");

    private MethodSamples() {}

    /**
     * Samples by class and method, the most frequent first, while the work is done.
     *
     * @param before done first, not counted: methods are compiled again when the recorder starts
     */
    static Map<String, Integer> during(Runnable before, Runnable work) throws IOException {
        Path file = Files.createTempFile("snn-samples", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(EVENT).withPeriod(PERIOD);
            recording.start();
            before.run();
            Instant begin = Instant.now();
            work.run();
            recording.stop();
            recording.dump(file);
            return count(file, begin);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Map<String, Integer> count(Path file, Instant begin) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            if (event.getEventType().getName().equals(EVENT)
                    && event.getStartTime().isAfter(begin)) {
                method(event).ifPresent(name -> counts.merge(name, 1, Integer::sum));
            }
        }
        Map<String, Integer> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    /** The innermost method of ours; none for other threads. */
    private static Optional<String> method(RecordedEvent event) {
        return Optional.ofNullable(event.getStackTrace()).flatMap(trace -> trace.getFrames().stream()
                .filter(RecordedFrame::isJavaFrame)
                .map(RecordedFrame::getMethod)
                .filter(method -> method.getType().getName().startsWith(OURS))
                .map(MethodSamples::name)
                .filter(name -> !PART_OF_LOOP.matcher(name).matches())
                .findFirst());
    }

    private static String name(RecordedMethod method) {
        String type = method.getType().getName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + method.getName();
    }
}
