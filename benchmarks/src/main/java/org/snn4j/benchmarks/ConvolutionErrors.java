package org.snn4j.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;
import org.snn4j.core.kernel.ConvolutionPath;
import org.snn4j.core.kernel.KernelListener;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.kernel.Window;

/**
 * How far single precision lies from double precision in each convolution of a network alone, by the kernel that is chosen and by the others: both are given
 * the spikes that the layer meets in the network, its trained weights and a Gaussian gradient of the output.
 */
final class ConvolutionErrors {
    private static final Window WINDOW = new Window(3, 1, 1);
    private static final List<ConvolutionPath> PATHS =
            List.of(ConvolutionPath.MEASURED, ConvolutionPath.SPARSE, ConvolutionPath.WINOGRAD);

    private final List<Row> rows = new ArrayList<>();
    private final Kernels wide = kernels("nd4j", ConvolutionPath.MEASURED, KernelListener.NONE);

    /**
     * One result.
     *
     * @param layer name of the convolution
     * @param operation one of {@link KernelListener}'s
     * @param kernel what computed it
     * @param chosen whether the network computes it so
     * @param error greatest difference from double precision, of the root mean square of the result
     */
    record Row(String layer, String operation, String kernel, boolean chosen, double error) {}

    /**
     * Writes what all convolutions of a network give to the file {@code convolutions.json}.
     *
     * @param frames [T, N, 2, H, W]
     * @param state trained weights by name
     * @param spikes of all spiking layers by name, [T, N, H, W, C]
     */
    static void write(
            Path folder, Topology topology, INDArray frames, Map<String, INDArray> state, Map<String, INDArray> spikes)
            throws IOException {
        ConvolutionErrors errors = new ConvolutionErrors();
        INDArray input = maps(frames.permute(0, 1, 3, 4, 2).dup('c'));
        int convolutions = 0;
        for (int channels : topology.layers()) {
            if (channels == 0) {
                INDArray pooled = Nd4j.create(input.size(0), input.size(1) / 2, input.size(2) / 2, input.size(3));
                errors.wide.averagePool(input, 2, 2, pooled);
                input = pooled;
                continue;
            }
            convolutions++;
            String layer = "conv" + convolutions;
            errors.add(layer, input, state.get(layer + ".weight"), convolutions > 1);
            input = maps(spikes.get("spike" + convolutions));
        }
        new ObjectMapper().writeValue(folder.resolve("convolutions.json").toFile(), errors.rows);
    }

    private static INDArray maps(INDArray fold) {
        return fold.reshape('c', fold.size(0) * fold.size(1), fold.size(2), fold.size(3), fold.size(4));
    }

    private static Kernels kernels(String name, ConvolutionPath path, KernelListener listener) {
        return KernelSelection.choose(new KernelRequest(Optional.ofNullable(name), path), listener)
                .kernels();
    }

    private void add(String layer, INDArray input, INDArray weight, boolean inputGradient) {
        long[] shape = {input.size(0), input.size(1), input.size(2), weight.size(0)};
        INDArray gradient = NeuronReference.gaussian(new Seeds(1).stream(layer), 0, 1, shape);
        Map<String, INDArray> exact = run(
                wide,
                input.castTo(DataType.DOUBLE),
                weight.castTo(DataType.DOUBLE),
                gradient.castTo(DataType.DOUBLE),
                inputGradient);
        for (ConvolutionPath path : PATHS) {
            Map<String, String> used = new LinkedHashMap<>();
            Kernels kernels = kernels(null, path, (operation, kernel, density) -> used.put(operation, kernel));
            Map<String, INDArray> results = run(kernels, input, weight, gradient, inputGradient);
            results.forEach((operation, result) -> {
                String kernel = used.get(operation);
                if (rows.stream()
                        .noneMatch(row -> row.layer.equals(layer)
                                && row.operation.equals(operation)
                                && row.kernel.equals(kernel))) {
                    boolean chosen = path == ConvolutionPath.MEASURED;
                    rows.add(new Row(layer, operation, kernel, chosen, error(result, exact.get(operation))));
                }
            });
        }
    }

    private static Map<String, INDArray> run(
            Kernels kernels, INDArray input, INDArray weight, INDArray gradient, boolean inputGradient) {
        Map<String, INDArray> results = new LinkedHashMap<>();
        results.put(KernelListener.FORWARD, gradient.ulike());
        results.put(KernelListener.WEIGHT_GRADIENT, weight.ulike());
        if (inputGradient) {
            results.put(KernelListener.INPUT_GRADIENT, input.ulike());
        }
        kernels.convolution(input, weight, null, WINDOW, results.get(KernelListener.FORWARD));
        kernels.convolutionBackward(
                input,
                weight,
                gradient,
                WINDOW,
                results.get(KernelListener.INPUT_GRADIENT),
                results.get(KernelListener.WEIGHT_GRADIENT),
                null);
        return results;
    }

    private static double error(INDArray result, INDArray exact) {
        double scale = exact.norm2Number().doubleValue() / Math.sqrt(exact.length());
        return result.castTo(DataType.DOUBLE).subi(exact).normmaxNumber().doubleValue() / scale;
    }
}
