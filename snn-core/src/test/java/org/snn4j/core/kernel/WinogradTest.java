package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WinogradTest {
    private static final int LENGTH = WinogradLoops.COLUMNS;
    private static final double TOLERANCE = 1e-7;

    /** Weights go through G once as a matrix, a row at a time, and once as a step with fewer multiplications: both must be the same G. */
    @ParameterizedTest
    @EnumSource(Winograd.class)
    void matrixOfTheWeightsIsWhatTheirStepComputes(Winograd form) {
        assumeTrue(VectorApi.present(), "Java was started without --add-modules " + VectorApi.MODULE);
        WinogradLoops loops = VectorApi.winogradLoops().orElseThrow();
        for (int tap = 0; tap < Winograd.WINDOW; tap++) {
            float[] taps = new float[Winograd.WINDOW * LENGTH];
            taps[tap * LENGTH] = 1;
            float[] factors = new float[form.side * LENGTH];
            loops.transform(form, Winograd.Step.WEIGHTS, taps, 0, LENGTH, factors, 0, LENGTH, LENGTH);
            for (int k = 0; k < form.side; k++) {
                float[] combined = new float[LENGTH];
                loops.combine(form.weights[k], taps, 0, combined, LENGTH);
                assertThat((double) factors[k * LENGTH]).isCloseTo(form.weights[k][tap], within(TOLERANCE));
                assertThat((double) combined[0]).isCloseTo(form.weights[k][tap], within(TOLERANCE));
            }
        }
    }
}
