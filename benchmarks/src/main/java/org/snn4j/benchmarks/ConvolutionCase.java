package org.snn4j.benchmarks;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;
import org.snn4j.core.kernel.ConvolutionPath;
import org.snn4j.core.kernel.KernelListener;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.kernel.Window;

/** The arrays of one convolution over 40 frames, and the kernels to time it with. */
final class ConvolutionCase {
    private static final int FRAMES = 40;
    private static final Pattern SHAPE = Pattern.compile("(\\d+)>(\\d+)@(\\d+) (\\d+)/(\\d+)");

    final Window window;
    final INDArray input;
    final INDArray weight;
    final INDArray output;
    final INDArray gradient;
    final INDArray weightGradient;
    final INDArray inputGradient;

    /**
     * @param shape channels in and out, side of the map, size and stride of the window, as in {@code 128>256@24 3/1}
     * @param density share of inputs that are spikes
     */
    ConvolutionCase(String shape, double density) {
        Matcher numbers = SHAPE.matcher(shape);
        if (!numbers.matches()) {
            throw new IllegalArgumentException("shape is '" + shape + "', must be like 128>256@24 3/1");
        }
        int in = Integer.parseInt(numbers.group(1));
        int out = Integer.parseInt(numbers.group(2));
        int side = Integer.parseInt(numbers.group(3));
        int size = Integer.parseInt(numbers.group(4));
        int stride = Integer.parseInt(numbers.group(5));
        window = new Window(size, stride, size / 2);
        int outSide = (side + 2 * window.padding() - size) / stride + 1;
        RandomGenerator random = new Seeds(1).stream("benchmark");
        input = spikes(random, density, FRAMES, side, side, in);
        weight = NeuronReference.gaussian(random, 0, 1, out, in, size, size);
        output = Nd4j.create(FRAMES, outSide, outSide, out);
        gradient = NeuronReference.gaussian(random, 0, 1, FRAMES, outSide, outSide, out);
        weightGradient = weight.ulike();
        inputGradient = input.ulike();
    }

    /** Ones at a share of the places, zeros elsewhere. */
    static INDArray spikes(RandomGenerator random, double density, long... shape) {
        float[] spikes = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
        for (int i = 0; i < spikes.length; i++) {
            spikes[i] = random.nextDouble() < density ? 1 : 0;
        }
        return Nd4j.createFromArray(spikes).reshape(shape);
    }

    /** "chosen": as a network runs; "plain": Java loops without the Vector API, which walk the spikes; "nd4j": its operations. */
    static Kernels kernels(String name) {
        return switch (name) {
            case "chosen" -> KernelSelection.choose().kernels();
            case "plain" -> kernels(name, ConvolutionPath.SPARSE);
            default -> kernels(name, ConvolutionPath.MEASURED);
        };
    }

    private static Kernels kernels(String name, ConvolutionPath path) {
        return KernelSelection.choose(new KernelRequest(Optional.of(name), path), KernelListener.NONE)
                .kernels();
    }

    /**
     * Weights of the convolution that computes the input gradient of one with stride 1: turned by 180 degrees, inputs and outputs exchanged.
     */
    INDArray turned() {
        int size = window.size();
        INDArray turned = Nd4j.create(weight.size(1), weight.size(0), size, size);
        INDArray exchanged = weight.permute(1, 0, 2, 3);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                turned.slice(y, 2)
                        .slice(x, 2)
                        .assign(exchanged.slice(size - 1 - y, 2).slice(size - 1 - x, 2));
            }
        }
        return turned;
    }
}
