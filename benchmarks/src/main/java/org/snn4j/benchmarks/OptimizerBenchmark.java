package org.snn4j.benchmarks;

import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.snn4j.core.Seeds;
import org.snn4j.core.optimize.Adam;

/** Adam on ten million parameters, as many as VGG-SNN has. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 1, time = 1)
@Fork(1)
public class OptimizerBenchmark {
    private static final int PARAMETERS = 10_000_000;
    private static final double RATE = 1e-3;

    private final Adam adam = new Adam(Adam.Config.DEFAULTS);
    private INDArray gradient;
    private INDArray state;
    private long step;

    /** Fills the arrays. */
    @Setup(Level.Trial)
    public void fill() {
        gradient = NeuronReference.gaussian(new Seeds(1).stream("benchmark"), 0, 1, PARAMETERS);
        state = Nd4j.create(adam.statesPerValue(), PARAMETERS);
    }

    /** The gradient becomes the update. */
    @Benchmark
    public void update() {
        adam.updatei(gradient, state, RATE, step++);
    }
}
