package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Orders of convolution weights: [out, in, y, x] at the interface, [y, x, in, out] where each input meets all outputs at once. */
final class ConvolutionWeights {
    private ConvolutionWeights() {}

    /** Weights [out, in, size, size] as [size, size, in, out]. */
    static float[] byTap(INDArray weight) {
        float[] ordered = weight.dup('c').data().asFloat();
        int out = Math.toIntExact(weight.size(0));
        int in = Math.toIntExact(weight.size(1));
        int area = Math.toIntExact(weight.size(2) * weight.size(3));
        float[] taps = new float[ordered.length];
        Parallel.forEach(in, c -> {
            for (int tap = 0; tap < area; tap++) {
                int at = (tap * in + c) * out;
                for (int o = 0; o < out; o++) {
                    taps[at + o] = ordered[(o * in + c) * area + tap];
                }
            }
        });
        return taps;
    }

    /** Back from {@link #byTap}. */
    static INDArray ofTaps(float[] taps, long... shape) {
        int out = Math.toIntExact(shape[0]);
        int in = Math.toIntExact(shape[1]);
        int area = Math.toIntExact(shape[2] * shape[3]);
        float[] ordered = new float[taps.length];
        Parallel.forEach(out, o -> {
            for (int c = 0; c < in; c++) {
                for (int tap = 0; tap < area; tap++) {
                    ordered[(o * in + c) * area + tap] = taps[(tap * in + c) * out + o];
                }
            }
        });
        return Nd4j.createFromArray(ordered).reshape(shape);
    }

    /** Weights of the convolution that carries gradients back: [in, out, size, size], turned by half a circle. */
    static INDArray turned(INDArray weight) {
        float[] ordered = weight.dup('c').data().asFloat();
        int out = Math.toIntExact(weight.size(0));
        int in = Math.toIntExact(weight.size(1));
        int area = Math.toIntExact(weight.size(2) * weight.size(3));
        float[] turned = new float[ordered.length];
        Parallel.forEach(in, c -> {
            for (int o = 0; o < out; o++) {
                for (int tap = 0; tap < area; tap++) {
                    turned[(c * out + o) * area + tap] = ordered[(o * in + c) * area + area - 1 - tap];
                }
            }
        });
        return Nd4j.createFromArray(turned).reshape(in, out, weight.size(2), weight.size(3));
    }
}
