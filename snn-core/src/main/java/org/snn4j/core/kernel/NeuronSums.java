package org.snn4j.core.kernel;

/** What a task, and then a whole pass, adds up: sums for the batch norm in front and for the coefficients of the charge. */
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
}
