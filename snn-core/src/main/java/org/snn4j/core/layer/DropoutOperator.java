package org.snn4j.core.layer;

import java.util.List;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Check;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.TimeFold;
import org.snn4j.core.Views;

/**
 * In training puts each value to 0 with a probability and divides the others by the probability to stay; every sample and step has draws of its own, as
 * in code that runs step by step with PyTorch's Dropout.
 *
 * <p>The draws of a pass come from the seed stream "dropout/LAYER/STREAM/PASS", so the backward pass draws them again instead of keeping them. The number
 * of training passes is part of the layer's state: a network that is read from a file goes on with the draws it would have had.
 */
final class DropoutOperator extends AbstractOperator {
    private static final String PASSES = "passes";
    /** Values that are drawn at a time. */
    private static final int BLOCK = 1 << 16;

    private final double rate;
    private final Seeds seeds;
    private final String name;

    DropoutOperator(LayerEnvironment environment, LayerInput read, double rate, Seeds seeds, String name) {
        super(environment, read, read.shape(), InputUse.NONE, Gradients.IN_PLACE);
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("rate is " + rate + ", must be at least 0 and less than 1");
        }
        this.rate = rate;
        this.seeds = seeds;
        this.name = Check.notBlank(name, "name");
    }

    @Override
    public String description() {
        return "dropout " + rate;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of();
    }

    @Override
    public List<ParameterSpec> statistics() {
        return List.of(ParameterSpec.constant(PASSES, 0, 1));
    }

    @Override
    void compute(INDArray input, INDArray out) {
        out.assign(input);
        if (pass().training()) {
            value(PASSES).addi(1);
            drop(out);
        }
    }

    @Override
    void computeGradient(INDArray input, INDArray outputGradient, INDArray inputGradient) {
        if (inputGradient != null) {
            drop(inputGradient);
        }
    }

    private void drop(INDArray values) {
        TimeFold fold = pass().fold();
        for (int s = 0; s < fold.streams().size(); s++) {
            int first = fold.row(s, 0);
            INDArray rows = Views.rows(values, first, first + fold.rowsPerStream());
            drop(rows.reshape(rows.length()), draws(fold.streams().get(s)));
        }
    }

    private RandomGenerator draws(Stream stream) {
        return seeds.stream("dropout/" + name + "/" + stream.label() + "/"
                + (long) value(PASSES).getDouble(0));
    }

    private void drop(INDArray flat, RandomGenerator random) {
        double stays = 1 / (1 - rate);
        for (long from = 0; from < flat.length(); from += BLOCK) {
            long to = Math.min(flat.length(), from + BLOCK);
            double[] factors = new double[Math.toIntExact(to - from)];
            for (int i = 0; i < factors.length; i++) {
                factors[i] = random.nextDouble() < rate ? 0 : stays;
            }
            Views.rows(flat, from, to).muli(Nd4j.createFromArray(factors).castTo(flat.dataType()));
        }
    }
}
