package org.snn4j.transfer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.pair.Pair;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.mixing.TimeStepMixup;

class BatchLoaderTest {
    private static final List<Pair> FIRST = List.of(new Pair(0, 2, 0), new Pair(3, 5, 1));
    private static final List<Pair> SECOND = List.of(new Pair(4, 6, 0), new Pair(7, 9, 1));
    private static final Seeds SEEDS = new Seeds(11);
    private final Phase phase =
            Toy.phase("train", Toy.joint(new TimeStepMixup(TimeStepMixup.Config.DEFAULTS), Map.of()), Toy.SHORT);

    private static Progress at(int batch) {
        return new Progress(0, 1, batch, 2);
    }

    @Test
    void batchDoesNotDependOnWhatWasLoadedBeforeIt() {
        try (BatchLoader loader = new BatchLoader(Toy.data());
                BatchLoader other = new BatchLoader(Toy.data())) {
            BatchLoader.await(loader.load(FIRST, phase, at(0), SEEDS.child("batch/0")));
            BatchLoader.Loaded after = BatchLoader.await(loader.load(SECOND, phase, at(1), SEEDS.child("batch/1")));
            BatchLoader.Loaded alone = BatchLoader.await(other.load(SECOND, phase, at(1), SEEDS.child("batch/1")));
            assertThat(after.labels()).isEqualTo(alone.labels()).containsExactly(0, 1);
            assertThat(after.prepared().mixture().replaceFrom())
                    .isEqualTo(alone.prepared().mixture().replaceFrom());
            for (Stream stream : Stream.values()) {
                assertThat(after.prepared().frames().get(stream).values())
                        .isEqualTo(alone.prepared().frames().get(stream).values());
            }
        }
    }

    /** Sample 1 of the batch is recording 5: its step t stands behind step t of sample 0. */
    @Test
    void framesAreOrderedByStepThenSample() {
        try (BatchLoader loader = new BatchLoader(Toy.data())) {
            float[] values = BatchLoader.await(loader.load(FIRST, phase, at(0), SEEDS))
                    .prepared()
                    .frames()
                    .get(Stream.TARGET)
                    .values();
            float[] recording = new float[ToySource.SHAPE.length()];
            ToySource.recordings("train", 20).read(5, recording, 0);
            int frame = ToySource.SHAPE.frameLength();
            for (int t = 0; t < ToySource.SHAPE.steps(); t++) {
                for (int i = 0; i < frame; i++) {
                    assertThat(values[(t * 2 + 1) * frame + i]).isEqualTo(recording[t * frame + i]);
                }
            }
        }
    }

    @Test
    void damagedRecordingStopsTrainingWithItsOwnMessage() {
        DataFormatException damage = new DataFormatException(Path.of("5.bin"), 3, "the end of the file", "5 bytes");
        Phase failing = new Phase(
                "train",
                phase.method(),
                phase.pairing(),
                (frames, offset, shape, random) -> {
                    throw damage;
                },
                phase.optimizer(),
                phase.schedule(),
                Toy.SHORT);
        try (BatchLoader loader = new BatchLoader(Toy.data())) {
            assertThatThrownBy(() -> BatchLoader.await(loader.load(FIRST, failing, at(0), SEEDS)))
                    .isSameAs(damage);
        }
    }

    private static Phase failing(Phase phase, Runnable failure) {
        return new Phase(
                "train",
                phase.method(),
                phase.pairing(),
                (frames, offset, shape, random) -> failure.run(),
                phase.optimizer(),
                phase.schedule(),
                Toy.SHORT);
    }

    @Test
    void lackOfMemoryStaysWhatItIs() {
        OutOfMemoryError error = new OutOfMemoryError("heap");
        Phase phaseWithoutMemory = failing(phase, () -> {
            throw error;
        });
        try (BatchLoader loader = new BatchLoader(Toy.data())) {
            assertThatThrownBy(() -> BatchLoader.await(loader.load(FIRST, phaseWithoutMemory, at(0), SEEDS)))
                    .isSameAs(error);
        }
    }

    @Test
    void batchIsPreparedOnAnotherThreadAndItsTimeIsTold() {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        try (BatchLoader loader = new BatchLoader(Toy.data())) {
            BatchLoader.Loaded loaded = BatchLoader.await(
                    loader.load(FIRST, failing(phase, () -> threads.add(Thread.currentThread())), at(0), SEEDS));
            assertThat(loaded.nanoseconds()).isPositive();
        }
        assertThat(threads).hasSize(2).doesNotContain(Thread.currentThread());
    }

    @Test
    void closingGivesUpABatchAndEndsTheThread() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        List<Thread> threads = new CopyOnWriteArrayList<>();
        BatchLoader loader = new BatchLoader(Toy.data());
        loader.load(
                FIRST,
                failing(phase, () -> {
                    threads.add(Thread.currentThread());
                    begun.countDown();
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException("given up", e);
                    }
                }),
                at(0),
                SEEDS);
        begun.await();
        loader.close();
        threads.get(0).join(5_000);
        assertThat(threads.get(0).isAlive()).isFalse();
    }

    @Test
    void waitingThatIsInterruptedSaysSoAndKeepsTheFlag() {
        try {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> BatchLoader.await(new CompletableFuture<>()))
                    .isInstanceOf(TrainingException.class)
                    .hasMessageContaining("interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
