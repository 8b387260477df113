package org.snn4j.data.format.prophesee;

import java.util.List;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormatContract;

class Evt2ContractTest extends RecordingFormatContract {
    @Override
    protected RecordingFormat format() {
        return new Evt2Format();
    }

    @Override
    protected List<String> recordings() {
        return List.of("format-samples/evt2.raw");
    }

    @Override
    protected int largeDamages() {
        return 60;
    }
}
