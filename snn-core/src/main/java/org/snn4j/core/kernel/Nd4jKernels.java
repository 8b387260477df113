package org.snn4j.core.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Sums;
import org.snn4j.core.TimeFold;
import org.snn4j.core.Views;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.Population;

/**
 * Every kernel as ND4J operations: any backend, single or double precision, any neuron. On a processor, what an operation sums up does not depend on
 * the number of threads: {@link ChunkedOperations}, {@link ColumnSums}.
 */
public final class Nd4jKernels implements Kernels {
    private static final int CHANNELS_LAST = 1;

    private final ChunkedOperations chunked = new ChunkedOperations();
    private final Function<NeuronModel, Population> populations;

    public Nd4jKernels() {
        this(Population::new);
    }

    /** @param populations the neurons of a model */
    Nd4jKernels(Function<NeuronModel, Population> populations) {
        this.populations = populations;
    }

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public String description() {
        return "ND4J operations for everything";
    }

    /** Copies of input, output and weights in the operation's own order, gradients that nobody reads, and parts of those of the weights. */
    @Override
    public WorkingMemory convolutionMemory(DataType type, long[] input, int out, Window window) {
        long pixels = input[0] * window.output(Math.toIntExact(input[1])) * window.output(Math.toIntExact(input[2]));
        long weights = input[3] * out * window.size() * window.size();
        long values = 2 * input[0] * input[1] * input[2] * input[3]
                + pixels * out
                + weights
                + ChunkedOperations.gradientValues(input, weights, window);
        return new WorkingMemory(values * type.width(), 0);
    }

    /** The gradient of the weights, before it is copied to its place. */
    @Override
    public WorkingMemory denseMemory(DataType type, long rows, long in, long out) {
        return new WorkingMemory(in * out * type.width(), 0);
    }

    /** The normalised current; of one stream what it did and its gradients, and what one step leaves. */
    @Override
    public WorkingMemory neuronsMemory(DataType type, long values, int streams, int steps) {
        long stream = values / streams;
        long whole = values + Population.ARRAYS * stream + Population.ARRAYS_OF_A_STEP * (stream / steps);
        return new WorkingMemory(whole * type.width(), 0);
    }

    @Override
    public void convolution(INDArray input, INDArray weight, INDArray bias, Window window, INDArray out) {
        chunked.convolution(input, weight, bias, window, out);
    }

    @Override
    public void convolutionBackward(
            INDArray input,
            INDArray weight,
            INDArray outGradient,
            Window window,
            INDArray inputGradient,
            INDArray weightGradient,
            INDArray biasGradient) {
        chunked.convolutionBackward(input, weight, outGradient, window, inputGradient, weightGradient, biasGradient);
    }

    @Override
    public void dense(INDArray input, INDArray weight, INDArray bias, INDArray out) {
        chunked.dense(input, weight, bias, out);
    }

    @Override
    public void denseBackward(
            INDArray input,
            INDArray weight,
            INDArray outGradient,
            INDArray inputGradient,
            INDArray weightGradient,
            INDArray biasGradient) {
        if (inputGradient != null) {
            chunked.denseInputGradient(weight, outGradient, inputGradient);
        }
        chunked.denseWeightGradient(input, outGradient, weightGradient);
        chunked.biasGradient(outGradient, biasGradient);
    }

    @Override
    public void averagePool(INDArray input, int height, int width, INDArray out) {
        Nd4j.exec(DynamicCustomOp.builder("avgpool2d")
                .addInputs(input)
                .addOutputs(out)
                .addIntegerArguments(pool(height, width))
                .build());
    }

    @Override
    public void averagePoolBackward(INDArray outGradient, int height, int width, INDArray inputGradient) {
        inputGradient.assign(0);
        INDArray shape = inputGradient.ulike();
        Nd4j.exec(DynamicCustomOp.builder("avgpool2d_bp")
                .addInputs(shape, outGradient)
                .addOutputs(inputGradient)
                .addIntegerArguments(pool(height, width))
                .build());
        shape.close();
    }

    private static int[] pool(int height, int width) {
        return new int[] {height, width, height, width, 0, 0, 1, 1, 0, 1, CHANNELS_LAST};
    }

    @Override
    public Moments moments(INDArray input, int groups) {
        long channels = input.size(-1);
        long count = input.length() / channels / groups;
        INDArray grouped = input.reshape(groups, count, channels);
        INDArray mean = ColumnSums.along(1, grouped).divi(count);
        INDArray centred = grouped.sub(mean.reshape(groups, 1, channels));
        INDArray variance = ColumnSums.along(1, centred.muli(centred)).divi(count);
        centred.close();
        return new Moments(
                mean.castTo(DataType.DOUBLE).toDoubleMatrix(),
                variance.castTo(DataType.DOUBLE).toDoubleMatrix(),
                count);
    }

    @Override
    public void combinei(INDArray dz, INDArray y, double[][] a, double[][] b, double[][] d) {
        INDArray grouped = grouped(dz, a.length);
        grouped.muli(coefficients(a, dz));
        INDArray slope = grouped(y, a.length).mul(coefficients(b, dz));
        grouped.addi(slope);
        slope.close();
        grouped.addi(coefficients(d, dz));
    }

    private static INDArray grouped(INDArray array, int groups) {
        long channels = array.size(-1);
        return array.reshape(groups, array.length() / channels / groups, channels);
    }

    private static INDArray coefficients(double[][] values, INDArray like) {
        return Nd4j.createFromArray(values).castTo(like.dataType()).reshape(values.length, 1, values[0].length);
    }

    @Override
    public double[] neurons(NeuronModel model, NeuronInput input, NeuronOutput output) {
        TimeFold fold = input.fold();
        INDArray z = normalized(input);
        INDArray all = output.pool() == 1
                ? output.spikes()
                : Nd4j.createUninitialized(
                        output.spikes().dataType(), input.current().shape());
        double[] spikes = new double[fold.streams().size()];
        for (int s = 0; s < spikes.length; s++) {
            Population.Trace trace = populations.apply(model).forward(steps(z, fold, s), input.parameters());
            steps(all, fold, s).assign(trace.spikes());
            assignIfWanted(output.beforeReset(), fold, s, trace.beforeReset());
            assignIfWanted(output.afterReset(), fold, s, trace.afterReset());
            spikes[s] = Sums.of(trace.spikes());
            trace.close();
        }
        closeCopy(z, input.current());
        if (output.pool() > 1) {
            averagePool(all, output.pool(), output.pool(), output.spikes());
            all.close();
        }
        return spikes;
    }

    /** Large arrays are freed at once: the garbage collector hears of them too late. */
    private static void closeCopy(INDArray array, INDArray given) {
        if (array != given) {
            array.close();
        }
    }

    private static void assignIfWanted(INDArray target, TimeFold fold, int stream, INDArray value) {
        if (target != null) {
            steps(target, fold, stream).assign(value);
        }
    }

    private static INDArray normalized(NeuronInput input) {
        INDArray y = input.current();
        if (input.affine() == null) {
            return y;
        }
        INDArray z = Nd4j.createUninitialized(y.dataType(), y.shape(), 'c');
        INDArray grouped = grouped(z, input.affine().groups());
        grouped.assign(grouped(y, input.affine().groups()));
        grouped.muli(coefficients(input.affine().scale(), y));
        grouped.addi(coefficients(input.affine().shift(), y));
        return z;
    }

    /** The rows of one stream as [T, N * values]. */
    private static INDArray steps(INDArray array, TimeFold fold, int stream) {
        INDArray flat = array.reshape(
                fold.streams().size(),
                fold.steps(),
                array.length() / fold.streams().size() / fold.steps());
        return Views.at(flat, stream);
    }

    @Override
    public NeuronGradient neuronsBackward(NeuronModel model, NeuronInput input, NeuronOutput gradients, INDArray dz) {
        TimeFold fold = input.fold();
        INDArray z = normalized(input);
        NeuronOutput spread = spread(gradients, dz);
        Population population = populations.apply(model);
        Map<String, INDArray> parameters = new LinkedHashMap<>();
        for (int s = 0; s < fold.streams().size(); s++) {
            Population.Trace trace = population.forward(steps(z, fold, s), input.parameters());
            Population.Gradient gradient = population.backward(trace, upstream(spread, fold, s));
            steps(dz, fold, s).assign(gradient.input());
            gradient.parameters().forEach((name, g) -> parameters.merge(name, g, INDArray::add));
            trace.close();
            gradient.close();
        }
        closeCopy(z, input.current());
        closeCopy(spread.spikes(), gradients.spikes());
        return new NeuronGradient(
                input.affine() == null
                        ? null
                        : sums(dz, input.current(), input.affine().groups()),
                parameters);
    }

    /** Gradients of the spikes themselves. */
    private NeuronOutput spread(NeuronOutput gradients, INDArray like) {
        if (gradients.pool() == 1) {
            return gradients;
        }
        INDArray spikes = like.ulike();
        averagePoolBackward(gradients.spikes(), gradients.pool(), gradients.pool(), spikes);
        return NeuronOutput.of(spikes, gradients.beforeReset(), gradients.afterReset());
    }

    private static Population.Upstream upstream(NeuronOutput gradients, TimeFold fold, int stream) {
        return new Population.Upstream(
                steps(gradients.spikes(), fold, stream),
                gradients.beforeReset() == null ? null : steps(gradients.beforeReset(), fold, stream),
                gradients.afterReset() == null ? null : steps(gradients.afterReset(), fold, stream));
    }

    @Override
    public ChannelSums sums(INDArray dz, INDArray y, int groups) {
        INDArray gradient = grouped(dz, groups);
        INDArray product = gradient.mul(grouped(y, groups));
        ChannelSums sums = new ChannelSums(
                ColumnSums.along(1, gradient).castTo(DataType.DOUBLE).toDoubleMatrix(),
                ColumnSums.along(1, product).castTo(DataType.DOUBLE).toDoubleMatrix());
        product.close();
        return sums;
    }
}
