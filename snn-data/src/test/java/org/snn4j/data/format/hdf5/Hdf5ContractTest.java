package org.snn4j.data.format.hdf5;

import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormatContract;

class Hdf5ContractTest extends RecordingFormatContract {
    @Override
    protected RecordingFormat format() {
        return new Hdf5Format();
    }

    /** A byte of a deflated file makes up to 1032. */
    @Override
    protected int eventsPerByte() {
        return 1032;
    }
}
