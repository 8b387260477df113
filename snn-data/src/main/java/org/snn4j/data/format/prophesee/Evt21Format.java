package org.snn4j.data.format.prophesee;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.snn4j.core.Reference;
import org.snn4j.data.format.BlockReader;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.Sensor;

/**
 * RAW files in EVT 2.1 ({@code .raw}): words of 64 bits for up to 32 events of one row, time and polarity.
 *
 * <p>The upper 32 bits are a word of EVT 2.0 ({@link Evt2Format}); the lower 32 bits say which of the 32 columns from its column on have an event, the lowest
 * bit first. Words are little-endian, or, with {@code endianness=legacy} in the header (IMX636 sensors), two little-endian halves with the upper one first.
 */
@Reference(title = "EVT 2.1 Format", link = "https://docs.prophesee.ai/stable/data/encoding_formats/evt21.html")
public final class Evt21Format extends EvtFormat {
    public Evt21Format() {
        super("2.1", "EVT21");
    }

    @Override
    BlockReader reader(FileInput input, int start, Options options, ReadSettings settings, Optional<Sensor> sensor) {
        String endianness = options.values().getOrDefault("endianness", "little");
        if (!endianness.equals("little") && !endianness.equals("legacy")) {
            throw options.header().damage("format", "endianness=little or endianness=legacy");
        }
        return new Evt21Reader(input, start, endianness.equals("legacy"), settings, sensor);
    }

    @Override
    EventWriter writer(Path file, Sensor sensor, String header) throws IOException {
        return new Evt21Writer(file, sensor, header);
    }
}
