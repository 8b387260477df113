package org.snn4j.core.kernel;

/** How the plain and vector kernels decide between work for non-zero inputs only, tiles and the dense operation. */
public enum ConvolutionPath {
    /** By the measured density of the input. */
    MEASURED,
    /** Sparse wherever the window and the precision allow it. */
    SPARSE,
    /** By tiles (Winograd) wherever the window, the channels and the precision allow it. */
    WINOGRAD,
    /** Always the dense ND4J operation. */
    DENSE
}
