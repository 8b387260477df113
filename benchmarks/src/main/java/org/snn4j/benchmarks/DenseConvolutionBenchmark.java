package org.snn4j.benchmarks;

import java.util.concurrent.TimeUnit;
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

/** ND4J's own operations on whole arrays with all native threads, by oneDNN: {@code conv2d} and {@code conv2d_bp}, which computes both gradients and knows no other way. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 1, time = 1)
@Fork(1)
public class DenseConvolutionBenchmark {
    private static final double DENSITY = 0.1;

    /** Channels in, channels out, side of the map, size and stride of the window. */
    @Param({"128>256@24 3/1", "64>128@48 3/1", "512>512@12 3/1", "128>256@24 3/2", "64>64@24 5/1"})
    public String shape;

    private ConvolutionCase arrays;

    /** Fills the arrays. */
    @Setup(Level.Trial)
    public void fill() {
        arrays = new ConvolutionCase(shape, DENSITY);
    }

    /** Forward pass. */
    @Benchmark
    public void forward() {
        WholeOperations.convolution(arrays.input, arrays.weight, arrays.window, arrays.output);
    }

    /** Gradients of weights and input. */
    @Benchmark
    public void backward() {
        WholeOperations.convolutionBackward(
                arrays.input,
                arrays.weight,
                arrays.gradient,
                arrays.window,
                arrays.inputGradient,
                arrays.weightGradient);
    }
}
