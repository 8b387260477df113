package org.snn4j.data.stream;

import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.Sensor;

/** Makes a recording of each window. */
final class RecordingCollector implements WindowCollector<EventStream> {
    private final Sensor sensor;
    private final EventColumns collected = new EventColumns(0);

    RecordingCollector(Sensor sensor) {
        this.sensor = sensor;
    }

    @Override
    public void take(EventColumns events, int from, int count) {
        events.copyTo(collected, from, count);
    }

    @Override
    public EventStream end(Window window) {
        EventStream stream = collected.toStream(sensor.width(), sensor.height());
        collected.clear();
        return stream;
    }
}
