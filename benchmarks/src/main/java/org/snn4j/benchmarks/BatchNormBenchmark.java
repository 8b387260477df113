package org.snn4j.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
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
import org.snn4j.core.kernel.Moments;

/** The passes of a batch norm over maps that are not part of the neurons behind it: 40 frames in one group. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 1, time = 1)
@Fork(1)
public class BatchNormBenchmark {
    private static final int FRAMES = 40;
    // The gradient is replaced again and again: with less than 1 of itself it stays within bounds.
    private static final double OF_GRADIENT = 0.5;
    private static final double OF_INPUT = 0.1;
    private static final double CONSTANT = 0.01;

    /** Side of the map and channels. */
    @Param("48 64")
    public String map;

    /** chosen: as a network runs; plain: without the Vector API; nd4j: its operations. */
    @Param({"chosen", "plain", "nd4j"})
    public String by;

    private Kernels kernels;
    private INDArray input;
    private INDArray gradient;
    private double[][] ofGradient;
    private double[][] ofInput;
    private double[][] constant;

    /** Fills the arrays. */
    @Setup(Level.Trial)
    public void fill() {
        kernels = ConvolutionCase.kernels(by);
        String[] sizes = map.split(" ");
        int side = Integer.parseInt(sizes[0]);
        int channels = Integer.parseInt(sizes[1]);
        RandomGenerator random = new Seeds(1).stream("benchmark");
        input = NeuronReference.gaussian(random, 0, 1, FRAMES, side, side, channels);
        gradient = NeuronReference.gaussian(random, 0, 1, FRAMES, side, side, channels);
        ofGradient = each(channels, OF_GRADIENT);
        ofInput = each(channels, OF_INPUT);
        constant = each(channels, CONSTANT);
    }

    private static double[][] each(int channels, double value) {
        double[][] values = new double[1][channels];
        Arrays.fill(values[0], value);
        return values;
    }

    /** Mean and variance of each channel. */
    @Benchmark
    public Moments moments() {
        return kernels.moments(input, 1);
    }

    /** Gradient of the input from that of the output. */
    @Benchmark
    public void combine() {
        kernels.combinei(gradient, input, ofGradient, ofInput, constant);
    }
}
