package org.snn4j.eval.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.data.pair.Pair;

class RepeatedPairsTest {
    private static List<Pair> draw(List<Pair> epoch, int count) {
        return new RepeatedPairs((population, streams, random) -> epoch, count)
                .epoch(null, Set.of(Stream.TARGET), new Seeds(1).stream("pairs"));
    }

    @Test
    void epochsFollowEachOtherUntilThereAreEnoughPairs() {
        Pair first = new Pair(Pair.NONE, 0, 0);
        Pair second = new Pair(Pair.NONE, 1, 1);
        assertThat(draw(List.of(first, second), 5)).containsExactly(first, second, first, second, first);
    }

    @Test
    void samplerWithoutPairsDoesNotRunForEver() {
        assertThatIllegalStateException().isThrownBy(() -> draw(List.of(), 1));
    }
}
