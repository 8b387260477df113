package org.snn4j.data.encode;

import org.snn4j.core.Check;
import org.snn4j.data.FrameShape;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Interpolation;
import org.snn4j.data.resize.PlaneResizer;
import org.snn4j.data.resize.Size;

/**
 * Shape of the frames of an encoder that paints them at the sensor's size and then resizes them as planes of numbers.
 *
 * @param steps T, at least 1
 * @param channels C, at least 1
 * @param size rows and columns of the frames; 0 keeps the sensor's
 * @param interpolation how planes are resized
 */
record FrameLayout(int steps, int channels, int size, Interpolation interpolation) {
    FrameLayout {
        Check.atLeast(channels, 1, "channels");
        check(steps, size, interpolation);
    }

    /** Frames of two polarities. */
    static FrameLayout ofPolarities(int steps, int size, Interpolation interpolation) {
        return new FrameLayout(steps, EventFrames.POLARITIES, size, interpolation);
    }

    static void check(int steps, int size, Interpolation interpolation) {
        Check.atLeast(steps, 1, "steps");
        Check.atLeast(size, 0, "size");
        Check.notNull(interpolation, "interpolation");
    }

    /** Sets all values of frames [T, C, H, W] of the sensor's size. */
    @FunctionalInterface
    interface Painter {
        void paint(EventStream events, float[] target, int offset);
    }

    FrameShape shape(int sensorWidth, int sensorHeight) {
        return size == 0
                ? new FrameShape(steps, channels, sensorHeight, sensorWidth)
                : new FrameShape(steps, channels, size, size);
    }

    /** The contract of frames that hold {@code atSensorSize} before they are resized. */
    EncodingContract contract(EncodingContract atSensorSize) {
        return size == 0 ? atSensorSize : atSensorSize.resized();
    }

    /** Paints, and resizes where the size is another. */
    void encode(EventStream events, Painter painter, float[] target, int offset) {
        EventFrames.requireEvents(events);
        Size sensor = new Size(events.height(), events.width());
        if (size == 0 || sensor.equals(Size.square(size))) {
            painter.paint(events, target, offset);
            return;
        }
        int planes = Math.multiplyExact(steps, channels);
        float[] frames = new float[Math.multiplyExact(planes, sensor.pixels())];
        painter.paint(events, frames, 0);
        new PlaneResizer(interpolation, sensor, Size.square(size)).resize(frames, 0, target, offset, planes);
    }
}
