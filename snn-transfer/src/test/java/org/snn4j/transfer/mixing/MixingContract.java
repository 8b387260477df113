package org.snn4j.transfer.mixing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.snn4j.core.Seeds;
import org.snn4j.transfer.Progress;

/** What every mixing rule must keep to, for authors of plug-ins as for our own. */
public final class MixingContract {
    private static final int SAMPLES = 40;
    private static final int STEPS = 6;
    private static final List<Progress> POSITIONS =
            List.of(new Progress(0, 8, 0, 5), new Progress(4, 8, 2, 5), new Progress(7, 8, 4, 5));

    private final Mixing mixing;

    private MixingContract(Mixing mixing) {
        this.mixing = mixing;
    }

    /** The contract for one rule. */
    public static MixingContract of(Mixing mixing) {
        return new MixingContract(mixing);
    }

    /** The tests. */
    public Stream<DynamicTest> tests() {
        return Stream.of(
                dynamicTest("everySampleHasAStepUpToT", this::range),
                dynamicTest("sameSeedGivesSameSteps", this::reproducible),
                dynamicTest("noSamplesAreFine", () -> assertThat(draw(0, POSITIONS.get(0)))
                        .isEmpty()));
    }

    private void range() {
        for (Progress position : POSITIONS) {
            int[] first = draw(SAMPLES, position);
            assertThat(first).hasSize(SAMPLES);
            assertThat(IntStream.of(first)).allSatisfy(step -> assertThat(step).isBetween(0, STEPS));
        }
    }

    private void reproducible() {
        for (Progress position : POSITIONS) {
            int[] first = draw(SAMPLES, position);
            assertThat(Arrays.equals(draw(SAMPLES, position), first)).isTrue();
        }
    }

    private int[] draw(int samples, Progress position) {
        return mixing.replaceFrom(samples, STEPS, position, new Seeds(3).stream("mixing"));
    }
}
