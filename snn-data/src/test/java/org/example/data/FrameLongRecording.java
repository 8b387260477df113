package org.example.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.stream.RecordingWindows;
import org.snn4j.data.stream.WindowFrame;
import org.snn4j.data.stream.WindowRule;

/** Finds the busiest 10 ms of a recording that may be larger than memory. */
final class FrameLongRecording {
    private FrameLongRecording() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        EventReader reader = RecordingFormats.standard().recognise(file).open(file, ReadSettings.DEFAULTS);
        try (Stream<WindowFrame> frames = RecordingWindows.frames(reader, WindowRule.byTime(10_000)).stream()) {
            WindowFrame busiest = frames.max(
                            Comparator.comparingLong(frame -> frame.window().events()))
                    .orElseThrow();
            System.out.printf(
                    "%d events from %d us on%n",
                    busiest.window().events(), busiest.window().start());
        }
    }
}
