package org.snn4j.eval.golden;

/**
 * Checks cases of one kind against our implementation.
 *
 * <p>Found by {@link java.util.ServiceLoader}; a kind may have several verifiers. {@link #verify} throws an {@link AssertionError} where the
 * numbers differ; see {@link GoldenAssert}.
 */
public interface GoldenVerifier {
    /** The kind this verifier looks at, a folder name of the index. */
    String kind();

    /** True if this verifier checks the case (asked only for cases of its kind). */
    boolean supports(GoldenCase golden);

    /** Computes the case and compares every result with it. */
    void verify(GoldenCase golden) throws Exception;
}
