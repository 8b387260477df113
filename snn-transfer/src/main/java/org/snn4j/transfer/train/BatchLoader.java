package org.snn4j.transfer.train;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.data.dataset.PairedData;
import org.snn4j.data.mix.SampleMixing;
import org.snn4j.data.mix.SoftLabels;
import org.snn4j.data.pair.Pair;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.method.Batch;
import org.snn4j.transfer.method.Frames;
import org.snn4j.transfer.method.Prepared;

/** Reads and prepares batches on a thread of its own, so that the next one is ready when the network is. */
final class BatchLoader implements AutoCloseable {
    /** Longer than any batch takes to read. */
    private static final long MOST_SECONDS = 10;

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
     * @param labels classes of each pair; two where its recording is mixed with another
     * @param prepared what the network sees
     * @param progress its position in the phase
     * @param nanoseconds time that reading and preparing took
     */
    record Loaded(List<Pair> pairs, SoftLabels labels, Prepared prepared, Progress progress, long nanoseconds) {}

    BatchLoader(PairedData data) {
        this.data = data;
    }

    /** Starts to load a batch; its random draws come from {@code seeds}, streams {@code augmentation}, {@code sample-mixing} and {@code mixing}. */
    Future<Loaded> load(List<Pair> pairs, Phase phase, Progress progress, Seeds seeds) {
        return thread.submit(() -> {
            long start = System.nanoTime();
            int[] labels = pairs.stream().mapToInt(Pair::label).toArray();
            Map<Stream, Frames> frames = frames(pairs, phase, seeds.stream("augmentation"));
            SoftLabels soft = mixedi(frames, labels, phase.sampleMixing(), seeds);
            Batch batch = new Batch(frames, labels);
            Prepared prepared = phase.method().prepare(batch, progress, seeds.stream("mixing"));
            return new Loaded(pairs, soft, prepared, progress, System.nanoTime() - start);
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
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new TrainingException("a batch could not be loaded: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrainingException("interrupted while waiting for a batch", e);
        }
    }

    private Map<Stream, Frames> frames(List<Pair> pairs, Phase phase, RandomGenerator random) {
        Map<Stream, Frames> frames = new EnumMap<>(Stream.class);
        if (phase.method().streams().contains(Stream.SOURCE)) {
            frames.put(
                    Stream.SOURCE,
                    FrameReader.read(
                            data.images(), pairs.stream().mapToInt(Pair::image).toArray()));
        }
        if (phase.method().streams().contains(Stream.TARGET)) {
            int[] recordings = pairs.stream().mapToInt(Pair::recording).toArray();
            frames.put(Stream.TARGET, FrameReader.read(data.train(), recordings, (sample, shape) -> phase.augmentation()
                    .augmenti(sample, 0, shape, random)));
        }
        return frames;
    }

    private static SoftLabels mixedi(Map<Stream, Frames> frames, int[] labels, SampleMixing mixing, Seeds seeds) {
        Frames recordings = frames.get(Stream.TARGET);
        return mixing.mixes() && recordings != null
                ? FrameReader.mixi(recordings, mixing, labels, seeds.stream("sample-mixing"))
                : SoftLabels.whole(labels);
    }

    /** Gives up what is being loaded and waits for the thread to end. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
