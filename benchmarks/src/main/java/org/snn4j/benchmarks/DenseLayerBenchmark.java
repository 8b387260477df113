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

/** Fully connected layers behind spikes, T = 10 steps of 32 samples: as a network runs them and by ND4J's products of whole matrices with all native threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 1, time = 1)
@Fork(1)
public class DenseLayerBenchmark {
    private static final int ROWS = 320;
    private static final String DENSE = "dense";
    private static final double SOME = 0.1;

    /** Inputs and outputs. */
    @Param("4096>128")
    public String shape;

    /** Share of inputs that are spikes, as a network runs; dense: ND4J, whose time does not depend on it. */
    @Param({"0.02", "0.1", "0.4", DENSE})
    public String density;

    private Kernels kernels;
    private INDArray input;
    private INDArray weight;
    private INDArray output;
    private INDArray gradient;
    private INDArray inputGradient;
    private INDArray weightGradient;

    /** Fills the arrays. */
    @Setup(Level.Trial)
    public void fill() {
        boolean dense = density.equals(DENSE);
        kernels = dense ? null : ConvolutionCase.kernels("chosen");
        String[] sizes = shape.split(">");
        int in = Integer.parseInt(sizes[0]);
        int out = Integer.parseInt(sizes[1]);
        RandomGenerator random = new Seeds(1).stream("benchmark");
        input = ConvolutionCase.spikes(random, dense ? SOME : Double.parseDouble(density), ROWS, in);
        weight = NeuronReference.gaussian(random, 0, 1, out, in);
        output = Nd4j.create(ROWS, out);
        gradient = NeuronReference.gaussian(random, 0, 1, ROWS, out);
        inputGradient = input.ulike();
        weightGradient = weight.ulike();
    }

    /** Forward pass. */
    @Benchmark
    public void forward() {
        if (kernels == null) {
            WholeOperations.product(input, false, weight, true, output);
        } else {
            kernels.dense(input, weight, null, output);
        }
    }

    /** Gradients of weights and input. */
    @Benchmark
    public void backward() {
        if (kernels == null) {
            WholeOperations.product(gradient, false, weight, false, inputGradient);
            WholeOperations.product(gradient, true, input, false, weightGradient);
        } else {
            kernels.denseBackward(input, weight, gradient, inputGradient, weightGradient, null);
        }
    }
}
