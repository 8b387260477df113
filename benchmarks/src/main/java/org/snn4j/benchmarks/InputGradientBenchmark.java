package org.snn4j.benchmarks;

import java.util.concurrent.TimeUnit;
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
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.kernel.Window;

/**
 * Input gradients of convolutions with stride 1, alone: that gradient is itself a convolution, of the output gradient with the turned weights, and goes
 * through the same kernel.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 1, time = 1)
@Fork(1)
public class InputGradientBenchmark {
    private static final String DENSE = "dense";

    /** Channels in, channels out, side of the map, size and stride of the window. */
    @Param({"128>256@24 3/1", "64>128@48 3/1", "512>512@12 3/1", "64>64@24 5/1"})
    public String shape;

    /** chosen: as a network runs; dense: ND4J's conv2d on whole arrays with all native threads. Both compute the gradient of all inputs. */
    @Param({"chosen", DENSE})
    public String by;

    private Kernels kernels;
    private ConvolutionCase arrays;
    private INDArray turned;
    private Window back;

    /** Fills the arrays. */
    @Setup(Level.Trial)
    public void fill() {
        kernels = by.equals(DENSE) ? null : ConvolutionCase.kernels(by);
        arrays = new ConvolutionCase(shape, 1);
        turned = arrays.turned();
        back = new Window(arrays.window.size(), 1, arrays.window.size() - 1 - arrays.window.padding());
    }

    /** Gradient of the input. */
    @Benchmark
    public void inputGradient() {
        if (kernels == null) {
            WholeOperations.convolution(arrays.gradient, turned, back, arrays.inputGradient);
        } else {
            kernels.convolution(arrays.gradient, turned, null, back, arrays.inputGradient);
        }
    }
}
