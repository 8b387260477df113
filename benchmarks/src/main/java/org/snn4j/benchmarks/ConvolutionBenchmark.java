package org.snn4j.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.snn4j.core.Seeds;
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.kernel.Nd4jKernels;
import org.snn4j.core.kernel.PlainKernels;
import org.snn4j.core.kernel.Window;

/** A 3x3 convolution over 40 spike maps: the kernels of this process, which choose by density, and ND4J's dense operation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ConvolutionBenchmark {
    private static final int FRAMES = 40;
    private static final Window WINDOW = new Window(3, 1, 1);

    /** Share of inputs that are spikes. */
    @Param({"0.02", "0.05", "0.1", "0.2", "0.4", "1"})
    public double density;

    /** Side of the map, channels in, channels out. */
    @Param({"24 128 256", "48 64 128"})
    public String shape;

    /** chosen: as a network runs it; dense: ND4J's operation. */
    @Param({"chosen", "dense"})
    public String kernels;

    private Kernels kernel;
    private INDArray input;
    private INDArray weight;
    private INDArray output;
    private INDArray gradient;
    private INDArray weightGradient;
    private INDArray inputGradient;

    /** Fills the arrays. */
    @Setup(Level.Trial)
    public void fill() {
        kernel = kernels.equals("dense") ? new Nd4jKernels() : new PlainKernels();
        String[] sizes = shape.split(" ");
        int side = Integer.parseInt(sizes[0]);
        int in = Integer.parseInt(sizes[1]);
        int out = Integer.parseInt(sizes[2]);
        RandomGenerator random = new Seeds(1).stream("benchmark");
        float[] spikes = new float[FRAMES * side * side * in];
        for (int i = 0; i < spikes.length; i++) {
            spikes[i] = random.nextDouble() < density ? 1 : 0;
        }
        input = Nd4j.createFromArray(spikes).reshape(FRAMES, side, side, in);
        weight = gaussian(random, out, in, 3, 3);
        output = Nd4j.create(FRAMES, side, side, out);
        gradient = gaussian(random, FRAMES, side, side, out);
        weightGradient = weight.ulike();
        inputGradient = input.ulike();
    }

    private static INDArray gaussian(RandomGenerator random, long... shape) {
        float[] values = new float[(int) Nd4j.createUninitialized(shape).length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Nd4j.createFromArray(values).reshape(shape);
    }

    /** Forward pass. */
    @Benchmark
    public void forward() {
        kernel.convolution(input, weight, null, WINDOW, output);
    }

    /** Gradients of weights and input. */
    @Benchmark
    public void backward() {
        kernel.convolutionBackward(input, weight, gradient, WINDOW, inputGradient, weightGradient, null);
    }

    /** Gradient of the weights alone; the dense operation has none without the other. */
    @Benchmark
    public void weightGradient() {
        kernel.convolutionBackward(input, weight, gradient, WINDOW, null, weightGradient, null);
    }
}
