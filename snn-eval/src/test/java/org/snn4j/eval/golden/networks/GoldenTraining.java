package org.snn4j.eval.golden.networks;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.snn4j.core.Parameters;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.layer.LayerListener;
import org.snn4j.core.network.InputShape;
import org.snn4j.core.network.Network;
import org.snn4j.core.network.NetworkSpec;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.optimize.Optimizer;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.transfer.Mixture;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.method.MethodValue;
import org.snn4j.transfer.method.TransferMethod;
import org.snn4j.transfer.objective.Objective;
import org.snn4j.transfer.train.TrainingStep;

/**
 * A case's network with the case's weights, trained on the case's frames; compares by published name and in published axes.
 *
 * <p>Published: frames [B, T, C, H, W], dense weights [out, C*H*W]. Ours: frames [T, N, C, H, W], feature maps and input gradients [T, N, H, W, C],
 * dense weights [out, H*W*C].
 */
final class GoldenTraining implements AutoCloseable {
    /** Tolerances of one array of the case. */
    interface Tolerance {
        void compare(String array, INDArray got);
    }

    private final GoldenCase golden;
    private final PublishedNetwork published;
    private final DataType precision;
    private final Network network;
    private final TrainingStep step;
    private final Map<Stream, INDArray> frames = new EnumMap<>(Stream.class);
    private final int[] labels;

    /** @param arrays name of each stream's frames in the case */
    GoldenTraining(
            GoldenCase golden,
            PublishedNetwork published,
            Map<Stream, String> arrays,
            TransferMethod method,
            Optimizer optimizer,
            DataType precision,
            Kernels kernels) {
        this.golden = golden;
        this.published = published;
        this.precision = precision;
        this.labels = golden.array("in_label").ints();
        arrays.forEach((stream, array) ->
                frames.put(stream, stepsFirst(golden.array(array).nd(precision))));
        int classes = golden.parameter("classes").asInt();
        this.network = Network.create(new NetworkSpec(
                published.architecture(),
                inputShape(),
                classes,
                published.neurons(),
                precision,
                new Seeds(0),
                kernels,
                true,
                LayerListener.NONE));
        load();
        this.step = new TrainingStep(network, method, optimizer, new Seeds(0));
    }

    private InputShape inputShape() {
        Map<Stream, Integer> channels = new EnumMap<>(Stream.class);
        frames.forEach((stream, array) -> channels.put(stream, (int) array.size(2)));
        INDArray any = frames.get(Stream.TARGET);
        return new InputShape((int) any.size(0), channels, (int) any.size(3), (int) any.size(4));
    }

    /** Every parameter and, where the case has them, every statistic; a parameter of ours that the case does not set is an error. */
    private void load() {
        Map<String, INDArray> state = network.state();
        Set<String> unset = new LinkedHashSet<>(network.gradients().keySet());
        published.names().forEach((theirs, ours) -> {
            String array = golden.has("par0." + theirs) ? "par0." + theirs : "buf0." + theirs;
            if (golden.has(array)) {
                state.get(ours).assign(toOurs(ours, golden.array(array).nd(precision)));
                unset.remove(ours);
            }
        });
        if (!unset.isEmpty()) {
            throw new AssertionError(golden + ": parameters that the case does not set: " + unset);
        }
    }

    /** [B, T, ...] to [T, B, ...]. */
    static INDArray stepsFirst(INDArray batchFirst) {
        int[] axes = new int[batchFirst.rank()];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = i < 2 ? 1 - i : i;
        }
        return batchFirst.permute(axes).dup('c');
    }

    private INDArray toOurs(String name, INDArray weight) {
        Long channels = published.maps().get(name);
        return channels == null ? weight : swapMapAxes(weight, channels, weight.size(1) / channels);
    }

    private INDArray toPublished(String name, INDArray weight) {
        Long channels = published.maps().get(name);
        return channels == null ? weight : swapMapAxes(weight, weight.size(1) / channels, channels);
    }

    /** [out, a*b] to [out, b*a]. */
    private static INDArray swapMapAxes(INDArray weight, long a, long b) {
        return weight.dup('c')
                .reshape('c', weight.size(0), a, b)
                .permute(0, 2, 1)
                .dup('c')
                .reshape('c', weight.shape());
    }

    Network network() {
        return network;
    }

    Map<Stream, INDArray> frames() {
        return frames;
    }

    /** The objectives' own parameters, live. */
    Map<String, INDArray> objectiveParameters() {
        return step.objectiveParameters();
    }

    /** Forward and backward pass, nothing replaced by the step itself. */
    MethodValue differentiate(Mixture mixture) {
        return step.differentiate(frames, labels, mixture, new Progress(0, 1, 0, 1));
    }

    void update(double rate) {
        step.update(rate);
    }

    /** Value of one objective on the signals of the last pass. */
    double valueOf(Objective objective) {
        return objective
                .evaluate(step.input(), new Parameters(objectiveParameters()))
                .value();
    }

    /** A signal of the last training pass: feature maps as [T, B, C, H, W], maps of one pixel as [T, B, C]. */
    INDArray signal(Stream stream, String name) {
        INDArray signal = step.input().signals().get(new SignalKey(stream, name));
        if (signal.rank() == 5 && signal.size(2) * signal.size(3) == 1) {
            return signal.reshape('c', signal.size(0), signal.size(1), signal.size(4));
        }
        return signal.rank() == 5 ? signal.permute(0, 1, 4, 2, 3).dup('c') : signal;
    }

    /** The case's arrays {@code grad.*} against the gradients of the last backward pass. */
    void compareGradients(Tolerance tolerance) {
        Map<String, INDArray> gradients = network.gradients();
        published.names().forEach((theirs, ours) -> {
            if (golden.has("grad." + theirs)) {
                tolerance.compare("grad." + theirs, toPublished(ours, gradients.get(ours)));
            }
        });
    }

    /** The case's arrays {@code prefix*} against parameters or statistics as they are now. */
    void compareState(String prefix, Tolerance tolerance) {
        Map<String, INDArray> state = network.state();
        published.names().forEach((theirs, ours) -> {
            if (golden.has(prefix + theirs)) {
                tolerance.compare(prefix + theirs, toPublished(ours, state.get(ours)));
            }
        });
    }

    /** d loss / d frames of a stream in the case's axes [B, T, C, H, W]. */
    void compareInputGradient(Stream stream, String array) {
        INDArray gradient = network.inputGradient(stream);
        INDArray own = gradient.get(
                NDArrayIndex.all(),
                NDArrayIndex.all(),
                NDArrayIndex.all(),
                NDArrayIndex.all(),
                NDArrayIndex.interval(0, frames.get(stream).size(2)));
        GoldenAssert.close(golden, array, own.permute(1, 0, 4, 2, 3).dup('c'));
    }

    /** Logits [T, B, K] of the event stream alone with running statistics. */
    INDArray evaluate() {
        return network.forward(Map.of(Stream.TARGET, frames.get(Stream.TARGET)), false)
                .get(SignalKey.logits(Stream.TARGET))
                .dup();
    }

    @Override
    public void close() {
        network.close();
    }
}
