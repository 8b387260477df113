package org.snn4j.transfer.objective;

/** The logistic function and the loss that goes with it. */
final class Sigmoid {
    private Sigmoid() {}

    /** 1 / (1 + exp(-x)). */
    static double of(double x) {
        return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    }

    /** Binary cross-entropy of sigmoid(x) against a label: log(1 + exp(x)) - label * x, without overflow. */
    static double crossEntropy(double x, double label) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) - label * x;
    }
}
