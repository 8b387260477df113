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
import org.snn4j.core.kernel.Kernels;

/** Sparse convolutions by Java loops without the Vector API. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 1, time = 1)
@Fork(1)
public class PlainConvolutionBenchmark {
    /** Share of inputs that are spikes. */
    @Param({"0.02", "0.1"})
    public double density;

    /** Channels in, channels out, side of the map, size and stride of the window. */
    @Param("128>256@24 3/1")
    public String shape;

    private Kernels kernels;
    private ConvolutionCase arrays;

    /** Fills the arrays. */
    @Setup(Level.Trial)
    public void fill() {
        kernels = ConvolutionCase.kernels("plain");
        arrays = new ConvolutionCase(shape, density);
    }

    /** Forward pass. */
    @Benchmark
    public void forward() {
        kernels.convolution(arrays.input, arrays.weight, null, arrays.window, arrays.output);
    }

    /** Gradient of the weights alone. */
    @Benchmark
    public void weightGradient() {
        kernels.convolutionBackward(
                arrays.input, arrays.weight, arrays.gradient, arrays.window, null, arrays.weightGradient, null);
    }
}
