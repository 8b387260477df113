package org.snn4j.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The steps of {@link Winograd#TILES_OF_6} on one vector after the other: value k of a vector lies at {@code a + k * s}, result k at {@code b + k * t}. */
final class VectorTilesOf6 {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final float TWO_NINTHS = 2f / 9;
    private static final float NINETIETH = 1f / 90;

    private VectorTilesOf6() {}

    /** All runs of a length that is a multiple of the lanes. */
    static void run(Winograd.Step step, float[] x, int a, int s, float[] to, int b, int t, int length) {
        switch (step) {
            case INPUT -> input(x, a, s, to, b, t, length);
            case OUTPUT -> output(x, a, s, to, b, t, length);
            case OUTPUT_GRADIENT -> outputGradient(x, a, s, to, b, t, length);
            case WEIGHTS -> weights(x, a, s, to, b, t, length);
            case WEIGHTS_GRADIENT -> weightsGradient(x, a, s, to, b, t, length);
        }
    }

    private static void input(float[] x, int a, int s, float[] to, int b, int t, int length) {
        for (int i = 0; i < length; i += LANES.length()) {
            FloatVector x0 = FloatVector.fromArray(LANES, x, a + i);
            FloatVector x1 = FloatVector.fromArray(LANES, x, a + s + i);
            FloatVector x2 = FloatVector.fromArray(LANES, x, a + 2 * s + i);
            FloatVector x3 = FloatVector.fromArray(LANES, x, a + 3 * s + i);
            FloatVector x4 = FloatVector.fromArray(LANES, x, a + 4 * s + i);
            FloatVector x5 = FloatVector.fromArray(LANES, x, a + 5 * s + i);
            FloatVector x6 = FloatVector.fromArray(LANES, x, a + 6 * s + i);
            FloatVector x7 = FloatVector.fromArray(LANES, x, a + 7 * s + i);
            x0.sub(x6).add(x4.sub(x2).mul(5.25f)).intoArray(to, b + i);
            FloatVector even = x2.add(x6).sub(x4.mul(4.25f));
            FloatVector odd = x1.add(x5).sub(x3.mul(4.25f));
            even.add(odd).intoArray(to, b + t + i);
            even.sub(odd).intoArray(to, b + 2 * t + i);
            FloatVector evenFar = x6.add(x2.mul(0.25f)).sub(x4.mul(1.25f));
            FloatVector oddFar = x1.mul(0.5f).sub(x3.mul(2.5f)).add(x5.mul(2f));
            evenFar.add(oddFar).intoArray(to, b + 3 * t + i);
            evenFar.sub(oddFar).intoArray(to, b + 4 * t + i);
            FloatVector evenNear = x6.add(x2.sub(x4.mul(1.25f)).mul(4f));
            FloatVector oddNear = x1.mul(2f).sub(x3.mul(2.5f)).add(x5.mul(0.5f));
            evenNear.add(oddNear).intoArray(to, b + 5 * t + i);
            evenNear.sub(oddNear).intoArray(to, b + 6 * t + i);
            x7.sub(x1).add(x3.sub(x5).mul(5.25f)).intoArray(to, b + 7 * t + i);
        }
    }

    private static void output(float[] x, int a, int s, float[] to, int b, int t, int length) {
        for (int i = 0; i < length; i += LANES.length()) {
            FloatVector x0 = FloatVector.fromArray(LANES, x, a + i);
            FloatVector x1 = FloatVector.fromArray(LANES, x, a + s + i);
            FloatVector x2 = FloatVector.fromArray(LANES, x, a + 2 * s + i);
            FloatVector x3 = FloatVector.fromArray(LANES, x, a + 3 * s + i);
            FloatVector x4 = FloatVector.fromArray(LANES, x, a + 4 * s + i);
            FloatVector x5 = FloatVector.fromArray(LANES, x, a + 5 * s + i);
            FloatVector x6 = FloatVector.fromArray(LANES, x, a + 6 * s + i);
            FloatVector x7 = FloatVector.fromArray(LANES, x, a + 7 * s + i);
            FloatVector even = x1.add(x2);
            FloatVector odd = x1.sub(x2);
            FloatVector evenFar = x3.add(x4);
            FloatVector oddFar = x3.sub(x4);
            FloatVector evenNear = x5.add(x6);
            FloatVector oddNear = x5.sub(x6);
            x0.add(even).add(evenFar).add(evenNear).intoArray(to, b + i);
            odd.add(oddFar.mul(2f)).add(oddNear.mul(0.5f)).intoArray(to, b + t + i);
            even.add(evenFar.mul(4f)).add(evenNear.mul(0.25f)).intoArray(to, b + 2 * t + i);
            odd.add(oddFar.mul(8f)).add(oddNear.mul(0.125f)).intoArray(to, b + 3 * t + i);
            even.add(evenFar.mul(16f)).add(evenNear.mul(0.0625f)).intoArray(to, b + 4 * t + i);
            odd.add(oddFar.mul(32f)).add(oddNear.mul(0.03125f)).add(x7).intoArray(to, b + 5 * t + i);
        }
    }

    private static void outputGradient(float[] x, int a, int s, float[] to, int b, int t, int length) {
        for (int i = 0; i < length; i += LANES.length()) {
            FloatVector x0 = FloatVector.fromArray(LANES, x, a + i);
            FloatVector x1 = FloatVector.fromArray(LANES, x, a + s + i);
            FloatVector x2 = FloatVector.fromArray(LANES, x, a + 2 * s + i);
            FloatVector x3 = FloatVector.fromArray(LANES, x, a + 3 * s + i);
            FloatVector x4 = FloatVector.fromArray(LANES, x, a + 4 * s + i);
            FloatVector x5 = FloatVector.fromArray(LANES, x, a + 5 * s + i);
            x0.intoArray(to, b + i);
            FloatVector even = x0.add(x2).add(x4);
            FloatVector odd = x1.add(x3).add(x5);
            even.add(odd).intoArray(to, b + t + i);
            even.sub(odd).intoArray(to, b + 2 * t + i);
            FloatVector evenFar = x0.add(x2.mul(4f)).add(x4.mul(16f));
            FloatVector oddFar = x1.mul(2f).add(x3.mul(8f)).add(x5.mul(32f));
            evenFar.add(oddFar).intoArray(to, b + 3 * t + i);
            evenFar.sub(oddFar).intoArray(to, b + 4 * t + i);
            FloatVector evenNear = x0.add(x2.mul(0.25f)).add(x4.mul(0.0625f));
            FloatVector oddNear = x1.mul(0.5f).add(x3.mul(0.125f)).add(x5.mul(0.03125f));
            evenNear.add(oddNear).intoArray(to, b + 5 * t + i);
            evenNear.sub(oddNear).intoArray(to, b + 6 * t + i);
            x5.intoArray(to, b + 7 * t + i);
        }
    }

    private static void weights(float[] x, int a, int s, float[] to, int b, int t, int length) {
        for (int i = 0; i < length; i += LANES.length()) {
            FloatVector x0 = FloatVector.fromArray(LANES, x, a + i);
            FloatVector x1 = FloatVector.fromArray(LANES, x, a + s + i);
            FloatVector x2 = FloatVector.fromArray(LANES, x, a + 2 * s + i);
            x0.intoArray(to, b + i);
            FloatVector even = x0.add(x2).mul(-TWO_NINTHS);
            FloatVector odd = x1.mul(-TWO_NINTHS);
            even.add(odd).intoArray(to, b + t + i);
            even.sub(odd).intoArray(to, b + 2 * t + i);
            FloatVector evenFar = x0.add(x2.mul(4f)).mul(NINETIETH);
            FloatVector oddFar = x1.mul(2 * NINETIETH);
            evenFar.add(oddFar).intoArray(to, b + 3 * t + i);
            evenFar.sub(oddFar).intoArray(to, b + 4 * t + i);
            FloatVector evenNear = x0.mul(4f).add(x2).mul(16 * NINETIETH);
            FloatVector oddNear = x1.mul(32 * NINETIETH);
            evenNear.add(oddNear).intoArray(to, b + 5 * t + i);
            evenNear.sub(oddNear).intoArray(to, b + 6 * t + i);
            x2.intoArray(to, b + 7 * t + i);
        }
    }

    private static void weightsGradient(float[] x, int a, int s, float[] to, int b, int t, int length) {
        for (int i = 0; i < length; i += LANES.length()) {
            FloatVector x0 = FloatVector.fromArray(LANES, x, a + i);
            FloatVector x1 = FloatVector.fromArray(LANES, x, a + s + i);
            FloatVector x2 = FloatVector.fromArray(LANES, x, a + 2 * s + i);
            FloatVector x3 = FloatVector.fromArray(LANES, x, a + 3 * s + i);
            FloatVector x4 = FloatVector.fromArray(LANES, x, a + 4 * s + i);
            FloatVector x5 = FloatVector.fromArray(LANES, x, a + 5 * s + i);
            FloatVector x6 = FloatVector.fromArray(LANES, x, a + 6 * s + i);
            FloatVector x7 = FloatVector.fromArray(LANES, x, a + 7 * s + i);
            FloatVector even = x1.add(x2).mul(-TWO_NINTHS);
            FloatVector odd = x1.sub(x2).mul(-TWO_NINTHS);
            FloatVector evenFar = x3.add(x4).mul(NINETIETH);
            FloatVector oddFar = x3.sub(x4).mul(2 * NINETIETH);
            FloatVector evenNear = x5.add(x6).mul(16 * NINETIETH);
            FloatVector oddNear = x5.sub(x6).mul(32 * NINETIETH);
            x0.add(even).add(evenFar).add(evenNear.mul(4f)).intoArray(to, b + i);
            odd.add(oddFar).add(oddNear).intoArray(to, b + t + i);
            even.add(evenFar.mul(4f)).add(evenNear).add(x7).intoArray(to, b + 2 * t + i);
        }
    }
}
