package org.snn4j.data.format.prophesee;

import java.util.List;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormatContract;

class DatContractTest extends RecordingFormatContract {
    @Override
    protected RecordingFormat format() {
        return new DatFormat();
    }

    @Override
    protected List<String> recordings() {
        return List.of("format-samples/n-cars.dat");
    }
}
