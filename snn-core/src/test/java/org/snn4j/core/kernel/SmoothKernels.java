package org.snn4j.core.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.TimeFold;
import org.snn4j.core.Views;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.SmoothPopulation;

/**
 * ND4J's kernels with smooth neurons, for central differences of whole networks in double precision.
 *
 * <p>A detached reset takes the spike for a constant, so its gradient is that of a forward pass whose resets keep the spikes of the point where it is taken.
 * {@link #record} runs the kernels and keeps those spikes; passes after {@link #replay} compute the neurons by formulas of their own, with the kept spikes in
 * detached resets.
 */
public final class SmoothKernels {
    private final Kernels nd4j = new Nd4jKernels(SmoothPopulation::of);
    private final List<INDArray> recorded = new ArrayList<>();
    private boolean replaying;
    private int call;

    /** The kernels to build a network with. */
    public Kernels kernels() {
        return (Kernels) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Kernels.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("neurons")) {
                        return neurons(
                                (NeuronModel) arguments[0], (NeuronInput) arguments[1], (NeuronOutput) arguments[2]);
                    }
                    try {
                        return method.invoke(nd4j, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The next pass is the point where gradients are taken. */
    public void record() {
        replaying = false;
        recorded.clear();
    }

    /** The next pass is one beside that point. */
    public void replay() {
        replaying = true;
        call = 0;
    }

    private double[] neurons(NeuronModel model, NeuronInput input, NeuronOutput output) {
        if (replaying) {
            replay(model, input, output, recorded.get(call++));
            return new double[input.fold().streams().size()];
        }
        double[] counts = nd4j.neurons(model, input, output);
        recorded.add(output.spikes().dup('c'));
        return counts;
    }

    private static void replay(NeuronModel model, NeuronInput input, NeuronOutput output, INDArray kept) {
        TimeFold fold = input.fold();
        INDArray z = normalized(input);
        for (int stream = 0; stream < fold.streams().size(); stream++) {
            INDArray v = Nd4j.valueArrayOf(
                    new long[] {input.rowLength() * fold.samples()},
                    model.reset().potential(),
                    z.dataType());
            for (int t = 0; t < fold.steps(); t++) {
                int row = fold.row(stream, t);
                INDArray h = model.neuron().charge(v, rows(z, row, fold), input.parameters());
                INDArray s = spikes(model, h);
                INDArray r = model.reset().detached() ? rows(kept, row, fold) : s;
                v = reset(model, h, r);
                assign(output.spikes(), row, fold, s);
                assign(output.beforeReset(), row, fold, h);
                assign(output.afterReset(), row, fold, v);
            }
        }
    }

    private static INDArray spikes(NeuronModel model, INDArray h) {
        return model.neuron()
                .activation()
                .map(activation -> activation.value(h))
                .orElseGet(() -> SmoothPopulation.spike(h.sub(model.firing().threshold()), model.surrogate()));
    }

    private static INDArray reset(NeuronModel model, INDArray h, INDArray spikes) {
        if (model.neuron().activation().isPresent()) {
            return h;
        }
        return model.reset().hard()
                ? h.mul(spikes.rsub(1)).add(spikes.mul(model.reset().potential()))
                : h.sub(spikes.mul(model.firing().threshold()));
    }

    private static INDArray rows(INDArray array, int row, TimeFold fold) {
        INDArray rows = Views.rows(array, row, row + fold.samples());
        return rows.reshape(rows.length());
    }

    private static void assign(INDArray target, int row, TimeFold fold, INDArray values) {
        if (target != null) {
            rows(target, row, fold).assign(values);
        }
    }

    private static INDArray normalized(NeuronInput input) {
        if (input.affine() == null) {
            return input.current();
        }
        double[] values = input.current().dup('c').data().asDouble();
        int perGroup = values.length / input.affine().groups();
        for (int i = 0; i < values.length; i++) {
            int channel = i % input.channels();
            values[i] = input.affine().scale()[i / perGroup][channel] * values[i]
                    + input.affine().shift()[i / perGroup][channel];
        }
        return Nd4j.createFromArray(values).reshape('c', input.current().shape());
    }
}
