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
            FloatVector x0 = FloatVector.fromArray(LANES, x, a + i).mul(4f);
            x0.sub(x2.mul(5f)).add(x4).intoArray(to, b + i);
            FloatVector even = x4.sub(x2.mul(4f));
            FloatVector odd = x3.sub(x1.mul(4f));
            even.add(odd).intoArray(to, b + t + i);
            even.sub(odd).intoArray(to, b + 2 * t + i);
            FloatVector outer = x4.sub(x2);
            FloatVector inner = x3.sub(x1).mul(2f);
            outer.add(inner).intoArray(to, b + 3 * t + i);
            outer.sub(inner).intoArray(to, b + 4 * t + i);
            x1.mul(4f)
                    .sub(x3.mul(5f))
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
            odd.add(oddFar.mul(2f)).intoArray(to, b + t + i);
            even.add(evenFar.mul(4f)).intoArray(to, b + 2 * t + i);
            odd.add(oddFar.mul(8f))
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
            FloatVector evenFar = x0.add(x2.mul(4f));
            FloatVector oddFar = x1.add(x3.mul(4f)).mul(2f);
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
            FloatVector far = x0.add(x2.mul(4f));
            x0.mul(0.25f).intoArray(to, b + i);
            sum.add(x1).mul(-SIXTH).intoArray(to, b + t + i);
            sum.sub(x1).mul(-SIXTH).intoArray(to, b + 2 * t + i);
            far.add(x1.mul(2f)).mul(TWENTY_FOURTH).intoArray(to, b + 3 * t + i);
            far.sub(x1.mul(2f)).mul(TWENTY_FOURTH).intoArray(to, b + 4 * t + i);
            x2.intoArray(to, b + 5 * t + i);
        }
    }

    private static void weightsGradient(float[] x, int a, int s, float[] to, int b, int t, int length) {
        for (int i = 0; i < length; i += LANES.length()) {
            FloatVector x1 = FloatVector.fromArray(LANES, x, a + s + i);
            FloatVector x2 = FloatVector.fromArray(LANES, x, a + 2 * s + i);
            FloatVector x3 = FloatVector.fromArray(LANES, x, a + 3 * s + i);
            FloatVector x4 = FloatVector.fromArray(LANES, x, a + 4 * s + i);
            FloatVector sum = x1.add(x2).mul(-SIXTH);
            FloatVector far = x3.add(x4).mul(TWENTY_FOURTH);
            FloatVector.fromArray(LANES, x, a + i).mul(0.25f).add(sum).add(far).intoArray(to, b + i);
            x2.sub(x1).mul(SIXTH).add(x3.sub(x4).mul(SIXTH / 2)).intoArray(to, b + t + i);
            sum.add(far.mul(4f))
                    .add(FloatVector.fromArray(LANES, x, a + 5 * s + i))
                    .intoArray(to, b + 2 * t + i);
        }
    }
}
