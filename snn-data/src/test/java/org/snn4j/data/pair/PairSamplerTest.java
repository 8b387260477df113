package org.snn4j.data.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Seeds;
import org.snn4j.data.pair.PerRecording.Partner;

class PairSamplerTest {
    private static final Set<org.snn4j.core.Stream> BOTH = EnumSet.allOf(org.snn4j.core.Stream.class);
    private static final Set<org.snn4j.core.Stream> SOURCE = EnumSet.of(org.snn4j.core.Stream.SOURCE);
    private static final Set<org.snn4j.core.Stream> TARGET = EnumSet.of(org.snn4j.core.Stream.TARGET);
    /** Images 0..6, recordings 0..4; recording 0 shows image 2, recording 3 shows image 1, the others unknown pictures. */
    private static final Population POPULATION = new Population(
            List.of("a", "b"), new int[] {0, 1, 0, 0, 1, 0, 0}, new int[] {0, 0, 1, 1, 0}, new int[] {2, -1, -1, 1, -1
            });

    static Stream<PairSampler> samplers() {
        return Stream.of(
                new PerRecording(PerRecording.Config.DEFAULTS),
                new PerRecording(new PerRecording.Config(Partner.TWIN_OR_RANDOM, 3)),
                new PerImage(PerImage.Config.DEFAULTS),
                new PerImage(new PerImage.Config(PerImage.Partner.RANDOM, 4)),
                new ClassBalanced(ClassBalanced.Config.DEFAULTS));
    }

    private static RandomGenerator random(long seed) {
        return new Seeds(seed).stream("shuffling");
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void bothSidesOfAPairHaveItsClass(PairSampler sampler) {
        assertThat(sampler.epoch(POPULATION, BOTH, random(1))).isNotEmpty().allSatisfy(pair -> {
            assertThat(POPULATION.imageLabel(pair.image())).isEqualTo(pair.label());
            assertThat(POPULATION.recordingLabel(pair.recording())).isEqualTo(pair.label());
        });
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void sameSeedGivesTheSameEpochAndAnotherSeedAnother(PairSampler sampler) {
        assertThat(sampler.epoch(POPULATION, BOTH, random(1))).isEqualTo(sampler.epoch(POPULATION, BOTH, random(1)));
        assertThat(IntStream.range(2, 20)
                        .mapToObj(seed -> sampler.epoch(POPULATION, BOTH, random(seed)))
                        .distinct())
                .hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void oneStreamLeavesTheOtherSideEmpty(PairSampler sampler) {
        assertThat(sampler.epoch(POPULATION, SOURCE, random(1)))
                .isNotEmpty()
                .allSatisfy(pair -> assertThat(pair.recording()).isEqualTo(Pair.NONE));
        assertThat(sampler.epoch(POPULATION, TARGET, random(1)))
                .isNotEmpty()
                .allSatisfy(pair -> assertThat(pair.image()).isEqualTo(Pair.NONE));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void classOnOneSideOnlyIsRefusedWithItsName(PairSampler sampler) {
        Population lopsided =
                new Population(List.of("a", "b", "c"), new int[] {0, 1, 1}, new int[] {0, 2}, new int[] {-1, -1});
        assertThatThrownBy(() -> sampler.epoch(lopsided, BOTH, random(1)))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(
                                        "pairing: class 'b' has 2 training images and 0 training recordings; a pair needs one of each",
                                        "pairing: class 'c' has 0 training images and 1 training recordings; a pair needs one of each"));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void streamWithoutSamplesIsRefused(PairSampler sampler) {
        Population empty = new Population(List.of("a"), new int[0], new int[0], new int[0]);
        for (Set<org.snn4j.core.Stream> streams : List.of(BOTH, SOURCE, TARGET)) {
            assertThatThrownBy(() -> sampler.epoch(empty, streams, random(1)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("there are no training");
        }
    }

    @Test
    void perRecordingVisitsEachRecordingOnceARound() {
        PairSampler twice = new PerRecording(new PerRecording.Config(Partner.RANDOM, 2));
        List<Integer> recordings = twice.epoch(POPULATION, BOTH, random(1)).stream()
                .map(Pair::recording)
                .toList();
        assertThat(recordings.subList(0, 5)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(recordings.subList(5, 10)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(twice.epoch(POPULATION, TARGET, random(1)).stream().map(Pair::recording))
                .isEqualTo(recordings);
    }

    @Test
    void twinOrRandomShowsTheOwnPictureWhereItIsKnown() {
        PairSampler sampler = new PerRecording(new PerRecording.Config(Partner.TWIN_OR_RANDOM, 1));
        for (int seed = 0; seed < 10; seed++) {
            assertThat(sampler.epoch(POPULATION, BOTH, random(seed))).contains(new Pair(2, 0, 0), new Pair(1, 3, 1));
        }
    }

    @Test
    void twinRefusesARecordingWhosePictureIsMissing() {
        PairSampler sampler = new PerRecording(new PerRecording.Config(Partner.TWIN, 1));
        assertThatThrownBy(() -> sampler.epoch(POPULATION, BOTH, random(1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("pairing.partner")
                .hasMessageContaining("use 'twin-or-random'");
    }

    /** Class 0: images 0, 2, 3, 5, 6 meet its recordings 0, 1, 4 in turn; class 1: images 1, 4 meet recordings 2, 3. */
    @Test
    void perImagePartnersByPositionModuloClassSize() {
        assertThat(new PerImage(PerImage.Config.DEFAULTS).epoch(POPULATION, BOTH, random(1)))
                .containsExactlyInAnyOrder(
                        new Pair(0, 0, 0),
                        new Pair(2, 1, 0),
                        new Pair(3, 4, 0),
                        new Pair(5, 0, 0),
                        new Pair(6, 1, 0),
                        new Pair(1, 2, 1),
                        new Pair(4, 3, 1));
    }

    @Test
    void limitTakesAnotherPartOfTheImagesInEachEpoch() {
        PairSampler sampler = new PerImage(new PerImage.Config(PerImage.Partner.BY_POSITION, 3));
        Set<Integer> seen = new TreeSet<>();
        for (int epoch = 0; epoch < 30; epoch++) {
            List<Pair> pairs = sampler.epoch(POPULATION, BOTH, random(epoch));
            assertThat(pairs).hasSize(3).doesNotHaveDuplicates();
            pairs.forEach(pair -> seen.add(pair.image()));
        }
        assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void partnersByPositionAreThoseOfThePublishedPairing() {
        int[] images = {1, 0, 1, 0, 0, 2, 0, 2, 1};
        int[] recordings = {0, 0, 1, 2, 2, 2};
        Population population = new Population(
                List.of("a", "b", "c"),
                images,
                recordings,
                IntStream.range(0, recordings.length).map(i -> -1).toArray());
        R2etlPairing published = R2etlPairing.of(images, recordings, 1);
        List<Pair> expected = IntStream.range(0, images.length)
                .mapToObj(i -> new Pair(
                        published.image()[i],
                        published.recording()[i],
                        images[published.image()[i]]))
                .toList();
        assertThat(new PerImage(PerImage.Config.DEFAULTS).epoch(population, BOTH, random(3)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** 90 recordings of one class, 10 of the other: drawn in equal numbers within four standard deviations (4 * 50 = 200 of 10,000). */
    @Test
    void classBalancedDrawsRareClassesAsOftenAsCommonOnes() {
        int[] labels = IntStream.range(0, 100).map(i -> i < 90 ? 0 : 1).toArray();
        Population skewed = new Population(
                List.of("a", "b"),
                labels,
                labels,
                IntStream.range(0, 100).map(i -> -1).toArray());
        List<Pair> pairs = new ClassBalanced(new ClassBalanced.Config(10_000)).epoch(skewed, BOTH, random(7));
        assertThat(pairs.stream().filter(pair -> pair.label() == 1).count()).isBetween(4_800L, 5_200L);
    }

    @Test
    void twinOfAnotherClassIsRefused() {
        assertThatThrownBy(() -> new Population(List.of("a", "b"), new int[] {1}, new int[] {0}, new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("recording 0 is of class a, its twin image 0 of class b");
    }
}
