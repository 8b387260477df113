package org.snn4j.data.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.FrameShape;
import org.snn4j.data.FrameSource;

class FrameCacheTest {
    private static final int SAMPLES = 12;
    private static final Recipe RECIPE = ToyPart.recipe(SAMPLES);

    @TempDir
    private Path folder;

    private FrameCache cache;
    private final AtomicInteger made = new AtomicInteger();
    private byte[] marker;

    @BeforeEach
    void makeCache() {
        cache = new FrameCache(folder);
    }

    private CachedFrames open(Recipe recipe) {
        return cache.open(recipe, this::encode);
    }

    private void encode(int[] group, Preparation.Sink sink) {
        made.addAndGet(group.length);
        ToyPart.encode(group, sink);
    }

    private static void assertIsTheToyPart(FrameSource frames) {
        float[] target = new float[ToyPart.SHAPE.length() + 1];
        for (int i = 0; i < SAMPLES; i++) {
            frames.read(i, target, 1);
            float[] expected = ToyPart.frames(i);
            for (int j = 0; j < expected.length; j++) {
                assertThat(target[j + 1]).isEqualTo(expected[j]);
            }
        }
    }

    private Path file(String end) {
        return cache.folder().resolve(RECIPE.key() + end);
    }

    private CacheEntry entry() {
        List<CacheEntry> entries = cache.entries();
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    @Test
    void framesAreMadeOnceAndReadAsTheyWereMade() {
        CachedFrames first = open(RECIPE);
        CachedFrames second = new FrameCache(folder).open(RECIPE, this::encode);

        assertThat(made).hasValue(SAMPLES);
        assertIsTheToyPart(first);
        assertIsTheToyPart(second);
        assertThat(second.size()).isEqualTo(SAMPLES);
        assertThat(second.shape()).isEqualTo(ToyPart.SHAPE);
        assertThat(second.classes()).isEqualTo(ToyPart.CLASSES);
        assertThat(second.label(4)).isEqualTo(1);
        assertThat(second.id(4)).isEqualTo("Train/4");
        assertThat(second.bytes()).isLessThan((long) SAMPLES * ToyPart.SHAPE.length() * Float.BYTES);
    }

    @Test
    void aStillImageIsKeptOnceAndReadAtEveryStep() {
        FrameShape shape = new FrameShape(2, 1, 1, 3);
        Recipe stills = new Recipe(
                "stills",
                Recipe.Making.of("pixels", ""),
                shape,
                true,
                List.of("a"),
                List.of(new Recipe.Sample("x", 0, "0")));
        CachedFrames frames = cache.open(stills, (group, sink) -> sink.accept(0, new float[] {1, 0.25f, 0}));
        float[] target = new float[6];
        frames.read(0, target, 0);

        assertThat(target).containsExactly(1, 0.25f, 0, 1, 0.25f, 0);
    }

    @Test
    void everyPartOfTheRecipeIsAPartOfTheKey() {
        Recipe.Making making = RECIPE.making();
        List<Recipe.Sample> samples = RECIPE.samples();
        List<Recipe.Sample> otherBytes = new ArrayList<>(samples);
        otherBytes.set(3, new Recipe.Sample(samples.get(3).id(), samples.get(3).label(), "other"));
        List<Recipe.Sample> otherLabel = new ArrayList<>(samples);
        otherLabel.set(
                3, new Recipe.Sample(samples.get(3).id(), 2, samples.get(3).digest()));
        List<Recipe.Sample> otherOrder = new ArrayList<>(samples);
        otherOrder.set(0, samples.get(1));
        otherOrder.set(1, samples.get(0));
        List<Recipe> recipes = List.of(
                RECIPE,
                new Recipe("other", making, ToyPart.SHAPE, false, ToyPart.CLASSES, samples),
                with(new Recipe.Making("{use: toy, steps: 4}", "", "9x8")),
                with(new Recipe.Making(making.representation(), "flip", "9x8")),
                with(new Recipe.Making(making.representation(), "", "10x8")),
                with(new Recipe.Making("{use: toy", ", steps: 3}", "9x8")),
                new Recipe("toy train", making, new FrameShape(3, 2, 9, 8), false, ToyPart.CLASSES, samples),
                new Recipe("toy train", making, ToyPart.SHAPE, true, ToyPart.CLASSES, samples),
                new Recipe("toy train", making, ToyPart.SHAPE, false, List.of("a", "b", "d"), samples),
                new Recipe("toy train", making, ToyPart.SHAPE, false, List.of("a", "b", "c", "d"), samples),
                new Recipe("toy train", making, ToyPart.SHAPE, false, ToyPart.CLASSES, samples.subList(0, 11)),
                new Recipe("toy train", making, ToyPart.SHAPE, false, ToyPart.CLASSES, otherBytes),
                new Recipe("toy train", making, ToyPart.SHAPE, false, ToyPart.CLASSES, otherLabel),
                new Recipe("toy train", making, ToyPart.SHAPE, false, ToyPart.CLASSES, otherOrder));
        Set<String> keys = new HashSet<>();
        recipes.forEach(recipe -> keys.add(recipe.key()));

        assertThat(keys).hasSize(recipes.size());
        assertThat(ToyPart.recipe(SAMPLES).key()).isEqualTo(RECIPE.key());
    }

    private static Recipe with(Recipe.Making making) {
        return new Recipe("toy train", making, ToyPart.SHAPE, false, ToyPart.CLASSES, RECIPE.samples());
    }

    @Test
    void everyChangedByteIsFound() throws IOException {
        open(RECIPE);
        CacheEntry whole = entry();
        byte[] frames = Files.readAllBytes(file(".frames"));
        for (int i = 0; i < frames.length; i++) {
            byte[] changed = frames.clone();
            changed[i] ^= 1 << i % 8;
            Files.write(file(".frames"), changed);
            assertThat(cache.check(whole)).as("byte %d", i).isPresent();
        }
        Files.write(file(".frames"), frames);
        assertThat(cache.check(whole)).isEmpty();
    }

    @Test
    void everyLengthButTheRightOneIsFound() throws IOException {
        open(RECIPE);
        CacheEntry whole = entry();
        byte[] frames = Files.readAllBytes(file(".frames"));
        for (int length = 0;
                length <= frames.length + 1;
                length += length < 100 || length > frames.length - 400 ? 1 : 7) {
            Files.write(file(".frames"), Arrays.copyOf(frames, length));
            assertThat(cache.check(whole).isEmpty()).as("%d bytes", length).isEqualTo(length == frames.length);
        }
    }

    @Test
    void whatIsFoundToBeDamagedIsNotRead() throws IOException {
        open(RECIPE);
        marker = Files.readAllBytes(file(".json"));
        for (int i = 0; i < marker.length; i += 5) {
            byte[] changed = marker.clone();
            changed[i] ^= 1 << i % 8;
            Files.write(file(".json"), changed);
            assertThat(usable()).as("byte %d", i).isFalse();
            Files.write(file(".json"), Arrays.copyOf(marker, i));
            assertThat(usable()).as("%d bytes", i).isFalse();
        }
        byte[] frames = Files.readAllBytes(file(".frames"));
        Files.write(file(".json"), marker);
        for (int i = 0; i < frames.length; i += frames.length / 30) {
            byte[] changed = frames.clone();
            changed[i] ^= 1 << i % 8;
            Files.write(file(".frames"), changed);
            assertThat(usable()).as("byte %d", i).isFalse();
        }
        Files.write(file(".frames"), frames);
        assertThat(usable()).isTrue();
    }

    /** What is not usable is made by this preparation, which stops there. */
    private boolean usable() {
        try {
            cache.open(RECIPE, (group, sink) -> {
                throw new UnsupportedOperationException();
            });
            return true;
        } catch (UnsupportedOperationException e) {
            // The marker is gone then.
            restore();
            return false;
        }
    }

    private void restore() {
        try {
            Files.write(file(".json"), marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whateverIsDamagedOrLeftIsMadeAnewWithTheSameBytes() throws IOException {
        open(RECIPE);
        Map<String, String> clean = Folders.digests(cache.folder());
        byte[] frames = Files.readAllBytes(file(".frames"));
        String text = Files.readString(file(".json"));
        String gone = "." + RECIPE.key() + ".frames.999999999-1.part";
        List<Breakage> breakages = List.of(
                () -> Files.delete(file(".json")),
                () -> Files.delete(file(".frames")),
                () -> Files.write(file(".frames"), new byte[0]),
                () -> Files.write(file(".json"), "{}".getBytes(StandardCharsets.UTF_8)),
                () -> {
                    byte[] changed = frames.clone();
                    changed[FrameFile.HEAD + 5] ^= 1;
                    Files.write(file(".frames"), changed);
                },
                () -> Files.write(
                        file(".json"), text.replace("toy train", "toy  rain").getBytes(StandardCharsets.UTF_8)),
                () -> {
                    Files.delete(file(".json"));
                    Files.delete(file(".frames"));
                    Files.write(cache.folder().resolve(gone), new byte[100]);
                },
                () -> {
                    Files.delete(file(".json"));
                    Files.write(cache.folder().resolve(gone.replace("frames", "json")), new byte[10]);
                });
        for (Breakage breakage : breakages) {
            breakage.run();
            made.set(0);
            assertIsTheToyPart(open(RECIPE));
            assertThat(made).hasValue(SAMPLES);
            assertThat(Folders.digests(cache.folder())).isEqualTo(clean);
        }
    }

    private interface Breakage {
        void run() throws IOException;
    }

    @Test
    void theBytesAreTheSameForEveryNumberOfThreads(@TempDir Path other) throws Exception {
        open(RECIPE);
        ForkJoinPool alone = new ForkJoinPool(1);
        alone.submit(() -> new FrameCache(other).open(RECIPE, ToyPart::encode)).get();
        alone.shutdown();

        assertThat(Folders.digests(new FrameCache(other).folder())).isEqualTo(Folders.digests(cache.folder()));
    }

    @Test
    void groupsMayHoldSeveralSamplesInAnyOrder() {
        cache.open(RECIPE, List.of(new int[] {7, 3, 11}, new int[] {0, 1, 2, 4, 5, 6, 8, 9, 10}), this::encode);

        assertIsTheToyPart(open(RECIPE));
        assertThat(made).hasValue(SAMPLES);
    }

    @Test
    void threadsThatWantTheSameWaitForTheFirst() {
        IntStream.range(0, 4).parallel().forEach(i -> assertIsTheToyPart(open(RECIPE)));

        assertThat(made.get()).isEqualTo(SAMPLES);
    }

    @Test
    void whatFailsOrIsRefusedLeavesNothingToRead() throws IOException {
        assertThatThrownBy(() -> cache.open(RECIPE, (group, sink) -> sink.accept(group[0], new float[5])))
                .hasMessageContaining("has 5 values, must have 432");
        assertThatThrownBy(() -> cache.open(RECIPE, (group, sink) -> {}))
                .hasMessageContaining("sample 0 was not given");
        assertThatThrownBy(() -> cache.open(RECIPE, (group, sink) -> {
                    ToyPart.encode(group, sink);
                    ToyPart.encode(group, sink);
                }))
                .hasMessageContaining("was given twice");
        assertThatThrownBy(() -> cache.open(RECIPE, new Preparation() {
                    @Override
                    public void encode(int[] group, Sink sink) {
                        ToyPart.encode(group, sink);
                    }

                    @Override
                    public void finish() {
                        throw new IllegalStateException("recording 3 is damaged");
                    }
                }))
                .hasMessageContaining("recording 3 is damaged");

        assertThat(Folders.files(cache.folder()))
                .allMatch(file -> file.toString().endsWith(".lock"));
        assertIsTheToyPart(open(RECIPE));
    }

    @Test
    void aFileIsMappedInPieces() throws IOException {
        open(RECIPE);
        Marker marker = Marker.read(file(".json")).orElseThrow();
        for (long most : new long[] {1, 300, 1000, 1L << 30}) {
            FrameFile mapped = FrameFile.open(file(".frames"), marker, ToyPart.SHAPE.length(), most);
            assertIsTheToyPart(new CachedFrames(RECIPE, mapped));
        }
    }

    @Test
    void theListSaysWhatThereIs() throws IOException {
        open(RECIPE);
        CacheEntry whole = entry();

        assertThat(whole.key()).isEqualTo(RECIPE.key());
        assertThat(whole.state()).isEqualTo(CacheEntry.State.WHOLE);
        CacheEntry.Content content = whole.content().orElseThrow();
        assertThat(content.name()).isEqualTo("toy train");
        assertThat(content.making()).isEqualTo(RECIPE.making());
        assertThat(content.samples()).isEqualTo(SAMPLES);
        assertThat(whole.bytes()).isEqualTo(Files.size(file(".frames")) + Files.size(file(".json")));
        assertThat(cache.check(whole)).isEmpty();

        byte[] frames = Files.readAllBytes(file(".frames"));
        frames[FrameFile.HEAD] ^= 1;
        Files.write(file(".frames"), frames);
        assertThat(cache.check(whole).orElseThrow()).contains("CRC-32C", "byte 64");
        Files.write(file(".frames"), new byte[3]);
        assertThat(entry().state()).isEqualTo(CacheEntry.State.DAMAGED);
        Files.delete(file(".json"));
        assertThat(entry().state()).isEqualTo(CacheEntry.State.UNFINISHED);
        assertThat(entry().content()).isEmpty();
    }

    @Test
    void clearingDeletesWhatIsAskedForAndWhatIsOpenStaysReadable() throws IOException {
        CachedFrames opened = open(RECIPE);
        open(ToyPart.recipe(SAMPLES, "other"));
        assertThat(cache.entries()).hasSize(2);

        FrameCache.Cleared cleared = cache.clear(each -> each.key().equals(RECIPE.key()));

        assertThat(cleared.entries()).isEqualTo(1);
        assertThat(cleared.bytes()).isPositive();
        assertThat(cleared.busy()).isZero();
        assertIsTheToyPart(opened);
        assertThat(cache.entries()).hasSize(1);
        cache.clear(each -> true);
        assertThat(Folders.files(cache.folder())).isEmpty();
        assertThat(new FrameCache(folder.resolve("none")).entries()).isEmpty();
    }

    @Test
    void whatIsBeingMadeIsNotCleared() {
        List<FrameCache.Cleared> cleared = new ArrayList<>();
        cache.open(RECIPE, new Preparation() {
            @Override
            public void encode(int[] group, Sink sink) {
                ToyPart.encode(group, sink);
            }

            @Override
            public void finish() {
                cleared.add(cache.clear(each -> true));
            }
        });

        assertThat(cleared.get(0).busy()).isEqualTo(1);
        assertThat(cleared.get(0).entries()).isZero();
        assertIsTheToyPart(open(RECIPE));
    }
}
