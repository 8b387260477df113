package org.snn4j.transfer.train;

import java.util.random.RandomGenerator;
import org.snn4j.data.FrameShape;
import org.snn4j.data.FrameSource;
import org.snn4j.data.mix.BatchMixing;
import org.snn4j.data.mix.SampleMixing;
import org.snn4j.data.mix.SoftLabels;
import org.snn4j.transfer.method.Frames;

/** Gathers samples of a source into one batch. */
final class FrameReader {
    private FrameReader() {}

    /** Changes a sample [T, C, H, W] in place before it joins the batch. */
    @FunctionalInterface
    interface Change {
        void applyi(float[] sample, FrameShape shape);
    }

    /** The samples as one batch [T, N, C, H, W], in the order of {@code indices}. */
    static Frames read(FrameSource source, int[] indices) {
        return read(source, indices, (sample, shape) -> {});
    }

    /** As above; each sample is changed after it was read. */
    static Frames read(FrameSource source, int[] indices, Change change) {
        FrameShape shape = source.shape();
        int samples = indices.length;
        int frame = shape.frameLength();
        float[] sample = new float[shape.length()];
        Frames batch = new Frames(shape, samples, new float[Math.multiplyExact(shape.length(), samples)]);
        for (int n = 0; n < samples; n++) {
            source.read(indices[n], sample, 0);
            change.applyi(sample, shape);
            for (int t = 0; t < shape.steps(); t++) {
                System.arraycopy(sample, t * frame, batch.values(), batch.offset(t, n), frame);
            }
        }
        return batch;
    }

    /**
     * Mixes the samples of a batch that nobody else has seen yet among themselves.
     *
     * @param labels class of each sample
     * @return the labels of the mixtures
     */
    static SoftLabels mixi(Frames batch, SampleMixing mixing, int[] labels, RandomGenerator random) {
        FrameShape shape = batch.shape();
        int frame = shape.frameLength();
        float[][] samples = new float[batch.samples()][shape.length()];
        for (int n = 0; n < samples.length; n++) {
            for (int t = 0; t < shape.steps(); t++) {
                System.arraycopy(batch.values(), batch.offset(t, n), samples[n], t * frame, frame);
            }
        }
        SoftLabels soft = BatchMixing.mixi(mixing, samples, labels, shape, random);
        for (int n = 0; n < samples.length; n++) {
            for (int t = 0; t < shape.steps(); t++) {
                System.arraycopy(samples[n], t * frame, batch.values(), batch.offset(t, n), frame);
            }
        }
        return soft;
    }
}
