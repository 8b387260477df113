package org.snn4j.data.nd4j;

import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.dataset.api.MultiDataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;
import org.snn4j.core.Check;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.data.FrameSource;
import org.snn4j.data.dataset.PairedData;
import org.snn4j.data.pair.Pair;
import org.snn4j.data.pair.PairSampler;
import org.snn4j.data.pair.Population;

/**
 * Batches of recordings with still images of the same class; for one thread, which may be another than that of training.
 *
 * <p>Features 0 are the recordings, features 1 the images, both floats as {@link FrameAxes} says; labels 0 and 1, [N, classes] each, are those of the same
 * samples, and equal. The last batch of a pass has what is left. {@link #reset} begins the next pass, with new pairs.
 */
public final class PairIterator implements MultiDataSetIterator {
    private static final long serialVersionUID = 1L;

    private final transient FrameSource recordings;
    private final transient FrameSource images;
    private final transient IntFunction<List<Pair>> passes;
    private final FrameAxes axes;
    private final int batch;
    private transient MultiDataSetPreProcessor preProcessor;
    private int epoch;
    private transient List<Pair> pairs;
    private int position;

    /**
     * @param recordings recordings
     * @param images still images, of the same classes
     * @param passes pairs of each pass, from 0
     * @param batch pairs of a batch, at least 1
     * @param axes shape of the features
     */
    public PairIterator(
            FrameSource recordings, FrameSource images, IntFunction<List<Pair>> passes, int batch, FrameAxes axes) {
        this.recordings = Check.notNull(recordings, "recordings");
        this.images = Check.notNull(images, "images");
        this.passes = Check.notNull(passes, "passes");
        this.batch = Check.atLeast(batch, 1, "batch");
        this.axes = Check.notNull(axes, "axes");
        if (!recordings.classes().equals(images.classes())) {
            throw new IllegalArgumentException("recordings are of the classes " + recordings.classes()
                    + ", images must be too, but are of " + images.classes());
        }
        pairs = checked(passes.apply(0));
    }

    /** The training part of a data set, paired anew in each pass from the stream {@code pairs <epoch>} of the seeds. */
    public static PairIterator of(PairedData data, PairSampler sampler, Seeds seeds, int batch, FrameAxes axes) {
        Population population = Population.of(data.images(), data.train(), data.twin());
        return new PairIterator(
                data.train(),
                data.images(),
                epoch -> sampler.epoch(population, EnumSet.allOf(Stream.class), seeds.stream("pairs " + epoch)),
                batch,
                axes);
    }

    private static List<Pair> checked(List<Pair> pairs) {
        for (Pair pair : pairs) {
            if (pair.image() == Pair.NONE || pair.recording() == Pair.NONE) {
                throw new IllegalArgumentException(pair + " lacks a side, must have both");
            }
        }
        return List.copyOf(pairs);
    }

    @Override
    public boolean hasNext() {
        return position < pairs.size();
    }

    @Override
    public MultiDataSet next() {
        return next(batch);
    }

    @Override
    public MultiDataSet next(int number) {
        Check.atLeast(number, 1, "number");
        if (!hasNext()) {
            throw new NoSuchElementException("the pass has ended; reset begins the next");
        }
        List<Pair> chosen = pairs.subList(position, Math.min(pairs.size(), position + number));
        position += chosen.size();
        int[] left = indices(chosen, Pair::recording);
        int[] right = indices(chosen, Pair::image);
        MultiDataSet data = new org.nd4j.linalg.dataset.MultiDataSet(
                new INDArray[] {Batches.features(recordings, left, axes), Batches.features(images, right, axes)},
                new INDArray[] {Batches.labels(recordings, left), Batches.labels(images, right)});
        if (preProcessor != null) {
            preProcessor.preProcess(data);
        }
        return data;
    }

    private static int[] indices(List<Pair> pairs, ToIntFunction<Pair> side) {
        return pairs.stream().mapToInt(side).toArray();
    }

    @Override
    public boolean resetSupported() {
        return true;
    }

    @Override
    public boolean asyncSupported() {
        return true;
    }

    @Override
    public void reset() {
        epoch++;
        pairs = checked(passes.apply(epoch));
        position = 0;
    }

    @Override
    public void setPreProcessor(MultiDataSetPreProcessor preProcessor) {
        this.preProcessor = preProcessor;
    }

    @Override
    public MultiDataSetPreProcessor getPreProcessor() {
        return preProcessor;
    }
}
