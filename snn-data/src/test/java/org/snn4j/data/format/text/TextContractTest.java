package org.snn4j.data.format.text;

import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormatContract;

class TextContractTest extends RecordingFormatContract {
    @Override
    protected RecordingFormat format() {
        return new TextFormat();
    }
}
