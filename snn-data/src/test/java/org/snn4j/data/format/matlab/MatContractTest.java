package org.snn4j.data.format.matlab;

import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormatContract;

class MatContractTest extends RecordingFormatContract {
    @Override
    protected RecordingFormat format() {
        return new MatFormat();
    }

    @Override
    protected boolean statesSensor() {
        return false;
    }

    /** A byte of a deflated file makes up to 1032. */
    @Override
    protected int eventsPerByte() {
        return 1032;
    }
}
