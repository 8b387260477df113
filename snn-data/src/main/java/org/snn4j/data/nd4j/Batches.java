package org.snn4j.data.nd4j;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.data.FrameSource;

/** Makes the arrays of a batch. */
final class Batches {
    private Batches() {}

    /** Frames of some samples, read by several threads. */
    static INDArray features(FrameSource source, int[] samples, FrameAxes axes) {
        int length = source.shape().length();
        float[] values = new float[Math.multiplyExact(samples.length, length)];
        IntStream.range(0, samples.length).parallel().forEach(i -> source.read(samples[i], values, i * length));
        return Nd4j.createFromArray(values).reshape('c', axes.shape(samples.length, source.shape()));
    }

    /** [N, classes]: 1 at the class of each sample, else 0. */
    static INDArray labels(FrameSource source, int[] samples) {
        int classes = source.classes().size();
        float[] values = new float[Math.multiplyExact(samples.length, classes)];
        for (int i = 0; i < samples.length; i++) {
            values[i * classes + source.label(samples[i])] = 1;
        }
        return Nd4j.createFromArray(values).reshape('c', samples.length, classes);
    }
}
