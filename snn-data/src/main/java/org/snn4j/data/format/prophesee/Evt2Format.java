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
 * RAW files in EVT 2.0 ({@code .raw}): words of 32 bits, little-endian.
 *
 * <p>Bits 28 to 31 are the type. 0 and 1: an OFF and an ON event with bits 0 to 5 of its time in bits 22 to 27, its column in 11 to 21, its row in 0 to 10. 8:
 * bits 6 to 33 of the time of the events that follow, which therefore overflows after 2<sup>34</sup> us (4 h 46 min). 10, 14, 15: triggers and extensions,
 * skipped.
 */
@Reference(title = "EVT 2.0 Format", link = "https://docs.prophesee.ai/stable/data/encoding_formats/evt2.html")
public final class Evt2Format extends EvtFormat {
    public Evt2Format() {
        super("2.0", "EVT2");
    }

    @Override
    BlockReader reader(FileInput input, int start, Options options, ReadSettings settings, Optional<Sensor> sensor) {
        return new Evt2Reader(input, start, settings, sensor);
    }

    @Override
    EventWriter writer(Path file, Sensor sensor, String header) throws IOException {
        return new Evt2Writer(file, sensor, header);
    }
}
