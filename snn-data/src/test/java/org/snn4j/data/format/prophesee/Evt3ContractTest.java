package org.snn4j.data.format.prophesee;

import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormatContract;

class Evt3ContractTest extends RecordingFormatContract {
    @Override
    protected RecordingFormat format() {
        return new Evt3Format();
    }

    /** 12 events in 2 bytes. */
    @Override
    protected int eventsPerByte() {
        return 6;
    }
}
