package org.snn4j.core.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.kernel.PackedRows;

/** Buffers, bound parameters and the output tap that all operators have. */
abstract class AbstractOperator implements LayerOperator {
    final LayerEnvironment environment;
    final long[] inputShape;
    private final LayerInput read;
    private final InputUse inputUse;
    private final long[] outputShape;
    private final Arena.Buffer output;
    private final Arena.Buffer inputGradient;
    /** Null unless the input is packed. */
    private final Arena.Buffer unpacked;

    private final PackedRows packed = new PackedRows();
    private final Gradients gradientsWanted;
    private final Tap outputTap = new Tap();
    private Map<String, INDArray> values;
    private Map<String, INDArray> gradients;
    private INDArray input;
    private INDArray lastInputGradient;
    /** Of the pass at work. */
    private Gradients gradientPlace = Gradients.NOWHERE;

    private boolean handsOn;

    /** What the backward pass needs of the input. */
    enum InputUse {
        /** Nothing. */
        NONE,
        /** Its values: a packed copy is kept. */
        PACKED,
        /** Its values: the array itself is kept. */
        KEPT
    }

    /** Where the gradient of the input goes. */
    enum Gradients {
        /** Nobody reads it. */
        NOWHERE,
        /** To an array of its own. */
        OWN,
        /** To the array of the output gradient. */
        IN_PLACE
    }

    AbstractOperator(
            LayerEnvironment environment, LayerInput read, long[] outputShape, InputUse inputUse, Gradients gradients) {
        this.environment = environment;
        this.read = read;
        this.inputShape = read.shape();
        this.outputShape = outputShape.clone();
        this.inputUse = inputUse;
        this.gradientsWanted = read.wantsGradient() ? gradients : Gradients.NOWHERE;
        this.output = environment.arena().buffer(outputShape);
        this.inputGradient = environment.arena().buffer(inputShape);
        this.unpacked = inputUse == InputUse.PACKED ? environment.arena().buffer(inputShape) : null;
    }

    /** How a layer that needs the values of its input keeps them. */
    static InputUse values(LayerEnvironment environment, LayerInput read) {
        return environment.packs() && read.packable() ? InputUse.PACKED : InputUse.KEPT;
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
        this.input = inputUse == InputUse.KEPT ? input : null;
        gradientPlace = gradientPlace();
        handsOn = givesOutputInPlace();
        INDArray out = handsOn ? input : output().array();
        if (!handsOn) {
            compute(input, out);
        }
        if (inputUse == InputUse.PACKED && pass().training()) {
            packed.pack(input);
        }
        outputTap.publish(outputTap.wanted() ? out : null);
        return out;
    }

    @Override
    public final INDArray backward(INDArray outputGradient) {
        outputTap.addGradientsTo(outputGradient);
        if (inputUse == InputUse.PACKED) {
            input = unpacked.array();
            packed.unpack(input);
        }
        lastInputGradient = switch (gradientPlace) {
            case NOWHERE -> null;
            case OWN -> inputGradient.array();
            case IN_PLACE -> outputGradient;
        };
        if (!handsOn) {
            computeGradient(input, outputGradient, lastInputGradient);
        }
        return lastInputGradient;
    }

    /** Where the passes to come write their output. */
    Arena.Buffer output() {
        return output;
    }

    /** Where the input gradient goes in the passes to come. */
    Gradients gradientPlace() {
        return gradientsWanted;
    }

    @Override
    public final INDArray inputGradient() {
        return lastInputGradient;
    }

    /** Writes the output. */
    abstract void compute(INDArray input, INDArray out);

    /**
     * Writes the parameters' gradients and, unless it is null, the input's.
     *
     * @param input null if this operator has no use for it
     * @param inputGradient the array of {@code outputGradient} for an operator that works in place
     */
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
    public final boolean keepsInput() {
        return inputUse == InputUse.KEPT;
    }

    @Override
    public boolean givesOutputInPlace() {
        return false;
    }

    @Override
    public final boolean givesGradientInPlace() {
        return gradientPlace() == Gradients.IN_PLACE;
    }

    @Override
    public List<Arena.Claim> claims(Turn turn) {
        List<Arena.Claim> claims = new ArrayList<>();
        if (!givesOutputInPlace()) {
            claims.add(output().during(turn.forward(), outputTap.wanted() ? turn.end() : turn.outputEnd()));
        }
        if (turn.training()) {
            if (gradientPlace() == Gradients.OWN) {
                claims.add(inputGradient.during(turn.backward(), turn.gradientEnd()));
            }
            if (unpacked != null) {
                claims.add(unpacked.during(turn.backward(), turn.backward()));
            }
        }
        return claims;
    }

    @Override
    public final long packedBytes() {
        return packed.bytes();
    }

    @Override
    public final long expectedPackedBytes(long rows) {
        if (inputUse != InputUse.PACKED) {
            return 0;
        }
        long values = rows * length(inputShape);
        return read.levels() == 2
                ? PackedRows.spikeBytes(values)
                : PackedRows.spikeBytes(values) + PackedRows.codeBytes(values);
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
        packed.close();
    }
}
