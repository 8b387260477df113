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
import org.snn4j.core.Seeds;

/** Input gradients of convolutions where 30 % of the neurons in front are inside the surrogate's support, and only theirs are computed: what the
 * network leaves to tiles, which compute all of them (see {@link InputGradientBenchmark}). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 1, time = 1)
@Fork(1)
public class MaskedInputGradientBenchmark {
    private static final double SUPPORT = 0.3;

    /** Channels in, channels out, side of the map, size and stride of the window. */
    @Param({"128>256@24 3/1", "64>128@48 3/1", "512>512@12 3/1"})
    public String shape;

    private MaskedRows rows;

    /** Fills the arrays. */
    @Setup(Level.Trial)
    public void fill() {
        ConvolutionCase arrays = new ConvolutionCase(shape, 1);
        long[] map = arrays.input.shape();
        rows = new MaskedRows(arrays, ConvolutionCase.spikes(new Seeds(1).stream("mask"), SUPPORT, map));
    }

    /** Gradient of the input inside the support. */
    @Benchmark
    public float[] inputGradient() {
        return rows.inputGradient();
    }
}
