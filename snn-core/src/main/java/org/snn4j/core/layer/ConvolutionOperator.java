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
import org.snn4j.core.kernel.Window;

/** Convolution over channels-last feature maps. Weights [out, in, size, size]; one set for all streams, or one per stream. */
final class ConvolutionOperator extends AbstractOperator {
    /** Copies of the weight gradient that the kernels may hold at a time. */
    private static final int PARTIAL_GRADIENTS = 9;

    private final int out;
    private final Window window;
    private final boolean bias;
    private final StreamWeights weights;
    private final WeightStart start;
    /** Inputs of streams with fewer channels than the widest stream, without the padding channels. */
    private final Map<Stream, RowBuffer> compactInputs = new EnumMap<>(Stream.class);

    private final Map<Stream, RowBuffer> compactGradients = new EnumMap<>(Stream.class);

    ConvolutionOperator(
            LayerEnvironment environment,
            long[] inputShape,
            int out,
            Window window,
            boolean bias,
            Map<Stream, Integer> owners,
            WeightStart start,
            boolean passesGradient) {
        super(environment, inputShape, outputShape(inputShape, out, window), passesGradient);
        this.out = out;
        this.window = window;
        this.bias = bias;
        this.weights = new StreamWeights(owners);
        this.start = start;
        owners.forEach((stream, channels) -> {
            if (channels != inputShape[2]) {
                compactInputs.put(
                        stream, new RowBuffer(environment.precision(), inputShape[0], inputShape[1], channels));
                compactGradients.put(
                        stream, new RowBuffer(environment.precision(), inputShape[0], inputShape[1], channels));
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
                specs.add(WeightStart.bias(prefix + "bias", in * area, out));
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
            kernels().convolution(compact(part, input), value(part.prefix() + "weight"), b, window, part.of(output));
        }
    }

    private INDArray compact(StreamWeights.Part part, INDArray input) {
        INDArray rows = part.of(input);
        RowBuffer buffer = part.stream() == null ? null : compactInputs.get(part.stream());
        return buffer == null ? rows : buffer.rows(part.rows()).assign(rows.get(channels(part.stream())));
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
            RowBuffer compact = part.stream() == null ? null : compactGradients.get(part.stream());
            INDArray target =
                    inputGradient == null ? null : compact == null ? part.of(inputGradient) : compact.rows(part.rows());
            kernels()
                    .convolutionBackward(
                            compact(part, input),
                            value(part.prefix() + "weight"),
                            part.of(outputGradient),
                            window,
                            target,
                            gradient(part.prefix() + "weight"),
                            bias ? gradient(part.prefix() + "bias") : null);
            if (target != null && compact != null) {
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
    public long memory(long rows) {
        long compact = 0;
        for (RowBuffer buffer : compactInputs.values()) {
            compact += 2 * rows * length(buffer.rowShape());
        }
        long weightValues =
                parameters().stream().mapToLong(ParameterSpec::length).sum();
        return super.memory(rows)
                + (compact + PARTIAL_GRADIENTS * weightValues)
                        * environment.precision().width();
    }

    @Override
    public void close() {
        super.close();
        compactInputs.values().forEach(RowBuffer::close);
        compactGradients.values().forEach(RowBuffer::close);
    }
}
