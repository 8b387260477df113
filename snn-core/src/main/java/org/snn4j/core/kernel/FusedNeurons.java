package org.snn4j.core.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.neuron.LinearCharge;
import org.snn4j.core.neuron.NeuronModel;

/**
 * Normalisation, charge, fire and reset over all time steps in one sweep, for neurons that are linear in potential and input.
 *
 * <p>The backward pass computes the potentials of a block again instead of reading them from memory.
 */
final class FusedNeurons {
    private final NeuronModel model;
    private final NeuronInput input;
    private final LinearCharge charge;
    private final NeuronTasks tasks;
    private final Supplier<NeuronBlock> blocks;

    /** @param pool side of the windows that spikes are averaged over, or 1 */
    FusedNeurons(Supplier<BlockLoops> loops, NeuronModel model, NeuronInput input, LinearCharge charge, int pool) {
        this.model = model;
        this.input = input;
        this.charge = charge;
        PoolWindow window = pool == 1 ? null : PoolWindow.of(input.current(), pool, pool);
        this.tasks = new NeuronTasks(input, window);
        NeuronCoefficients coefficients = NeuronCoefficients.of(model, charge);
        this.blocks = () -> new NeuronBlock(coefficients, loops.get(), tasks, window);
    }

    double[] forward(NeuronOutput output) {
        HeapView current = HeapView.of(input.current());
        NeuronViews views = NeuronViews.of(output);
        double[] counts = new double[tasks.count()];
        new WorkerPool<>(blocks)
                .forEach(counts.length, (block, task) -> counts[task] = block.forward(task, current, views));
        return perStream(counts);
    }

    NeuronGradient backward(NeuronOutput gradients, INDArray dz) {
        HeapView current = HeapView.of(input.current());
        NeuronViews views = NeuronViews.of(gradients);
        HeapView result = HeapView.of(dz);
        NeuronSums[] sums = new NeuronSums[tasks.count()];
        boolean learns = !charge.derivatives().isEmpty();
        new WorkerPool<>(() -> new NeuronBlockGradient(blocks.get(), model.surrogate(), learns))
                .forEach(sums.length, (block, task) -> sums[task] = block.backward(task, current, views, result));
        return new NeuronGradient(input.affine() == null ? null : channelSums(sums), parameterGradients(sums));
    }

    private double[] perStream(double[] counts) {
        double[] sums = new double[input.fold().streams().size()];
        for (int task = 0; task < counts.length; task++) {
            sums[tasks.stream(task)] += counts[task];
        }
        return sums;
    }

    private ChannelSums channelSums(NeuronSums[] partial) {
        int groups = input.affine().groups();
        double[][] gradient = new double[groups][input.channels()];
        double[][] product = new double[groups][input.channels()];
        for (int task = 0; task < partial.length; task++) {
            int first = tasks.stream(task) * tasks.groupsPerStream();
            for (int g = 0; g < tasks.groupsPerStream(); g++) {
                add(partial[task].gradient[g], gradient[first + g]);
                add(partial[task].product[g], product[first + g]);
            }
        }
        return new ChannelSums(gradient, product);
    }

    private static void add(double[] part, double[] total) {
        for (int c = 0; c < total.length; c++) {
            total[c] += part[c];
        }
    }

    private Map<String, INDArray> parameterGradients(NeuronSums[] partial) {
        double decay = 0;
        double gain = 0;
        double drive = 0;
        for (NeuronSums sums : partial) {
            decay += sums.decay;
            gain += sums.gain;
            drive += sums.drive;
        }
        Map<String, INDArray> gradients = new LinkedHashMap<>();
        for (Map.Entry<String, LinearCharge.Derivative> entry :
                charge.derivatives().entrySet()) {
            LinearCharge.Derivative d = entry.getValue();
            double value = d.decay() * decay + d.gain() * gain + d.drive() * drive;
            gradients.put(entry.getKey(), Nd4j.createFromArray(new float[] {(float) value}));
        }
        return gradients;
    }
}
