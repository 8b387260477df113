package org.snn4j.core.surrogate;

/** The published primitive holds a 1e-5 that its derivative does not. */
class S2nnTest implements SurrogateContract {
    @Override
    public SurrogateGradient surrogate() {
        return new S2nn(S2nn.Config.DEFAULTS);
    }

    @Override
    public double tolerance() {
        return 1e-5;
    }
}
