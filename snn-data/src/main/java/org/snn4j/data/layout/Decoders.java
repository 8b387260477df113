package org.snn4j.data.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.Sensor;
import org.snn4j.data.format.atis.AtisFormat;

/** Decoders of the formats that data sets come in. */
final class Decoders {
    private Decoders() {}

    /** ATIS files, each read once. */
    static RecordingDecoder atis(AtisFormat format, ReadSettings settings) {
        return (file, digest) -> {
            byte[] bytes = Files.readAllBytes(file);
            digest.add(bytes);
            return format.read(file, bytes, settings);
        };
    }

    /** Files of one format. */
    static RecordingDecoder of(RecordingFormat format, ReadSettings settings) {
        return (file, digest) -> {
            digest.add(file);
            return RecordingFormats.read(format, file, settings);
        };
    }

    /** Files of any format, recognised by their content. */
    static RecordingDecoder any(ReadSettings settings) {
        return (file, digest) -> {
            digest.add(file);
            return RecordingFormats.standard().read(file, settings);
        };
    }

    /** Files of a format by the end of their names. */
    static RecordingDecoder byEnd(Map<String, RecordingDecoder> decoders) {
        return (file, digest) -> decoder(decoders, file).decode(file, digest);
    }

    private static RecordingDecoder decoder(Map<String, RecordingDecoder> decoders, Path file) {
        return decoders.entrySet().stream()
                .filter(decoder -> Places.name(file).endsWith(decoder.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new DataFormatException(
                        file, 0, "another end of the name", String.join(" or ", decoders.keySet())));
    }

    /** A sensor's size, and what to do where time goes backward. */
    static ReadSettings settings(int width, int height, ReadSettings.Order order) {
        return new ReadSettings(Optional.of(new Sensor(width, height)), Check.notNull(order, "order"));
    }
}
