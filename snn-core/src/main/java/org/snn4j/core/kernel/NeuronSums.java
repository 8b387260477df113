package org.snn4j.core.kernel;

/** What a task adds up: sums for the batch norm in front, per group and position, and for the coefficients of the charge. */
final class NeuronSums {
    final double[][] gradient;
    final double[][] product;
    double decay;
    double gain;
    double drive;

    NeuronSums(int groups, int length) {
        gradient = new double[groups][length];
        product = new double[groups][length];
    }

    /** The same with sums per channel instead of per position of a tile. */
    NeuronSums folded(BlockCut cut) {
        NeuronSums folded = new NeuronSums(gradient.length, cut.channels());
        for (int g = 0; g < gradient.length; g++) {
            cut.fold(gradient[g], folded.gradient[g]);
            cut.fold(product[g], folded.product[g]);
        }
        folded.decay = decay;
        folded.gain = gain;
        folded.drive = drive;
        return folded;
    }
}
