package org.snn4j.core.kernel;

import java.util.Locale;

/** How the plain and vector kernels decide between work for non-zero inputs only, tiles and the dense operation; fully connected layers know no tiles. */
public enum ConvolutionPath {
    /** By the measured density of the input. */
    MEASURED,
    /**
     * Sparse wherever the window and the precision allow it; for fully connected layers wherever the precision does, the input gradient included. The input
     * gradient of a convolution is never sparse: it goes by tiles where there are any, else by the dense operation.
     */
    SPARSE,
    /** By tiles (Winograd) wherever the window, the channels and the precision allow it. */
    WINOGRAD,
    /** Always the dense ND4J operation. */
    DENSE;

    /** Its name in files and options. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
