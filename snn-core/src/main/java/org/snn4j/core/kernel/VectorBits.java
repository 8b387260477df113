package org.snn4j.core.kernel;

import java.util.function.IntSupplier;
import jdk.incubator.vector.FloatVector;

/** Bits of the vectors that all vector kernels use: the widest of this machine. */
final class VectorBits implements IntSupplier {
    @Override
    public int getAsInt() {
        return FloatVector.SPECIES_PREFERRED.vectorBitSize();
    }
}
