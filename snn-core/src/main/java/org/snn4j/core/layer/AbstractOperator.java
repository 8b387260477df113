package org.snn4j.core.layer;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.kernel.Kernels;

/** Buffers, bound parameters and the output tap that all operators have. */
abstract class AbstractOperator implements LayerOperator {
    final LayerEnvironment environment;
    final long[] inputShape;
    private final boolean passesGradient;
    private final long[] outputShape;
    private final RowBuffer output;
    private final RowBuffer inputGradient;
    private final RowBuffer tappedGradient;
    private final Tap outputTap = new Tap();
    private Map<String, INDArray> values;
    private Map<String, INDArray> gradients;
    private INDArray input;
    private INDArray lastInputGradient;

    /** @param passesGradient false for a first layer whose input gradient nobody reads */
    AbstractOperator(LayerEnvironment environment, long[] inputShape, long[] outputShape, boolean passesGradient) {
        this.environment = environment;
        this.inputShape = inputShape.clone();
        this.outputShape = outputShape.clone();
        this.passesGradient = passesGradient;
        this.output = new RowBuffer(environment.precision(), outputShape);
        this.inputGradient = new RowBuffer(environment.precision(), inputShape);
        this.tappedGradient = new RowBuffer(environment.precision(), outputShape);
    }

    @Override
    public final long[] outputShape() {
        return outputShape.clone();
    }

    @Override
    public final void bind(Map<String, INDArray> values, Map<String, INDArray> gradients) {
        this.values = values;
        this.gradients = gradients;
    }

    @Override
    public final Map<String, INDArray> gradients() {
        return gradients;
    }

    @Override
    public final INDArray forward(INDArray input) {
        this.input = input;
        int rows = Math.toIntExact(input.size(0));
        INDArray out = output.rows(rows);
        compute(input, out);
        outputTap.publish(out);
        return out;
    }

    @Override
    public final INDArray backward(INDArray outputGradient) {
        int rows = Math.toIntExact(input.size(0));
        INDArray total = outputGradient;
        if (outputTap.hasGradient()) {
            total = tappedGradient.rows(rows);
            total.assign(outputGradient);
            outputTap.addGradientsTo(total);
        }
        lastInputGradient = passesGradient ? inputGradient.rows(rows) : null;
        computeGradient(input, total, lastInputGradient);
        return lastInputGradient;
    }

    @Override
    public final INDArray inputGradient() {
        return lastInputGradient;
    }

    /** Writes the output. */
    abstract void compute(INDArray input, INDArray out);

    /** Writes the parameters' gradients and, unless it is null, the input's. */
    abstract void computeGradient(INDArray input, INDArray outputGradient, INDArray inputGradient);

    @Override
    public Tap tap(Tap.Quantity quantity) {
        if (quantity != Tap.Quantity.OUTPUT) {
            throw new IllegalArgumentException(description() + " has no membrane potential");
        }
        return outputTap;
    }

    final INDArray value(String name) {
        return values.get(name);
    }

    final Map<String, INDArray> values() {
        return values;
    }

    final INDArray gradient(String name) {
        return gradients.get(name);
    }

    final Kernels kernels() {
        return environment.kernels();
    }

    final Pass pass() {
        return environment.pass();
    }

    @Override
    public long memory(long rows) {
        long tapped = outputTap.wanted() ? length(outputShape) : 0;
        long perRow = length(outputShape) + tapped + (passesGradient ? length(inputShape) : 0);
        return rows * perRow * environment.precision().width();
    }

    static long length(long[] shape) {
        long length = 1;
        for (long side : shape) {
            length *= side;
        }
        return length;
    }

    @Override
    public void close() {
        output.close();
        inputGradient.close();
        tappedGradient.close();
    }
}
