package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Reference;

/** Passes the gradient as it is: 1. */
@Reference(
        title = "snnTorch",
        link = "https://github.com/jeshraghian/snntorch",
        equation = "snntorch/surrogate.py, straight_through_estimator")
public final class StraightThrough implements SurrogateGradient {
    @Inject
    public StraightThrough() {}

    @Override
    public double primitive(double u) {
        return u;
    }

    @Override
    public double derivative(double u) {
        return 1;
    }
}
