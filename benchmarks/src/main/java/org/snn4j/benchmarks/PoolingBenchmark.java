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

/** Average pooling by 2 of 40 frames, where it is not part of the neurons before it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 1, time = 1)
@Fork(1)
public class PoolingBenchmark {
    private static final int FRAMES = 40;
    private static final double DENSITY = 0.1;

    /** Side of the map and channels. */
    @Param("48 128")
    public String map;

    /** chosen: as a network runs; plain: without the Vector API; nd4j: its operations. */
    @Param({"chosen", "plain", "nd4j"})
    public String by;

    private Kernels kernels;
    private INDArray large;
    private INDArray pooled;

    /** Fills the arrays. */
    @Setup(Level.Trial)
    public void fill() {
        kernels = ConvolutionCase.kernels(by);
        String[] sizes = map.split(" ");
        int side = Integer.parseInt(sizes[0]);
        int channels = Integer.parseInt(sizes[1]);
        RandomGenerator random = new Seeds(1).stream("benchmark");
        large = ConvolutionCase.spikes(random, DENSITY, FRAMES, side, side, channels);
        pooled = Nd4j.create(FRAMES, side / 2, side / 2, channels);
    }

    /** Means. */
    @Benchmark
    public void forward() {
        kernels.averagePool(large, 2, 2, pooled);
    }

    /** Gradient of what is pooled. */
    @Benchmark
    public void backward() {
        kernels.averagePoolBackward(pooled, 2, 2, large);
    }
}
