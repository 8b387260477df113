package org.snn4j.data.format.numpy;

import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormatContract;

class NpzContractTest extends RecordingFormatContract {
    @Override
    protected RecordingFormat format() {
        return new NpzFormat();
    }

    /** A byte of a deflated file makes up to 1032. */
    @Override
    protected int eventsPerByte() {
        return 1032;
    }
}
