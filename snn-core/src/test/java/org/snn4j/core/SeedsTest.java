package org.snn4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedsTest {
    /** From a separate implementation of SHA-256 seeding and xoshiro256++ (seeded through Stafford's mix 13, as in the JDK). */
    @Test
    void numbersNeverChange() {
        Seeds seeds = new Seeds(1);
        assertThat(seeds.seed("weights")).isEqualTo(3490113301023321159L);
        assertThat(seeds.seed("shuffling")).isEqualTo(-7262262392944901191L);
        assertThat(seeds.child("pretrain").seed("shuffling")).isEqualTo(737027425933047829L);
        assertThat(longs(seeds.stream("weights")))
                .containsExactly(-1649531230057547303L, -8615319803682586483L, 6997882147018594405L);
        assertThat(longs(seeds.stream("shuffling")))
                .containsExactly(-5521306866496240336L, -3729452981672972616L, 4512107978517861823L);
        assertThat(seeds.stream("weights").nextDouble()).isEqualTo(0.910578732839446);
    }

    @Test
    void theSameNameGivesTheSameStream() {
        assertThat(longs(new Seeds(7).stream("pairs"))).isEqualTo(longs(new Seeds(7).stream("pairs")));
    }

    @Test
    void rootAndNameBothCount() {
        assertThat(List.of(
                        longs(new Seeds(1).stream("a")),
                        longs(new Seeds(2).stream("a")),
                        longs(new Seeds(1).stream("b")),
                        longs(new Seeds(1).child("a").stream("a")),
                        longs(new Seeds(1).child("b").stream("a"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void readingOneStreamShiftsNoOther() {
        Seeds seeds = new Seeds(3);
        List<Long> before = longs(seeds.stream("a"));
        seeds.stream("b").longs(1000).sum();
        assertThat(longs(seeds.stream("a"))).isEqualTo(before);
    }

    /** The correlation of n independent uniform pairs has deviation 1/sqrt(n) = 0.01; 5 deviations are allowed. */
    @Test
    void streamsAreUncorrelated() {
        double[] a = new Seeds(1).stream("a").doubles(10_000).map(x -> x - 0.5).toArray();
        double[] b = new Seeds(1).stream("b").doubles(10_000).map(x -> x - 0.5).toArray();
        double correlation =
                IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum() / a.length * 12;
        assertThat(correlation).isCloseTo(0, within(0.05));
    }

    @Test
    void aStreamHasAName() {
        assertThatThrownBy(() -> new Seeds(1).seed(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stream name is empty");
    }

    private static List<Long> longs(RandomGenerator random) {
        return random.longs(3).boxed().toList();
    }
}
