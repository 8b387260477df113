package org.snn4j.core.kernel;

/** How the plain and vector kernels decide between work for non-zero inputs only and the dense operation. */
public enum ConvolutionPath {
    /** By the measured density of the input. */
    MEASURED,
    /** Sparse wherever the window and the precision allow it. */
    SPARSE,
    /** Always dense. */
    DENSE
}
