package org.snn4j.data.stream;

import org.snn4j.data.FrameShape;
import org.snn4j.data.encode.EventFrames;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.format.Sensor;

/** Counts events per polarity and pixel. */
final class CountCollector implements WindowCollector<WindowFrame> {
    private final FrameShape shape;
    private float[] counts;

    CountCollector(Sensor sensor) {
        shape = new FrameShape(1, EventFrames.POLARITIES, sensor.height(), sensor.width());
        counts = new float[shape.length()];
    }

    @Override
    public void take(EventColumns events, int from, int count) {
        float[] target = counts;
        int width = shape.width();
        int plane = width * shape.height();
        for (int i = from; i < from + count; i++) {
            target[events.polarity(i) * plane + events.y(i) * width + events.x(i)]++;
        }
    }

    @Override
    public WindowFrame end(Window window) {
        WindowFrame frame = new WindowFrame(window, shape, counts);
        counts = new float[shape.length()];
        return frame;
    }
}
