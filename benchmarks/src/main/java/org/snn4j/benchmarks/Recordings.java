package org.snn4j.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;
import org.snn4j.data.encode.CountByNumber;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Interpolation;
import org.snn4j.data.simulate.DigitPainter;
import org.snn4j.data.simulate.SaccadeSensor;

/** Simulated recordings of drawn digits as event frames, the same in every process. */
final class Recordings {
    private static final Seeds SEEDS = new Seeds(1);

    private final EventStream[] events;

    Recordings(int samples) {
        SaccadeSensor sensor = new SaccadeSensor(SaccadeSensor.Settings.DEFAULTS, SEEDS.stream("sensor"));
        DigitPainter painter = new DigitPainter(DigitPainter.Settings.DEFAULTS);
        RandomGenerator random = SEEDS.stream("recordings");
        events = new EventStream[samples];
        for (int n = 0; n < samples; n++) {
            events[n] = sensor.record(painter.paint(label(n), random), random);
        }
    }

    /** Name of the file with frames of so many steps. */
    static String file(int steps) {
        return "recordings-" + steps;
    }

    private static int label(int sample) {
        return sample % DigitPainter.CLASSES;
    }

    int[] labels() {
        int[] labels = new int[events.length];
        for (int n = 0; n < labels.length; n++) {
            labels[n] = label(n);
        }
        return labels;
    }

    /** Counts of events [T, N, 2, side, side], resized from the sensor's 34x34. */
    INDArray frames(int steps, int side) {
        CountByNumber encoder =
                new CountByNumber(new CountByNumber.Config(steps, side, Interpolation.BILINEAR_ALIGNED));
        int length = encoder.shape(SaccadeSensor.SIDE, SaccadeSensor.SIDE).length();
        float[] values = new float[length * events.length];
        for (int n = 0; n < events.length; n++) {
            encoder.encode(events[n], values, n * length);
        }
        return Nd4j.createFromArray(values)
                .reshape(events.length, steps, 2, side, side)
                .permute(1, 0, 2, 3, 4)
                .dup('c');
    }

    /** Frames and labels by name, for {@link ArrayFile}. */
    Map<String, INDArray> arrays(int steps, int side) {
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        arrays.put("frames", frames(steps, side));
        float[] labels = new float[events.length];
        for (int n = 0; n < labels.length; n++) {
            labels[n] = label(n);
        }
        arrays.put("labels", Nd4j.createFromArray(labels));
        return arrays;
    }
}
