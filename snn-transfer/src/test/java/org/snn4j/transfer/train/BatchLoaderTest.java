package org.snn4j.transfer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.FrameShape;
import org.snn4j.data.mix.LabelRule;
import org.snn4j.data.mix.SampleMixing;
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
            assertThat(after.labels()).isEqualTo(alone.labels());
            assertThat(after.labels().own()).containsExactly(0, 1);
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

    /** Samples 0 and 1 are mixed with each other or with themselves, half and half. */
    @Test
    void recordingsAreMixedAfterTheyWereAugmentedAndTheirLabelsWithThem() {
        SampleMixing halves = new SampleMixing() {
            @Override
            public double mixi(float[] sample, float[] partner, FrameShape shape, RandomGenerator random) {
                for (int i = 0; i < sample.length; i++) {
                    sample[i] = (sample[i] + partner[i]) / 2;
                }
                return 0.5;
            }

            @Override
            public LabelRule rule() {
                return LabelRule.WEIGHT;
            }
        };
        Phase mixing = new Phase(
                "train",
                Toy.eventOnly(),
                phase.pairing(),
                (frames, offset, shape, random) -> frames[offset] += 100,
                halves,
                phase.optimizer(),
                phase.schedule(),
                Toy.SHORT);
        Phase plain = mixing.with(Toy.NO_SAMPLE_MIXING);
        try (BatchLoader loader = new BatchLoader(Toy.data())) {
            Set<Boolean> swapped = new HashSet<>();
            for (int seed = 0; seed < 20; seed++) {
                Seeds seeds = new Seeds(seed);
                BatchLoader.Loaded before = BatchLoader.await(loader.load(SECOND, plain, at(0), seeds));
                BatchLoader.Loaded mixed = BatchLoader.await(loader.load(SECOND, mixing, at(0), seeds));
                boolean swap = mixed.labels().other(0) != mixed.labels().own(0);
                swapped.add(swap);
                assertThat(mixed.labels().share()).containsExactly(0.5, 0.5);
                assertThat(mixed.labels().other()).containsExactly(swap ? 1 : 0, swap ? 0 : 1);
                float[] own = before.prepared().frames().get(Stream.TARGET).values();
                float[] got = mixed.prepared().frames().get(Stream.TARGET).values();
                int frame = ToySource.SHAPE.frameLength();
                for (int i = 0; i < own.length; i++) {
                    int other = !swap ? i : i / frame % 2 == 0 ? i + frame : i - frame;
                    assertThat(got[i]).isEqualTo((own[i] + own[other]) / 2);
                }
            }
            assertThat(swapped).hasSize(2);
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
                phase.sampleMixing(),
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
                phase.sampleMixing(),
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
