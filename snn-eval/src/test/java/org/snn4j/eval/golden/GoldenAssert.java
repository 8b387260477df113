package org.snn4j.eval.golden;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Compares results with the arrays of a case.
 *
 * <p>Floating-point values agree if |got - expected| &lt;= atol + rtol*|expected| with the tolerance of the case; NaN agrees with NaN, an
 * infinity with itself. Whole numbers and booleans must be equal. A message names the case, the array and the first difference.
 */
public final class GoldenAssert {
    private GoldenAssert() {}

    /** Within the tolerance of the case, shapes included. */
    public static void close(GoldenCase golden, String array, INDArray got) {
        shape(golden, array, got.shape());
        close(golden, array, values(got));
    }

    /** Within the tolerance of the case. */
    public static void close(GoldenCase golden, String array, double... got) {
        closeWithin(golden, array, golden.relativeTolerance(), golden.absoluteTolerance(), got);
    }

    /** Within a tolerance of its own, where the case's notes call for one. */
    public static void closeWithin(GoldenCase golden, String array, double relative, double absolute, double... got) {
        double[] expected = golden.array(array).doubles();
        length(golden, array, expected.length, got.length);
        for (int i = 0; i < got.length; i++) {
            boolean same = Double.compare(got[i], expected[i]) == 0 || got[i] == expected[i];
            if (!same && !(Math.abs(got[i] - expected[i]) <= absolute + relative * Math.abs(expected[i]))) {
                throw different(
                        golden, array, i, expected[i], got[i], "relative " + relative + ", absolute " + absolute);
            }
        }
    }

    /** Equal, shapes included: spikes, counts, masks, indices. */
    public static void exact(GoldenCase golden, String array, INDArray got) {
        shape(golden, array, got.shape());
        exact(golden, array, values(got));
    }

    /** Equal. */
    public static void exact(GoldenCase golden, String array, double... got) {
        closeWithin(golden, array, 0, 0, got);
    }

    /** Equal. */
    public static void exact(GoldenCase golden, String array, long... got) {
        long[] expected = golden.array(array).longs();
        length(golden, array, expected.length, got.length);
        int i = Arrays.mismatch(expected, got);
        if (i >= 0) {
            throw different(golden, array, i, expected[i], got[i], "exact");
        }
    }

    /** Equal. */
    public static void exact(GoldenCase golden, String array, int... got) {
        exact(golden, array, Arrays.stream(got).asLongStream().toArray());
    }

    /** Values of an ND4J array in C order, whatever its own order. */
    public static double[] values(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }

    private static void shape(GoldenCase golden, String array, long[] got) {
        long[] expected = golden.array(array).shape();
        if (!Arrays.equals(expected, got)) {
            throw new AssertionError(golden + ": " + array + " has shape " + Arrays.toString(got) + ", expected "
                    + Arrays.toString(expected));
        }
    }

    private static void length(GoldenCase golden, String array, int expected, int got) {
        if (expected != got) {
            throw new AssertionError(golden + ": " + array + " has " + got + " values, expected " + expected + ", "
                    + golden.array(array).describe());
        }
    }

    private static AssertionError different(
            GoldenCase golden, String array, int index, Number expected, Number got, String tolerance) {
        return new AssertionError(
                golden + ": " + array + position(golden.array(array).shape(), index) + " is " + got + ", expected "
                        + expected + " (" + tolerance + ")");
    }

    private static String position(long[] shape, int index) {
        long[] position = new long[shape.length];
        long rest = index;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            position[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        return Arrays.toString(position);
    }
}
