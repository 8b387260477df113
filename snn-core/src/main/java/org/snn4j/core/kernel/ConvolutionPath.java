package org.snn4j.core.kernel;

/** How the plain and vector kernels decide between work for non-zero inputs only, tiles and the dense operation; fully connected layers know no tiles. */
public enum ConvolutionPath {
    /** By the measured density of the input. */
    MEASURED,
    /** Sparse wherever the window and the precision allow it; for fully connected layers wherever the precision does, the input gradient included. */
    SPARSE,
    /** By tiles (Winograd) wherever the window, the channels and the precision allow it. */
    WINOGRAD,
    /** Always the dense ND4J operation. */
    DENSE
}
