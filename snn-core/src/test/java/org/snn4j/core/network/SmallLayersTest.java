package org.snn4j.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.Nd4jKernels;
import org.snn4j.core.kernel.Window;
import org.snn4j.core.layer.Connection;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.layer.WeightStart;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.Lif;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.surrogate.Triangle;

/** Layers without neurons, by hand. */
class SmallLayersTest {
    private static final double EXACT = 1e-12;

    private static Network network(InputShape input, int classes, NetworkPlan plan) {
        NeuronModel neurons = new NeuronModel(
                new Lif(Lif.Config.DEFAULTS),
                Firing.DEFAULTS,
                new HardReset(HardReset.Config.DEFAULTS),
                new Triangle(Triangle.Config.DEFAULTS));
        return Network.create(
                (shape, k) -> plan, input, classes, neurons, DataType.DOUBLE, new Seeds(1), new Nd4jKernels());
    }

    private static InputShape target(int steps, int channels, int side) {
        return new InputShape(steps, Map.of(Stream.TARGET, channels), side, side);
    }

    private static double[] logits(Network network, INDArray frames, boolean training) {
        return network.forward(Map.of(Stream.TARGET, frames), training)
                .get(SignalKey.logits(Stream.TARGET))
                .dup('c')
                .data()
                .asDouble();
    }

    /** The mean of each channel, and a dense layer of that name which {@link #identity} makes one that changes nothing. */
    private static NetworkPlan means(NetworkPlan plan, String name, int channels) {
        return plan.add("mean", new NetworkPlan.GlobalPool()).add(name, dense(channels));
    }

    private static void identity(Network network, String layer) {
        INDArray weight = network.state().get(layer + ".weight");
        weight.assign(Nd4j.eye(weight.size(0)));
    }

    private static NetworkPlan.Dense dense(int out) {
        return new NetworkPlan.Dense(out, false, false, WeightStart.UNIFORM_FAN_IN);
    }

    /** Windows 3x3 with stride 2 and one row of padding on a 3x3 map: corners (0,0)-(1,1), (0,1)-(1,2), (1,0)-(2,1), (1,1)-(2,2). */
    @Test
    void maxPoolingTakesTheLargestOfEachWindowInsideTheMap() {
        NetworkPlan plan = new NetworkPlan().add("pool", new NetworkPlan.MaxPool(new Window(3, 2, 1)));
        means(plan, "head", 2);
        INDArray frames = Nd4j.createFromArray(1.0, 2, 3, 4, -5, 6, 7, 8, 0, /**/ -1, -2, -3, -4, -5, -6, -7, -8, -9)
                .reshape(1, 1, 2, 3, 3);
        try (Network network = network(target(1, 2, 3), 2, plan)) {
            identity(network, "head");
            assertThat(logits(network, frames, false))
                    .containsExactly(new double[] {(4 + 6 + 8 + 8) / 4.0, (-1 - 2 - 4 - 5) / 4.0}, within(EXACT));
        }
    }

    @Test
    void votersOfAClassAreConsecutive() {
        NetworkPlan plan = means(new NetworkPlan(), "dense", 4).add("head", new NetworkPlan.Voting(2));
        try (Network network = network(target(1, 4, 1), 2, plan)) {
            identity(network, "dense");
            INDArray frames = Nd4j.createFromArray(1.0, 2, 3, 5).reshape(1, 1, 4, 1, 1);
            assertThat(logits(network, frames, false)).containsExactly(1.5, 4);
        }
    }

    /** Branch a = 2x, shortcut b = x of x = (0.5, 3). */
    @Test
    void connectionsOfABlockFollowTheirFormulas() {
        Map<Connection, double[]> expected = Map.of(
                Connection.ADD, new double[] {1.5, 9},
                Connection.AND, new double[] {0.5, 18},
                Connection.IAND, new double[] {0, -15});
        expected.forEach((connection, values) -> {
            NetworkPlan plan = means(new NetworkPlan(), "shortcut", 2)
                    .add("branch", dense(2))
                    .connection("block", "shortcut", connection)
                    .add("head", dense(2));
            try (Network network = network(target(1, 2, 1), 2, plan)) {
                network.state().get("branch.weight").assign(Nd4j.eye(2).mul(2));
                identity(network, "shortcut");
                identity(network, "head");
                INDArray frames = Nd4j.createFromArray(0.5, 3).reshape(1, 1, 2, 1, 1);
                assertThat(logits(network, frames, true)).as(connection.name()).containsExactly(values, within(EXACT));
            }
        });
    }

    @Test
    void dropoutDropsItsShareInTrainingAloneAndKeepsTheMean() {
        int samples = 4000;
        try (Network network = dropout(0.25)) {
            INDArray ones = Nd4j.ones(DataType.DOUBLE, 1, samples, 2, 1, 1);
            assertThat(logits(network, ones, false)).containsOnly(1);
            double[] dropped = logits(network, ones, true);
            double stays = 1 / 0.75;
            assertThat(dropped).containsOnly(0, stays);
            assertThat(Arrays.stream(dropped).average().orElseThrow()).isEqualTo(1, within(0.03));
        }
    }

    @Test
    void dropoutDrawsAnewInEachPassAndGoesOnWhereItsStateSays() {
        INDArray ones = Nd4j.ones(DataType.DOUBLE, 1, 50, 2, 1, 1);
        try (Network one = dropout(0.5);
                Network other = dropout(0.5)) {
            double[] first = logits(one, ones, true);
            double[] second = logits(one, ones, true);
            assertThat(second).isNotEqualTo(first);
            other.state().get("dropout.passes").assign(1);
            assertThat(logits(other, ones, true)).isEqualTo(second);
        }
    }

    private static Network dropout(double rate) {
        NetworkPlan plan = means(new NetworkPlan(), "dense", 2).add("dropout", new NetworkPlan.Dropout(rate));
        Network network = network(target(1, 2, 1), 2, plan);
        identity(network, "dense");
        return network;
    }

    /** Values 1 and 3 of two steps: mean 2, variance 1, so -1 and 1 before the factors of the steps; weight 3, bias 0.5. */
    @Test
    void temporalEffectiveBatchNormScalesTheStepsOfAMergedBatchNorm() {
        NetworkPlan plan = new NetworkPlan()
                .add(
                        "norm",
                        new NetworkPlan.Norm(
                                Normalization.of(Normalization.Mode.TEMPORAL_EFFECTIVE, Normalization.Running.SHARED)));
        means(plan, "head", 2);
        INDArray frames = Nd4j.createFromArray(1.0, 1, 3, 3).reshape(2, 1, 2, 1, 1);
        try (Network network = network(target(2, 2, 1), 2, plan)) {
            identity(network, "head");
            network.state().get("norm.weight").assign(3);
            network.state().get("norm.bias").assign(0.5);
            network.state().get("norm.step-scale").assign(Nd4j.createFromArray(2.0, 10));
            double deviation = Math.sqrt(1 + 1e-5);
            double low = 2 * (-3 / deviation + 0.5);
            double high = 10 * (3 / deviation + 0.5);
            assertThat(logits(network, frames, true))
                    .containsExactly(new double[] {low, low, high, high}, within(EXACT));
        }
    }

    @Test
    void temporalEffectiveBatchNormStartsAsAMergedOne() {
        INDArray frames = Nd4j.createFromArray(1.0, 5, -2, 3).reshape(2, 1, 2, 1, 1);
        List<double[]> both = List.of(Normalization.Mode.MERGED, Normalization.Mode.TEMPORAL_EFFECTIVE).stream()
                .map(mode -> {
                    NetworkPlan plan = new NetworkPlan()
                            .add("norm", new NetworkPlan.Norm(Normalization.of(mode, Normalization.Running.SHARED)));
                    means(plan, "head", 2);
                    try (Network network = network(target(2, 2, 1), 2, plan)) {
                        return logits(network, frames, true);
                    }
                })
                .toList();
        assertThat(both.get(1)).isEqualTo(both.get(0));
    }

    @Test
    void thresholdDependentBatchNormStartsAtItsScale() {
        NetworkPlan plan = new NdaVgg11(new NdaVgg11.Config(List.of("4"), 0.5, Sharing.SHARED, Sharing.SHARED))
                .plan(target(2, 2, 4), 3);
        try (Network network = network(target(2, 2, 4), 3, plan)) {
            assertThat(network.state().get("spike1.weight").toDoubleVector()).containsOnly(0.5);
            assertThat(network.state().get("conv1.bias").toDoubleVector()).containsOnly(0);
        }
    }

    @Test
    void layersThatDoNotFitSayWhy() {
        NetworkPlan odd = means(new NetworkPlan(), "dense", 3).add("head", new NetworkPlan.Voting(2));
        assertThatThrownBy(() -> network(target(1, 2, 1), 2, odd))
                .hasMessage("layer 'head': 2 voters for each output do not divide 3 features of 1 axes");
    }
}
