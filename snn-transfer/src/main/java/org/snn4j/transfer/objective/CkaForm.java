package org.snn4j.transfer.objective;

/** How the denominator of linear CKA is kept from zero: <i>a</i> and <i>b</i> are the norms of the centred Gram matrices. */
public enum CkaForm {
    /** a b + 1e-7: He et al., and the Gram form of the R2ETL group. */
    GRAM(1e-7, 0),
    /**
     * (a + 1e-8)(b + 1e-8): the feature-space form in the R2ETL group's later code. Without the small numbers it equals the Gram form, so it
     * is computed from Gram matrices as well; features of the size 1e-4 tell the two apart.
     */
    FEATURE(0, 1e-8),
    /** a b: exact, and NaN where a batch has no variation. */
    EXACT(0, 0);

    private final double onProduct;
    private final double onNorm;

    CkaForm(double onProduct, double onNorm) {
        this.onProduct = onProduct;
        this.onNorm = onNorm;
    }

    double denominator(double a, double b) {
        return (a + onNorm) * (b + onNorm) + onProduct;
    }

    /** d denominator / da. */
    double slope(double b) {
        return b + onNorm;
    }
}
