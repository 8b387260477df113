package org.snn4j.data.format.aedat4;

import java.util.List;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormatContract;

class Aedat4ContractTest extends RecordingFormatContract {
    @Override
    protected RecordingFormat format() {
        return new Aedat4Format();
    }

    /** Packets are compressed. */
    @Override
    protected int eventsPerByte() {
        return 4096;
    }

    @Override
    protected List<String> recordings() {
        return List.of("format-samples/davis346.aedat4", "format-samples/dvxplorer.aedat4");
    }
}
