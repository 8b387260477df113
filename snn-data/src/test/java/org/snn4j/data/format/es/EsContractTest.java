package org.snn4j.data.format.es;

import java.util.List;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormatContract;

class EsContractTest extends RecordingFormatContract {
    @Override
    protected RecordingFormat format() {
        return new EsFormat();
    }

    @Override
    protected List<String> recordings() {
        return List.of("format-samples/dvs.es");
    }
}
