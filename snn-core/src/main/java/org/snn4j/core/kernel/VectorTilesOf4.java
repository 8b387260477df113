package org.snn4j.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The steps of {@link Winograd#TILES_OF_4} on one vector after the other: value k of a vector lies at {@code a + k * s}, result k at {@code b + k * t}. */
final class VectorTilesOf4 {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final float SIXTH = 1f / 6;
    private static final float TWENTY_FOURTH = 1f / 24;

    private VectorTilesOf4() {}

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
            FloatVector x1 = FloatVector.fromArray(LANES, x, a + s + i);
            FloatVector x2 = FloatVector.fromArray(LANES, x, a + 2 * s + i);
            FloatVector x3 = FloatVector.fromArray(LANES, x, a + 3 * s + i);
            FloatVector x4 = FloatVector.fromArray(LANES, x, a + 4 * s + i);
            FloatVector x0 = FloatVector.fromArray(LANES, x, a + i).mul(all(4f));
            x0.sub(x2.mul(all(5f))).add(x4).intoArray(to, b + i);
            FloatVector even = x4.sub(x2.mul(all(4f)));
            FloatVector odd = x3.sub(x1.mul(all(4f)));
            even.add(odd).intoArray(to, b + t + i);
            even.sub(odd).intoArray(to, b + 2 * t + i);
            FloatVector outer = x4.sub(x2);
            FloatVector inner = x3.sub(x1).mul(all(2f));
            outer.add(inner).intoArray(to, b + 3 * t + i);
            outer.sub(inner).intoArray(to, b + 4 * t + i);
            x1.mul(all(4f))
                    .sub(x3.mul(all(5f)))
                    .add(FloatVector.fromArray(LANES, x, a + 5 * s + i))
                    .intoArray(to, b + 5 * t + i);
        }
    }

    private static void output(float[] x, int a, int s, float[] to, int b, int t, int length) {
        for (int i = 0; i < length; i += LANES.length()) {
            FloatVector x1 = FloatVector.fromArray(LANES, x, a + s + i);
            FloatVector x2 = FloatVector.fromArray(LANES, x, a + 2 * s + i);
            FloatVector x3 = FloatVector.fromArray(LANES, x, a + 3 * s + i);
            FloatVector x4 = FloatVector.fromArray(LANES, x, a + 4 * s + i);
            FloatVector even = x1.add(x2);
            FloatVector odd = x1.sub(x2);
            FloatVector evenFar = x3.add(x4);
            FloatVector oddFar = x3.sub(x4);
            FloatVector.fromArray(LANES, x, a + i).add(even).add(evenFar).intoArray(to, b + i);
            odd.add(oddFar.mul(all(2f))).intoArray(to, b + t + i);
            even.add(evenFar.mul(all(4f))).intoArray(to, b + 2 * t + i);
            odd.add(oddFar.mul(all(8f)))
                    .add(FloatVector.fromArray(LANES, x, a + 5 * s + i))
                    .intoArray(to, b + 3 * t + i);
        }
    }

    private static void outputGradient(float[] x, int a, int s, float[] to, int b, int t, int length) {
        for (int i = 0; i < length; i += LANES.length()) {
            FloatVector x0 = FloatVector.fromArray(LANES, x, a + i);
            FloatVector x1 = FloatVector.fromArray(LANES, x, a + s + i);
            FloatVector x2 = FloatVector.fromArray(LANES, x, a + 2 * s + i);
            FloatVector x3 = FloatVector.fromArray(LANES, x, a + 3 * s + i);
            FloatVector even = x0.add(x2);
            FloatVector odd = x1.add(x3);
            FloatVector evenFar = x0.add(x2.mul(all(4f)));
            FloatVector oddFar = x1.add(x3.mul(all(4f))).mul(all(2f));
            x0.intoArray(to, b + i);
            even.add(odd).intoArray(to, b + t + i);
            even.sub(odd).intoArray(to, b + 2 * t + i);
            evenFar.add(oddFar).intoArray(to, b + 3 * t + i);
            evenFar.sub(oddFar).intoArray(to, b + 4 * t + i);
            x3.intoArray(to, b + 5 * t + i);
        }
    }

    private static void weights(float[] x, int a, int s, float[] to, int b, int t, int length) {
        for (int i = 0; i < length; i += LANES.length()) {
            FloatVector x0 = FloatVector.fromArray(LANES, x, a + i);
            FloatVector x1 = FloatVector.fromArray(LANES, x, a + s + i);
            FloatVector x2 = FloatVector.fromArray(LANES, x, a + 2 * s + i);
            FloatVector sum = x0.add(x2);
            FloatVector far = x0.add(x2.mul(all(4f)));
            x0.mul(all(0.25f)).intoArray(to, b + i);
            sum.add(x1).mul(all(-SIXTH)).intoArray(to, b + t + i);
            sum.sub(x1).mul(all(-SIXTH)).intoArray(to, b + 2 * t + i);
            far.add(x1.mul(all(2f))).mul(all(TWENTY_FOURTH)).intoArray(to, b + 3 * t + i);
            far.sub(x1.mul(all(2f))).mul(all(TWENTY_FOURTH)).intoArray(to, b + 4 * t + i);
            x2.intoArray(to, b + 5 * t + i);
        }
    }

    private static void weightsGradient(float[] x, int a, int s, float[] to, int b, int t, int length) {
        for (int i = 0; i < length; i += LANES.length()) {
            FloatVector x1 = FloatVector.fromArray(LANES, x, a + s + i);
            FloatVector x2 = FloatVector.fromArray(LANES, x, a + 2 * s + i);
            FloatVector x3 = FloatVector.fromArray(LANES, x, a + 3 * s + i);
            FloatVector x4 = FloatVector.fromArray(LANES, x, a + 4 * s + i);
            FloatVector sum = x1.add(x2).mul(all(-SIXTH));
            FloatVector far = x3.add(x4).mul(all(TWENTY_FOURTH));
            FloatVector.fromArray(LANES, x, a + i)
                    .mul(all(0.25f))
                    .add(sum)
                    .add(far)
                    .intoArray(to, b + i);
            x2.sub(x1).mul(all(SIXTH)).add(x3.sub(x4).mul(all(SIXTH / 2))).intoArray(to, b + t + i);
            sum.add(far.mul(all(4f)))
                    .add(FloatVector.fromArray(LANES, x, a + 5 * s + i))
                    .intoArray(to, b + 2 * t + i);
        }
    }

    /** The factor as a vector: with {@code mul(float)}, the compiler of Java 17 loses the vectors' type now and then, and boxes every one of them. */
    private static FloatVector all(float factor) {
        return FloatVector.broadcast(LANES, factor);
    }
}
