package org.snn4j.core.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Views;
import org.snn4j.core.kernel.Window;

/**
 * Largest value of each window; windows may overlap, and what lies outside the map does not count. Of equal values the first one, row by row, gets the
 * gradient, as in PyTorch.
 */
final class MaxPoolingOperator extends AbstractOperator {
    private final Window window;
    private final int height;
    private final int width;
    private final int channels;

    MaxPoolingOperator(LayerEnvironment environment, LayerInput read, Window window) {
        super(environment, read, outputShape(read.shape(), window), values(environment, read), Gradients.OWN);
        this.window = window;
        this.height = Math.toIntExact(inputShape[0]);
        this.width = Math.toIntExact(inputShape[1]);
        this.channels = Math.toIntExact(inputShape[2]);
    }

    private static long[] outputShape(long[] in, Window window) {
        if (2 * window.padding() > window.size()) {
            throw new IllegalArgumentException(
                    "a padding of " + window.padding() + " leaves windows of " + window.size() + " empty");
        }
        return new long[] {window.output(Math.toIntExact(in[0])), window.output(Math.toIntExact(in[1])), in[2]};
    }

    @Override
    public String description() {
        return "max pooling " + window.size() + "x" + window.size() + ", stride " + window.stride();
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of();
    }

    @Override
    void compute(INDArray input, INDArray out) {
        for (int row = 0; row < input.size(0); row++) {
            double[] values = values(input, row);
            int[] places = places(values);
            double[] largest = new double[places.length];
            for (int i = 0; i < places.length; i++) {
                largest[i] = values[places[i]];
            }
            assign(out, row, largest);
        }
    }

    @Override
    void computeGradient(INDArray input, INDArray outputGradient, INDArray inputGradient) {
        if (inputGradient == null) {
            return;
        }
        for (int row = 0; row < input.size(0); row++) {
            int[] places = places(values(input, row));
            double[] upstream = values(outputGradient, row);
            double[] gradient = new double[height * width * channels];
            for (int i = 0; i < places.length; i++) {
                gradient[places[i]] += upstream[i];
            }
            assign(inputGradient, row, gradient);
        }
    }

    private static double[] values(INDArray rows, int row) {
        return Views.at(rows, row).dup('c').data().asDouble();
    }

    private static void assign(INDArray rows, int row, double[] values) {
        INDArray target = Views.at(rows, row);
        target.assign(Nd4j.createFromArray(values).castTo(rows.dataType()).reshape('c', target.shape()));
    }

    /** Where the largest value of each window and channel lies. */
    private int[] places(double[] values) {
        long[] shape = outputShape();
        int[] places = new int[Math.toIntExact(length(shape))];
        int i = 0;
        for (int y = 0; y < shape[0]; y++) {
            for (int x = 0; x < shape[1]; x++) {
                for (int c = 0; c < channels; c++) {
                    places[i++] = place(
                            values, y * window.stride() - window.padding(), x * window.stride() - window.padding(), c);
                }
            }
        }
        return places;
    }

    private int place(double[] values, int top, int left, int channel) {
        int best = -1;
        for (int y = Math.max(0, top); y < Math.min(height, top + window.size()); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + window.size()); x++) {
                int at = (y * width + x) * channels + channel;
                best = best < 0 || values[at] > values[best] ? at : best;
            }
        }
        return best;
    }
}
