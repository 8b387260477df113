package org.snn4j.data.format.atis;

import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.RandomEvents;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormatContract;

class AtisOverflowContractTest extends RecordingFormatContract {
    @Override
    protected RecordingFormat format() {
        return new AtisFormat.Marked();
    }

    @Override
    protected boolean statesSensor() {
        return false;
    }

    /** Without markers it is like any other. */
    @Override
    protected boolean recognisable(int events) {
        return events > 2;
    }

    /** Longer than the times of an event can say, so that there are markers. */
    @Override
    protected EventStream events(int count) {
        return RandomEvents.of(count, 34, 34, AtisFormat.LAST_TIME - 100, 90_000);
    }
}
