package org.snn4j.data.format.numpy;

import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormatContract;

class NpyContractTest extends RecordingFormatContract {
    @Override
    protected RecordingFormat format() {
        return new NpyFormat();
    }

    @Override
    protected boolean statesSensor() {
        return false;
    }
}
