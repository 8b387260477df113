package org.snn4j.core.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.ParameterSpec;

/** Mean of so many consecutive features each: neurons that vote for a class. */
final class VotingOperator extends AbstractOperator {
    private final int voters;

    VotingOperator(LayerEnvironment environment, LayerInput read, int voters) {
        super(environment, read, outputShape(read.shape(), voters), InputUse.NONE, Gradients.OWN);
        this.voters = voters;
    }

    private static long[] outputShape(long[] in, int voters) {
        if (in.length != 1 || in[0] % voters != 0) {
            throw new IllegalArgumentException(voters + " voters for each output do not divide " + in[in.length - 1]
                    + " features of " + in.length + " axes");
        }
        return new long[] {in[0] / voters};
    }

    @Override
    public String description() {
        return "mean of " + voters + " voters";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of();
    }

    @Override
    void compute(INDArray input, INDArray out) {
        out.assign(voter(input, 0));
        for (int v = 1; v < voters; v++) {
            out.addi(voter(input, v));
        }
        out.divi(voters);
    }

    @Override
    void computeGradient(INDArray input, INDArray outputGradient, INDArray inputGradient) {
        INDArray each = outputGradient.div(voters);
        for (int v = 0; v < voters; v++) {
            voter(inputGradient, v).assign(each);
        }
    }

    /** One voter of each output, [rows, outputs], a view. */
    private INDArray voter(INDArray features, int number) {
        long[] shape = {features.size(0), features.size(1) / voters};
        long[] stride = {features.stride(0), (long) voters * features.stride(1)};
        return Nd4j.create(features.data(), shape, stride, features.offset() + number * features.stride(1), 'c');
    }
}
