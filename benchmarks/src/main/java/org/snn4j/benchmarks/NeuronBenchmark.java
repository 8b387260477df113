package org.snn4j.benchmarks;

import java.util.Arrays;
import java.util.List;
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
import org.snn4j.core.Parameters;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.TimeFold;
import org.snn4j.core.kernel.Affine;
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.kernel.NeuronGradient;
import org.snn4j.core.kernel.NeuronInput;
import org.snn4j.core.kernel.NeuronOutput;
import org.snn4j.core.neuron.NeuronModel;

/** Batch norm and LIF neurons over T = 10 steps of 4 samples, as a network runs them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 1, time = 1)
@Fork(1)
public class NeuronBenchmark {
    private static final int STEPS = 10;
    private static final int SAMPLES = 4;

    /** Side of the map and channels. */
    @Param({"48 64", "12 512"})
    public String map;

    /** chosen: as a network runs; plain: without the Vector API; nd4j: its operations. */
    @Param({"chosen", "plain", "nd4j"})
    public String by;

    private Kernels kernels;
    private NeuronModel model;
    private NeuronInput input;
    private NeuronOutput output;
    private NeuronOutput upstream;
    private INDArray gradient;

    /** Fills the arrays. */
    @Setup(Level.Trial)
    public void fill() {
        kernels = ConvolutionCase.kernels(by);
        model = Subject.neurons();
        String[] sizes = map.split(" ");
        int side = Integer.parseInt(sizes[0]);
        int channels = Integer.parseInt(sizes[1]);
        TimeFold fold = new TimeFold(List.of(Stream.TARGET), STEPS, SAMPLES);
        RandomGenerator random = new Seeds(1).stream("benchmark");
        INDArray current = NeuronReference.gaussian(random, 0, 1, fold.rows(), side, side, channels);
        double[][] scale = new double[1][channels];
        Arrays.fill(scale[0], 0.8);
        input = new NeuronInput(current, new Affine(scale, new double[1][channels]), Parameters.none(), fold);
        output = NeuronOutput.of(current.ulike(), null, null);
        upstream =
                NeuronOutput.of(NeuronReference.gaussian(random, 0, 1, fold.rows(), side, side, channels), null, null);
        gradient = current.ulike();
    }

    /** Spikes. */
    @Benchmark
    public double[] forward() {
        return kernels.neurons(model, input, output);
    }

    /** Gradient of the current, with the sums that batch norm needs. */
    @Benchmark
    public NeuronGradient backward() {
        return kernels.neuronsBackward(model, input, upstream, gradient);
    }
}
