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
 * RAW files in EVT 3.0 ({@code .raw}): words of 16 bits, little-endian, each saying only what changes.
 *
 * <p>Bits 12 to 15 are the type. 0: the row (bits 0 to 10). 2: an event at a column (bits 0 to 10) with a polarity (bit 11). 3: base column and polarity of the
 * vectors that follow. 4 and 5: a vector, 12 and 8 bits that say which columns from the base on have an event, the lowest first; the base goes on by 12 or 8. 6
 * and 8: bits 0 to 11 and 12 to 23 of the time, which therefore overflows after 2<sup>24</sup> us (16.8 s); where the upper bits change the lower ones
 * start at 0. 7, 10, 14, 15: triggers and extensions, skipped. Events before the first row and vectors before the first base have no place and are
 * skipped too.
 */
@Reference(title = "EVT 3.0 Format", link = "https://docs.prophesee.ai/stable/data/encoding_formats/evt3.html")
public final class Evt3Format extends EvtFormat {
    public Evt3Format() {
        super("3.0", "EVT3");
    }

    @Override
    BlockReader reader(FileInput input, int start, Options options, ReadSettings settings, Optional<Sensor> sensor) {
        return new Evt3Reader(input, start, settings, sensor);
    }

    @Override
    EventWriter writer(Path file, Sensor sensor, String header) throws IOException {
        return new Evt3Writer(file, sensor, header);
    }
}
