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
            x4.sub(x2).fma(all(5.25f), x0.sub(x6)).intoArray(to, b + i);
            FloatVector even = x4.fma(all(-4.25f), x2.add(x6));
            FloatVector odd = x3.fma(all(-4.25f), x1.add(x5));
            even.add(odd).intoArray(to, b + t + i);
            even.sub(odd).intoArray(to, b + 2 * t + i);
            FloatVector evenFar = x4.fma(all(-1.25f), x2.fma(all(0.25f), x6));
            FloatVector oddFar = x5.fma(all(2f), x3.fma(all(-2.5f), x1.mul(all(0.5f))));
            evenFar.add(oddFar).intoArray(to, b + 3 * t + i);
            evenFar.sub(oddFar).intoArray(to, b + 4 * t + i);
            FloatVector evenNear = x4.fma(all(-5f), x2.fma(all(4f), x6));
            FloatVector oddNear = x5.fma(all(0.5f), x3.fma(all(-2.5f), x1.mul(all(2f))));
            evenNear.add(oddNear).intoArray(to, b + 5 * t + i);
            evenNear.sub(oddNear).intoArray(to, b + 6 * t + i);
            x3.sub(x5).fma(all(5.25f), x7.sub(x1)).intoArray(to, b + 7 * t + i);
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
            odd.add(oddFar.mul(all(2f))).add(oddNear.mul(all(0.5f))).intoArray(to, b + t + i);
            even.add(evenFar.mul(all(4f))).add(evenNear.mul(all(0.25f))).intoArray(to, b + 2 * t + i);
            odd.add(oddFar.mul(all(8f))).add(oddNear.mul(all(0.125f))).intoArray(to, b + 3 * t + i);
            even.add(evenFar.mul(all(16f))).add(evenNear.mul(all(0.0625f))).intoArray(to, b + 4 * t + i);
            odd.add(oddFar.mul(all(32f)))
                    .add(oddNear.mul(all(0.03125f)))
                    .add(x7)
                    .intoArray(to, b + 5 * t + i);
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
            FloatVector evenFar = x0.add(x2.mul(all(4f))).add(x4.mul(all(16f)));
            FloatVector oddFar = x1.mul(all(2f)).add(x3.mul(all(8f))).add(x5.mul(all(32f)));
            evenFar.add(oddFar).intoArray(to, b + 3 * t + i);
            evenFar.sub(oddFar).intoArray(to, b + 4 * t + i);
            FloatVector evenNear = x0.add(x2.mul(all(0.25f))).add(x4.mul(all(0.0625f)));
            FloatVector oddNear = x1.mul(all(0.5f)).add(x3.mul(all(0.125f))).add(x5.mul(all(0.03125f)));
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
            FloatVector even = x0.add(x2).mul(all(-TWO_NINTHS));
            FloatVector odd = x1.mul(all(-TWO_NINTHS));
            even.add(odd).intoArray(to, b + t + i);
            even.sub(odd).intoArray(to, b + 2 * t + i);
            FloatVector evenFar = x0.add(x2.mul(all(4f))).mul(all(NINETIETH));
            FloatVector oddFar = x1.mul(all(2 * NINETIETH));
            evenFar.add(oddFar).intoArray(to, b + 3 * t + i);
            evenFar.sub(oddFar).intoArray(to, b + 4 * t + i);
            FloatVector evenNear = x0.mul(all(4f)).add(x2).mul(all(16 * NINETIETH));
            FloatVector oddNear = x1.mul(all(32 * NINETIETH));
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
            FloatVector even = x1.add(x2).mul(all(-TWO_NINTHS));
            FloatVector odd = x1.sub(x2).mul(all(-TWO_NINTHS));
            FloatVector evenFar = x3.add(x4).mul(all(NINETIETH));
            FloatVector oddFar = x3.sub(x4).mul(all(2 * NINETIETH));
            FloatVector evenNear = x5.add(x6).mul(all(16 * NINETIETH));
            FloatVector oddNear = x5.sub(x6).mul(all(32 * NINETIETH));
            x0.add(even).add(evenFar).add(evenNear.mul(all(4f))).intoArray(to, b + i);
            odd.add(oddFar).add(oddNear).intoArray(to, b + t + i);
            even.add(evenFar.mul(all(4f))).add(evenNear).add(x7).intoArray(to, b + 2 * t + i);
        }
    }

    /** The factor as a vector: with {@code mul(float)}, the compiler of Java 17 loses the vectors' type now and then, and boxes every one of them. */
    private static FloatVector all(float factor) {
        return FloatVector.broadcast(LANES, factor);
    }
}
