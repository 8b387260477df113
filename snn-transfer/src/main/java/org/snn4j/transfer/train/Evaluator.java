package org.snn4j.transfer.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Stream;
import org.snn4j.core.network.Network;
import org.snn4j.core.network.SignalKey;
import org.snn4j.data.FrameSource;

/**
 * Scores a network on recordings: target stream only, running batch statistics, mean of the logits over time.
 *
 * <p>No batch is larger than those of training, so the network needs no further buffers. Predictions do not depend on the size of the batches.
 */
public final class Evaluator implements AutoCloseable {
    private final Network network;
    private final int batch;
    private final StopSignal stop;
    private final FrameBuffers buffers;

    /**
     * @param network what is scored
     * @param batch most samples in one pass, at least 1
     * @param precision type of the network
     * @param stop asked after each batch
     */
    public Evaluator(Network network, int batch, Precision precision, StopSignal stop) {
        this.network = Check.notNull(network, "network");
        this.batch = Check.atLeast(batch, 1, "batch");
        this.stop = Check.notNull(stop, "stop");
        this.buffers = new FrameBuffers(precision.dataType());
    }

    /** Scores every sample of a part; empty if it was stopped before the end. */
    public Optional<Scores> score(FrameSource part) {
        double[][] logits = new double[part.size()][];
        Map<String, Double> rates = new LinkedHashMap<>();
        for (int first = 0; first < part.size(); first += batch) {
            if (stop.raised()) {
                return Optional.empty();
            }
            int size = Math.min(batch, part.size() - first);
            double[][] means =
                    forward(part, IntStream.range(first, first + size).toArray());
            System.arraycopy(means, 0, logits, first, size);
            double share = size / (double) part.size();
            network.spikeRates()
                    .forEach((layer, byStream) -> rates.merge(layer, share * byStream.get(Stream.TARGET), Double::sum));
        }
        int[] labels = IntStream.range(0, part.size()).map(part::label).toArray();
        return Optional.of(new Scores(new Predictions(labels, logits), rates));
    }

    private double[][] forward(FrameSource part, int[] indices) {
        INDArray frames = buffers.fill(Stream.TARGET, FrameReader.read(part, indices));
        return network.forward(Map.of(Stream.TARGET, frames), false)
                .get(SignalKey.logits(Stream.TARGET))
                .mean(0)
                .toDoubleMatrix();
    }

    /** Releases the input buffers; the network stays. */
    @Override
    public void close() {
        buffers.close();
    }
}
