package org.snn4j.eval.golden.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.atis.AtisFormat;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/** Sums, first and last events of N-MNIST recordings as the published readers give them; needs the recordings themselves. */
public final class NMnistReaderVerifier implements GoldenVerifier {
    private static final int SHOWN = 5;

    @Override
    public String kind() {
        return "decoding";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().equals("nmnist_reader_summary");
    }

    @Override
    public void verify(GoldenCase golden) throws IOException {
        Path data = golden.dataFolder();
        if (!Files.isDirectory(data.resolve("n-mnist"))) {
            throw new AssertionError(
                    golden + ": no n-mnist in " + data.normalize() + "; name the folder that holds it in SNN4J_DATA");
        }
        LongStream.Builder stats = LongStream.builder();
        LongStream.Builder first = LongStream.builder();
        LongStream.Builder last = LongStream.builder();
        for (JsonNode recording : golden.parameter("recordings")) {
            EventStream events = RecordingFormats.read(
                    new AtisFormat(), data.resolve(recording.asText()), ReadSettings.DEFAULTS.withSensor(34, 34));
            statistics(events, stats);
            rows(events, 0, first);
            rows(events, events.size() - SHOWN, last);
        }
        GoldenAssert.exact(golden, "out_stats", stats.build().toArray());
        GoldenAssert.exact(golden, "out_first", first.build().toArray());
        GoldenAssert.exact(golden, "out_last", last.build().toArray());
    }

    private static void statistics(EventStream events, LongStream.Builder stats) {
        stats.add(events.size());
        stats.add(all(events, events::polarity).sum());
        stats.add(all(events, events::x).sum());
        stats.add(all(events, events::y).sum());
        stats.add(IntStream.range(0, events.size()).mapToLong(events::time).sum());
        stats.add(all(events, events::x).min().orElseThrow());
        stats.add(all(events, events::x).max().orElseThrow());
        stats.add(all(events, events::y).min().orElseThrow());
        stats.add(all(events, events::y).max().orElseThrow());
    }

    private static IntStream all(EventStream events, IntUnaryOperator value) {
        return IntStream.range(0, events.size()).map(value);
    }

    private static void rows(EventStream events, int from, LongStream.Builder rows) {
        for (int i = from; i < from + SHOWN; i++) {
            rows.add(events.x(i)).add(events.y(i)).add(events.time(i)).add(events.polarity(i));
        }
    }
}
