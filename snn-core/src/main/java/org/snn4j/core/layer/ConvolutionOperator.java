package org.snn4j.core.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Stream;
import org.snn4j.core.Views;
import org.snn4j.core.kernel.Window;
import org.snn4j.core.kernel.WorkingMemory;

/** Convolution over channels-last feature maps. Weights [out, in, size, size]; one set for all streams, or one per stream. */
final class ConvolutionOperator extends AbstractOperator {
    private final int out;
    private final Window window;
    private final boolean bias;
    private final StreamWeights weights;
    private final WeightStart start;
    /** Inputs of streams with fewer channels than the widest stream, without the padding channels. */
    private final Map<Stream, Arena.Buffer> compactInputs = new EnumMap<>(Stream.class);
    /** The same once more for the backward pass. */
    private final Map<Stream, Arena.Buffer> inputsAgain = new EnumMap<>(Stream.class);

    private final Map<Stream, Arena.Buffer> compactGradients = new EnumMap<>(Stream.class);

    ConvolutionOperator(
            LayerEnvironment environment,
            LayerInput read,
            int out,
            Window window,
            boolean bias,
            Map<Stream, Integer> owners,
            WeightStart start) {
        super(environment, read, outputShape(read.shape(), out, window), values(environment, read), Gradients.OWN);
        this.out = out;
        this.window = window;
        this.bias = bias;
        this.weights = new StreamWeights(owners);
        this.start = start;
        owners.forEach((stream, channels) -> {
            if (channels != inputShape[2]) {
                long[] shape = {inputShape[0], inputShape[1], channels};
                compactInputs.put(stream, environment.arena().buffer(shape));
                inputsAgain.put(stream, environment.arena().buffer(shape));
                compactGradients.put(stream, environment.arena().buffer(shape));
            }
        });
    }

    private static long[] outputShape(long[] in, int out, Window window) {
        return new long[] {window.output(Math.toIntExact(in[0])), window.output(Math.toIntExact(in[1])), out};
    }

    @Override
    public String description() {
        String stride = window.stride() == 1 ? "" : ", stride " + window.stride();
        return "convolution " + window.size() + "x" + window.size() + stride + ", " + out
                + (weights.shared() ? "" : ", one per stream");
    }

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> specs = new ArrayList<>();
        for (Stream stream : owners()) {
            long in = stream == null ? inputShape[2] : weights.owners().get(stream);
            String prefix = stream == null ? "" : stream.label() + ".";
            long area = (long) window.size() * window.size();
            specs.add(start.weight(prefix + "weight", in * area, out * area, out, in, window.size(), window.size()));
            if (bias) {
                specs.add(start.bias(prefix + "bias", in * area, out));
            }
        }
        return specs;
    }

    /** Streams with weights of their own; a single null if they share one set. */
    private List<Stream> owners() {
        if (weights.shared()) {
            List<Stream> shared = new ArrayList<>();
            shared.add(null);
            return shared;
        }
        return Arrays.stream(Stream.values())
                .filter(weights.owners()::containsKey)
                .toList();
    }

    @Override
    void compute(INDArray input, INDArray output) {
        for (StreamWeights.Part part : weights.parts(pass().fold())) {
            INDArray b = bias ? value(part.prefix() + "bias") : null;
            kernels()
                    .convolution(
                            compact(part, input, compactInputs),
                            value(part.prefix() + "weight"),
                            b,
                            window,
                            part.of(output));
        }
    }

    /** The rows of a part of the input, without padding channels. */
    private INDArray compact(StreamWeights.Part part, INDArray input, Map<Stream, Arena.Buffer> buffers) {
        INDArray rows = part.of(input);
        INDArray compact = ofPart(part, buffers);
        return compact == null ? rows : compact.assign(rows.get(channels(part.stream())));
    }

    /** As many rows of the stream's buffer as the part has; null if the stream has none. */
    private static INDArray ofPart(StreamWeights.Part part, Map<Stream, Arena.Buffer> buffers) {
        Arena.Buffer buffer = part.stream() == null ? null : buffers.get(part.stream());
        return buffer == null ? null : Views.rows(buffer.array(), 0, part.rows());
    }

    private INDArrayIndex[] channels(Stream stream) {
        INDArrayIndex all = NDArrayIndex.all();
        return new INDArrayIndex[] {
            all, all, all, NDArrayIndex.interval(0, weights.owners().get(stream))
        };
    }

    @Override
    void computeGradient(INDArray input, INDArray outputGradient, INDArray inputGradient) {
        for (StreamWeights.Part part : weights.parts(pass().fold())) {
            INDArray compact = inputGradient == null ? null : ofPart(part, compactGradients);
            INDArray target = inputGradient == null ? null : compact == null ? part.of(inputGradient) : compact;
            kernels()
                    .convolutionBackward(
                            compact(part, input, inputsAgain),
                            value(part.prefix() + "weight"),
                            part.of(outputGradient),
                            window,
                            target,
                            gradient(part.prefix() + "weight"),
                            bias ? gradient(part.prefix() + "bias") : null);
            if (compact != null) {
                part.of(inputGradient).assign(0);
                part.of(inputGradient).get(channels(part.stream())).assign(target);
            }
        }
        for (String prefix : weights.absentPrefixes(pass().fold())) {
            gradient(prefix + "weight").assign(0);
            if (bias) {
                gradient(prefix + "bias").assign(0);
            }
        }
    }

    @Override
    public WorkingMemory expectedWorkingMemory(int streams, int steps, int samples) {
        long rows = (long) (weights.shared() ? streams : 1) * steps * samples;
        long[] input = {rows, inputShape[0], inputShape[1], inputShape[2]};
        return kernels().convolutionMemory(environment.precision(), input, out, window);
    }

    @Override
    public List<Arena.Claim> claims(Turn turn) {
        List<Arena.Claim> claims = super.claims(turn);
        compactInputs.values().forEach(buffer -> claims.add(buffer.during(turn.forward(), turn.forward())));
        if (turn.training()) {
            inputsAgain.values().forEach(buffer -> claims.add(buffer.during(turn.backward(), turn.backward())));
            compactGradients.values().forEach(buffer -> claims.add(buffer.during(turn.backward(), turn.backward())));
        }
        return claims;
    }
}
