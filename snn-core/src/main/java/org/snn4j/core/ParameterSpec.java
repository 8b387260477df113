package org.snn4j.core;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A learnable parameter of a component: its name, shape and start values.
 *
 * @param name unique inside the component
 * @param shape lengths of its axes; [1] for a scalar
 * @param decays true if weight decay applies (convention of timm: only arrays with more than one axis decay)
 * @param start draws one start value
 */
public record ParameterSpec(String name, long[] shape, boolean decays, Start start) {
    /** Draws one start value. */
    @FunctionalInterface
    public interface Start {
        double draw(RandomGenerator random);
    }

    public ParameterSpec {
        Check.notBlank(name, "parameter name");
        shape = shape.clone();
    }

    /** A parameter that starts at one value. */
    public static ParameterSpec constant(String name, double value, long... shape) {
        return new ParameterSpec(name, shape, shape.length > 1, random -> value);
    }

    /** A parameter that starts uniformly in [-bound, bound). */
    public static ParameterSpec uniform(String name, double bound, long... shape) {
        return new ParameterSpec(name, shape, shape.length > 1, random -> bound * (2 * random.nextDouble() - 1));
    }

    /** A parameter that starts normally distributed with mean 0. */
    public static ParameterSpec normal(String name, double deviation, long... shape) {
        return new ParameterSpec(name, shape, shape.length > 1, random -> deviation * random.nextGaussian());
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    /** Number of values. */
    public long length() {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }
}
