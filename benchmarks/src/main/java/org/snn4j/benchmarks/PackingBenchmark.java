package org.snn4j.benchmarks;

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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.snn4j.core.Seeds;
import org.snn4j.core.kernel.PackedRows;

/** What a layer keeps of its input for the backward pass: 40 frames of 48x48 pixels with 64 channels. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 1, time = 1)
@Fork(1)
public class PackingBenchmark {
    private static final int FRAMES = 40;
    private static final int SIDE = 48;
    private static final int CHANNELS = 64;
    private static final double DENSITY = 0.1;
    private static final int POOLED = 4;

    /** What is kept: spikes (a bit each), pooled spikes (a byte each), or any values at the places of spikes (a bit each, and those that are not 0). */
    @Param({"spikes", "pooled", "values"})
    public String kept;

    private final PackedRows rows = new PackedRows();
    private INDArray input;
    private INDArray copy;

    /** Fills the arrays. */
    @Setup(Level.Trial)
    public void fill() {
        RandomGenerator random = new Seeds(1).stream("benchmark");
        long[] shape = {FRAMES, SIDE, SIDE, CHANNELS};
        input = ConvolutionCase.spikes(random, DENSITY, shape);
        switch (kept) {
            case "spikes" -> {}
            case "pooled" -> {
                for (int i = 1; i < POOLED; i++) {
                    input.addi(ConvolutionCase.spikes(random, DENSITY, shape));
                }
                input.divi(POOLED);
            }
            default -> input.muli(NeuronReference.gaussian(random, 0, 1, shape));
        }
        copy = input.ulike();
        rows.pack(input);
    }

    /** Frees the memory. */
    @TearDown(Level.Trial)
    public void close() {
        rows.close();
    }

    /** Keeps. */
    @Benchmark
    public void pack() {
        rows.pack(input);
    }

    /** Gives back. */
    @Benchmark
    public void unpack() {
        rows.unpack(copy);
    }
}
