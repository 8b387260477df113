package org.example.data;

import java.io.IOException;
import java.nio.file.Path;
import org.snn4j.data.FrameShape;
import org.snn4j.data.encode.CountByNumber;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormats;

/** Reads a recording of any format and makes ten frames of it. */
final class ReadRecording {
    private ReadRecording() {}

    public static void main(String[] arguments) throws IOException {
        EventStream events = RecordingFormats.standard().read(Path.of(arguments[0]), ReadSettings.DEFAULTS);
        EventEncoder encoder = new CountByNumber(CountByNumber.Config.DEFAULTS);
        FrameShape shape = encoder.shape(events.width(), events.height());
        float[] frames = new float[shape.length()]; // [T, C, H, W], row-major; channel 0 = OFF, 1 = ON
        encoder.encode(events, frames, 0);

        double sum = 0;
        for (float count : frames) {
            sum += count;
        }
        System.out.printf(
                "%d events in %d frames of %dx%d%n", (long) sum, shape.steps(), shape.width(), shape.height());
    }
}
