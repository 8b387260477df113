package org.snn4j.core.inject;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import java.util.List;
import org.snn4j.core.Stream;
import org.snn4j.core.network.Architecture;
import org.snn4j.core.network.ConvSnn;
import org.snn4j.core.network.He2024NMnist;
import org.snn4j.core.network.He2024ResNet18;
import org.snn4j.core.network.He2024Scnn;
import org.snn4j.core.network.He2024Vgg;
import org.snn4j.core.network.NdaVgg11;
import org.snn4j.core.network.R2etlVggPooled;
import org.snn4j.core.network.R2etlVggStrided;
import org.snn4j.core.network.SewResNet18;
import org.snn4j.core.network.TetVgg;
import org.snn4j.core.neuron.AdaptiveLif;
import org.snn4j.core.neuron.CurrentLif;
import org.snn4j.core.neuron.DecayLif;
import org.snn4j.core.neuron.DelayedReset;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.IfNeuron;
import org.snn4j.core.neuron.Lif;
import org.snn4j.core.neuron.Neuron;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.NoReset;
import org.snn4j.core.neuron.ParallelNeuron;
import org.snn4j.core.neuron.Plif;
import org.snn4j.core.neuron.ReluNeuron;
import org.snn4j.core.neuron.Reset;
import org.snn4j.core.neuron.SoftReset;
import org.snn4j.core.neuron.ThresholdLif;
import org.snn4j.core.optimize.Adam;
import org.snn4j.core.optimize.AdamW;
import org.snn4j.core.optimize.ConstantRate;
import org.snn4j.core.optimize.CosineRate;
import org.snn4j.core.optimize.LearningRateSchedule;
import org.snn4j.core.optimize.Optimizer;
import org.snn4j.core.optimize.Sgd;
import org.snn4j.core.optimize.StepRate;
import org.snn4j.core.surrogate.ArcTan;
import org.snn4j.core.surrogate.Erf;
import org.snn4j.core.surrogate.FastSigmoid;
import org.snn4j.core.surrogate.LeakyKRelu;
import org.snn4j.core.surrogate.LogTailedRelu;
import org.snn4j.core.surrogate.PiecewiseExponential;
import org.snn4j.core.surrogate.PiecewiseLeakyRelu;
import org.snn4j.core.surrogate.PiecewiseQuadratic;
import org.snn4j.core.surrogate.QPseudoSpike;
import org.snn4j.core.surrogate.Rectangle;
import org.snn4j.core.surrogate.Relu;
import org.snn4j.core.surrogate.S2nn;
import org.snn4j.core.surrogate.Sigmoid;
import org.snn4j.core.surrogate.SoftSign;
import org.snn4j.core.surrogate.SquareWaveFourier;
import org.snn4j.core.surrogate.StraightThrough;
import org.snn4j.core.surrogate.SurrogateGradient;
import org.snn4j.core.surrogate.Triangle;
import org.snn4j.core.surrogate.TriangleGamma;

/** Components and sections of snn-core. */
public final class CorePlugin extends ComponentPlugin {
    @Override
    protected void configure() {
        section("network", Architecture.class);
        section("neuron", Neuron.class);
        settings("firing", Firing.class);
        section("reset", Reset.class);
        section("surrogate", SurrogateGradient.class);
        value("streams", new TypeLiteral<List<Stream>>() {})
                .orElse(List.of(Stream.SOURCE, Stream.TARGET))
                .perPhase();
        section("optimizer", Optimizer.class).perPhase();
        section("schedule", LearningRateSchedule.class).perPhase();

        neurons();
        surrogates();
        optimizers();
        architectures();
        collaborators(new Neurons());
    }

    private void architectures() {
        slot(Architecture.class)
                .add("conv-snn", ConvSnn.class)
                .add("he2024-vgg", He2024Vgg.class)
                .add("he2024-resnet18", He2024ResNet18.class)
                .add("he2024-scnn", He2024Scnn.class)
                .add("he2024-n-mnist", He2024NMnist.class)
                .add("r2etl-vgg-pooled", R2etlVggPooled.class)
                .add("r2etl-vgg-strided", R2etlVggStrided.class)
                .add("tet-vgg", TetVgg.class)
                .add("nda-vgg11", NdaVgg11.class)
                .add("sew-resnet18", SewResNet18.class);
    }

    private void neurons() {
        slot(Neuron.class)
                .add("if", IfNeuron.class)
                .add("lif", Lif.class)
                .add("decay-lif", DecayLif.class)
                .add("plif", Plif.class)
                .add("adaptive-lif", AdaptiveLif.class)
                .add("current-lif", CurrentLif.class)
                .add("threshold-lif", ThresholdLif.class)
                .add("parallel", ParallelNeuron.class)
                .add("relu", ReluNeuron.class);
        slot(Reset.class)
                .add("hard", HardReset.class)
                .add("soft", SoftReset.class)
                .add("delayed", DelayedReset.class)
                .add("none", NoReset.class);
    }

    private void surrogates() {
        slot(SurrogateGradient.class)
                .add("triangle", Triangle.class)
                .add("triangle-gamma", TriangleGamma.class)
                .add("piecewise-quadratic", PiecewiseQuadratic.class)
                .add("rectangle", Rectangle.class)
                .add("arctan", ArcTan.class)
                .add("sigmoid", Sigmoid.class)
                .add("erf", Erf.class)
                .add("piecewise-exponential", PiecewiseExponential.class)
                .add("soft-sign", SoftSign.class)
                .add("fast-sigmoid", FastSigmoid.class)
                .add("straight-through", StraightThrough.class)
                .add("relu", Relu.class)
                .add("leaky-k-relu", LeakyKRelu.class)
                .add("piecewise-leaky-relu", PiecewiseLeakyRelu.class)
                .add("log-tailed-relu", LogTailedRelu.class)
                .add("square-wave-fourier", SquareWaveFourier.class)
                .add("s2nn", S2nn.class)
                .add("q-pseudo-spike", QPseudoSpike.class);
    }

    private void optimizers() {
        slot(Optimizer.class).add("adam", Adam.class).add("adamw", AdamW.class).add("sgd", Sgd.class);
        slot(LearningRateSchedule.class)
                .add("constant", ConstantRate.class)
                .add("cosine", CosineRate.class)
                .add("step", StepRate.class);
    }

    /** Puts the four choices of a spiking neuron together. */
    private static final class Neurons extends AbstractModule {
        @Provides
        @Singleton
        NeuronModel model(Neuron neuron, Firing firing, Reset reset, SurrogateGradient surrogate) {
            return new NeuronModel(neuron, firing, reset, surrogate);
        }
    }
}
