package org.snn4j.data.nd4j;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.snn4j.core.Check;
import org.snn4j.data.FrameSource;

/**
 * Batches of frames with their classes; for one thread, which may be another than that of training.
 *
 * <p>Features are floats as {@link FrameAxes} says, for instance [N, T, C, H, W]; labels are [N, classes] with 1 at the class. The last batch of a pass has
 * what is left. {@link #reset} begins the next pass. The interface is serializable, this class is not: it holds an open source.
 */
public final class FrameIterator implements DataSetIterator {
    private static final long serialVersionUID = 1L;

    private final transient FrameSource source;
    private final transient SampleOrder samples;
    private final FrameAxes axes;
    private final int batch;
    private transient DataSetPreProcessor preProcessor;
    private int epoch;
    private int[] order;
    private int position;

    /**
     * @param source samples
     * @param batch samples of a batch, at least 1
     * @param axes shape of the features
     * @param samples order of the samples in each pass
     */
    public FrameIterator(FrameSource source, int batch, FrameAxes axes, SampleOrder samples) {
        this.source = Check.notNull(source, "source");
        this.batch = Check.atLeast(batch, 1, "batch");
        this.axes = Check.notNull(axes, "axes");
        this.samples = Check.notNull(samples, "order");
        order = samples.of(source.size(), 0);
    }

    @Override
    public boolean hasNext() {
        return position < order.length;
    }

    @Override
    public DataSet next() {
        return next(batch);
    }

    @Override
    public DataSet next(int number) {
        Check.atLeast(number, 1, "number");
        if (!hasNext()) {
            throw new NoSuchElementException("the pass has ended; reset begins the next");
        }
        int end = Math.min(order.length, position + number);
        int[] chosen = Arrays.copyOfRange(order, position, end);
        position = end;
        DataSet data = new DataSet(Batches.features(source, chosen, axes), Batches.labels(source, chosen));
        data.setLabelNames(getLabels());
        if (preProcessor != null) {
            preProcessor.preProcess(data);
        }
        return data;
    }

    /** Values of a sample, T*C*H*W. */
    @Override
    public int inputColumns() {
        return source.shape().length();
    }

    /** Number of classes. */
    @Override
    public int totalOutcomes() {
        return source.classes().size();
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
        order = samples.of(source.size(), epoch);
        position = 0;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public void setPreProcessor(DataSetPreProcessor preProcessor) {
        this.preProcessor = preProcessor;
    }

    @Override
    public DataSetPreProcessor getPreProcessor() {
        return preProcessor;
    }

    /** Class names, by label. */
    @Override
    public List<String> getLabels() {
        return source.classes();
    }
}
