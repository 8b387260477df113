package org.snn4j.core.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.TimeFold;
import org.snn4j.core.neuron.LinearCharge;
import org.snn4j.core.neuron.NeuronModel;

/**
 * Normalisation, charge, fire and reset over all time steps in one sweep, for neurons that are linear in potential and input.
 *
 * <p>The work is cut into (stream, sample) tasks and each of these into blocks of neurons small enough to keep all their time steps in the
 * first-level cache. The backward pass computes the potentials of a block again instead of reading them from memory.
 */
final class FusedNeurons {
    private final NeuronModel model;
    private final NeuronInput input;
    private final LinearCharge charge;
    private final TimeFold fold;
    private final int rowLength;
    private final int channels;
    private final int blockLength;

    FusedNeurons(NeuronModel model, NeuronInput input, LinearCharge charge) {
        this.model = model;
        this.input = input;
        this.charge = charge;
        this.fold = input.fold();
        this.rowLength = input.rowLength();
        this.channels = input.channels();
        this.blockLength = NeuronBlock.length(rowLength, channels);
    }

    double[] forward(NeuronOutput output) {
        HeapView current = HeapView.of(input.current());
        HeapView spikes = HeapView.of(output.spikes());
        HeapView before = viewOrNull(output.beforeReset());
        HeapView after = viewOrNull(output.afterReset());
        double[] counts = new double[tasks()];
        Parallel.forEach(tasks(), task -> {
            NeuronBlock block = block(task);
            for (int start = 0; start < rowLength; start += blockLength) {
                block.moveTo(start, Math.min(blockLength, rowLength - start));
                counts[task] += block.forward(current, spikes, before, after);
            }
        });
        return perStream(counts);
    }

    NeuronGradient backward(NeuronOutput gradients, INDArray dz) {
        HeapView current = HeapView.of(input.current());
        HeapView spikeGradient = HeapView.of(gradients.spikes());
        HeapView before = viewOrNull(gradients.beforeReset());
        HeapView after = viewOrNull(gradients.afterReset());
        HeapView result = HeapView.of(dz);
        NeuronBlockGradient[] partial = new NeuronBlockGradient[tasks()];
        Parallel.forEach(tasks(), task -> {
            NeuronBlockGradient block = new NeuronBlockGradient(block(task));
            for (int start = 0; start < rowLength; start += blockLength) {
                block.moveTo(start, Math.min(blockLength, rowLength - start));
                block.backward(current, spikeGradient, before, after, result);
            }
            block.release();
            partial[task] = block;
        });
        return new NeuronGradient(input.affine() == null ? null : sums(partial), parameterGradients(partial));
    }

    private static HeapView viewOrNull(INDArray array) {
        return array == null ? null : HeapView.of(array);
    }

    private int tasks() {
        return fold.streams().size() * fold.samples();
    }

    private NeuronBlock block(int task) {
        int stream = task / fold.samples();
        return new NeuronBlock(
                model, charge, input.affine(), fold, stream, task % fold.samples(), rowLength, channels, blockLength);
    }

    private double[] perStream(double[] counts) {
        double[] sums = new double[fold.streams().size()];
        for (int task = 0; task < counts.length; task++) {
            sums[task / fold.samples()] += counts[task];
        }
        return sums;
    }

    private ChannelSums sums(NeuronBlockGradient[] partial) {
        int groups = input.affine().groups();
        int groupsPerStream = groups / fold.streams().size();
        double[][] gradient = new double[groups][channels];
        double[][] product = new double[groups][channels];
        for (int task = 0; task < partial.length; task++) {
            int first = task / fold.samples() * groupsPerStream;
            for (int g = 0; g < groupsPerStream; g++) {
                partial[task].addTo(g, gradient[first + g], product[first + g]);
            }
        }
        return new ChannelSums(gradient, product);
    }

    private Map<String, INDArray> parameterGradients(NeuronBlockGradient[] partial) {
        double decay = 0;
        double gain = 0;
        double drive = 0;
        for (NeuronBlockGradient block : partial) {
            decay += block.decayGradient();
            gain += block.gainGradient();
            drive += block.driveGradient();
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
