package org.snn4j.data.format.aedat;

import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormatContract;
import org.snn4j.data.format.Sensor;

class Aedat2ContractTest extends RecordingFormatContract {
    @Override
    protected RecordingFormat format() {
        return new Aedat2Format();
    }

    @Override
    protected Sensor sensor() {
        return new Sensor(128, 128);
    }

    @Override
    protected int largeDamages() {
        return 60;
    }
}
