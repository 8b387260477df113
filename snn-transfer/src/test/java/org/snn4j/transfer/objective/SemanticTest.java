package org.snn4j.transfer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Stream;

class SemanticTest {
    private static final String SIGNAL = "feature.after-reset";
    private static final double[][][] FEATURES = {{{1, 0}, {0, 1}, {-1, -1}, {2, 3}}};

    @Test
    void partnerIsTheNextSampleOfAnotherClass() {
        assertThat(Semantic.partners(new int[] {0, 0, 1, 2, 2})).containsExactly(2, 2, 3, 0, 0);
    }

    @Test
    void batchOfOneClassHasNoPairs() {
        assertThat(Semantic.partners(new int[] {4, 4, 4})).isEmpty();
        ObjectiveValue value = features().labels(4, 4, 4, 4).evaluate(semantic(0, 0, 1));
        assertThat(value.value()).isZero();
        assertThat(value.gradients()).isEmpty();
    }

    @Test
    void resemblanceUpToTheMarginCostsNothingAndBeyondItAll() {
        double resemblance = features().evaluate(semantic(0, 0, 1)).value();
        assertThat(resemblance).isBetween(0.01, 0.99);
        assertThat(features().evaluate(semantic(resemblance, 0, 1)).value()).isZero();
        assertThat(features().evaluate(semantic(resemblance - 0.001, 0, 1)).value())
                .isEqualTo(resemblance);
    }

    @Test
    void termIsPresentInItsShareOfTheEpochsOnly() {
        assertThat(epochsPresent(0, 0.5)).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(epochsPresent(0.3, 0.5)).containsExactly(4, 5);
        assertThat(epochsPresent(0, 1)).hasSize(10);
    }

    @Test
    void endBeforeTheBeginningIsRefused() {
        assertThatThrownBy(() -> semantic(0.2, 0.6, 0.5)).hasMessage("until is 0.5, must be in [0.6, 1.0]");
    }

    private static int[] epochsPresent(double from, double until) {
        return IntStream.range(0, 10)
                .filter(epoch -> features()
                                .epoch(epoch, 10)
                                .evaluate(semantic(0, from, until))
                                .value()
                        > 0)
                .toArray();
    }

    private static Case features() {
        return Case.signal(Stream.SOURCE, SIGNAL, FEATURES)
                .and(Stream.TARGET, SIGNAL, FEATURES)
                .labels(0, 1, 1, 2);
    }

    private static Semantic semantic(double margin, double from, double until) {
        return new Semantic(new Semantic.Config(1, SIGNAL, margin, from, until));
    }
}
