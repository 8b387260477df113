package org.snn4j.core.layer;

import org.snn4j.core.ParameterSpec;

/** How weights start; biases follow PyTorch's default, uniform in +-1/sqrt(fan-in), unless the rule says otherwise. */
public enum WeightStart {
    /** PyTorch's default for linear and convolution layers: uniform in +-1/sqrt(fan-in). */
    UNIFORM_FAN_IN {
        @Override
        ParameterSpec weight(String name, long fanIn, long fanOut, long... shape) {
            return ParameterSpec.uniform(name, 1 / Math.sqrt(fanIn), shape);
        }
    },
    /** Kaiming normal for ReLU over the fan-out: deviation sqrt(2/fan-out). */
    NORMAL_FAN_OUT {
        @Override
        ParameterSpec weight(String name, long fanIn, long fanOut, long... shape) {
            return ParameterSpec.normal(name, Math.sqrt(2.0 / fanOut), shape);
        }
    },
    /** Uniform in [-0.1, 0.1): linear layers of He et al.'s SCNN. */
    UNIFORM_TENTH {
        @Override
        ParameterSpec weight(String name, long fanIn, long fanOut, long... shape) {
            return ParameterSpec.uniform(name, 0.1, shape);
        }
    },
    /** Weights as {@link #NORMAL_FAN_OUT}, biases 0: NDA's VGG. */
    NORMAL_FAN_OUT_ZERO_BIAS {
        @Override
        ParameterSpec weight(String name, long fanIn, long fanOut, long... shape) {
            return NORMAL_FAN_OUT.weight(name, fanIn, fanOut, shape);
        }

        @Override
        ParameterSpec bias(String name, long fanIn, long length) {
            return ParameterSpec.constant(name, 0, length);
        }
    };

    abstract ParameterSpec weight(String name, long fanIn, long fanOut, long... shape);

    ParameterSpec bias(String name, long fanIn, long length) {
        return ParameterSpec.uniform(name, 1 / Math.sqrt(fanIn), length);
    }
}
