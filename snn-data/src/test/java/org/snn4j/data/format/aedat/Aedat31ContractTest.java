package org.snn4j.data.format.aedat;

import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormatContract;

class Aedat31ContractTest extends RecordingFormatContract {
    @Override
    protected RecordingFormat format() {
        return new Aedat31Format();
    }
}
