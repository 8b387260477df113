package org.snn4j.transfer.train;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.data.FrameSource;
import org.snn4j.data.dataset.PairedData;
import org.snn4j.data.pair.Pair;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.method.Batch;
import org.snn4j.transfer.method.Frames;
import org.snn4j.transfer.method.Prepared;
import org.snn4j.transfer.method.TransferMethod;

/** Reads and prepares batches on a thread of its own, so that the next one is ready when the network is. */
final class BatchLoader implements AutoCloseable {
    private final PairedData data;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread worker = new Thread(task, "batch-loader");
        worker.setDaemon(true);
        return worker;
    });

    /**
     * A batch ready for the network.
     *
     * @param pairs what it was made of
     * @param labels class of each pair
     * @param prepared what the network sees
     * @param progress its position in the phase
     */
    record Loaded(List<Pair> pairs, int[] labels, Prepared prepared, Progress progress) {}

    BatchLoader(PairedData data) {
        this.data = data;
    }

    /** Starts to load a batch; its random draws come from {@code seeds}, stream {@code mixing}. */
    Future<Loaded> load(List<Pair> pairs, TransferMethod method, Progress progress, Seeds seeds) {
        return thread.submit(() -> {
            int[] labels = pairs.stream().mapToInt(Pair::label).toArray();
            Batch batch = new Batch(frames(pairs, method), labels);
            return new Loaded(pairs, labels, method.prepare(batch, progress, seeds.stream("mixing")), progress);
        });
    }

    /** Waits for a batch and passes on what went wrong while loading it. */
    static Loaded await(Future<Loaded> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new TrainingException("a batch could not be loaded: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrainingException("interrupted while waiting for a batch", e);
        }
    }

    private Map<Stream, Frames> frames(List<Pair> pairs, TransferMethod method) {
        Map<Stream, Frames> frames = new EnumMap<>(Stream.class);
        for (Stream stream : method.streams()) {
            FrameSource source = stream == Stream.SOURCE ? data.images() : data.train();
            ToIntFunction<Pair> index = stream == Stream.SOURCE ? Pair::image : Pair::recording;
            frames.put(stream, FrameReader.read(source, pairs.stream().mapToInt(index).toArray()));
        }
        return frames;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
