package org.snn4j.data.format.prophesee;

import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormatContract;

class Evt21ContractTest extends RecordingFormatContract {
    @Override
    protected RecordingFormat format() {
        return new Evt21Format();
    }

    /** 32 events in 8 bytes. */
    @Override
    protected int eventsPerByte() {
        return 4;
    }
}
