package org.snn4j.core.optimize;

import jakarta.inject.Inject;
import org.snn4j.core.Reference;

/** The optimizer's learning rate in every epoch. */
@Reference(title = "none: the base rate as it is")
public final class ConstantRate implements LearningRateSchedule {
    @Inject
    public ConstantRate() {}

    @Override
    public double rate(double base, int epoch, int epochs) {
        return base;
    }
}
