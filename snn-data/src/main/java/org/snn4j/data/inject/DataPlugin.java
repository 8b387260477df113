package org.snn4j.data.inject;

import org.snn4j.core.inject.ComponentPlugin;
import org.snn4j.data.encode.BinaryByNumber;
import org.snn4j.data.encode.CountByNumber;
import org.snn4j.data.encode.CountByTime;
import org.snn4j.data.encode.CountByTimeTonic;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.encode.He2024Frames;

/** Components and sections of snn-data. */
public final class DataPlugin extends ComponentPlugin {
    @Override
    protected void configure() {
        section("event-encoder", EventEncoder.class);
        slot(EventEncoder.class)
                .add("count-by-number", CountByNumber.class)
                .add("count-by-time", CountByTime.class)
                .add("count-by-time-tonic", CountByTimeTonic.class)
                .add("he2024-frames", He2024Frames.class)
                .add("binary-by-number", BinaryByNumber.class);
    }
}
