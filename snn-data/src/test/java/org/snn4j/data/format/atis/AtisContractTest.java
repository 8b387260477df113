package org.snn4j.data.format.atis;

import java.util.List;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormatContract;

class AtisContractTest extends RecordingFormatContract {
    @Override
    protected RecordingFormat format() {
        return new AtisFormat();
    }

    @Override
    protected boolean statesSensor() {
        return false;
    }

    @Override
    protected List<String> recordings() {
        return List.of("n-mnist/Train/5/00001.bin", "n-mnist/Test/7/00001.bin");
    }
}
